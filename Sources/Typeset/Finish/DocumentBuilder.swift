import Intake
import PDFFile

/// Builds the delivered file as values: pages with what they draw with, tags, structure, links,
/// bookmarks and what the document says about itself.
struct DocumentBuilder {
  let composition: Composition
  let standard: PDFStandard
  let options: FinishOptions
  let painted: PaintedPDF
  /// What is kept of other letters; nil to make all anew.
  let memory: FinishMemory?
  /// What is built.
  private(set) var body: PDFBody

  private let geometry: ContentGeometry
  private var structure: StructureBuilder
  /// What each page draws with (ISO 32000-1, 7.8.3).
  private var resources: [PageResources] = []

  private var isPaper: Bool { options.purpose == .print }
  private var sizes: [Size] { composition.pages.map(\.size) }

  init(
    composition: Composition, standard: PDFStandard, options: FinishOptions, painted: PaintedPDF,
    memory: FinishMemory? = nil
  ) {
    self.composition = composition
    self.standard = standard
    self.options = options
    self.painted = painted
    self.memory = memory
    body = PDFBody(pageCount: painted.pages.count)
    geometry = ContentGeometry(composition)
    structure = StructureBuilder(composition.structure)
  }

  /// Builds the document, page by page and then as a whole.
  ///
  /// - Parameter isPart: whether it becomes a part of another file, which is described by itself.
  mutating func build(isPart: Bool = false) throws(PDFError) {
    collectResources()
    let imports = try ImportedPages(
      composition: composition, linksAreText: isPaper, isPDF2: standard.isPDF2
    ).takeOver(into: &body)
    let marks = ImportedPages.marks(of: composition, painted.pages.map(\.marks))
    let cause = cause(of: marks)
    let known = imports.grafts.isEmpty ? memory?.structure(for: cause) : nil
    var tags = known?.tags ?? []
    if known == nil { for page in marks { tags.append(try structure.addPage(page)) } }
    for index in painted.pages.indices {
      let content = contents(of: index, tags[index], with: imports.drawings[index])
      body.set(body.pages[index], "Contents", content)
      describePage(index)
    }
    var grafts: [TagGraft.Result] = []
    for (part, page, graft) in imports.grafts {
      structure.add(graft: grafts.count, on: page, to: part)
      grafts.append(graft.graft(into: &body))
    }
    var annotationOwners: [ElementID] = []
    if !isPaper {
      let links = LinkAnnotations(
        structure: composition.structure, geometry: geometry, pageSizes: sizes)
      annotationOwners = links.write(into: &body, &structure)
    }
    let elements =
      if let known, known.start == body.count {
        take(known)
      } else {
        writeStructure(cause, tags, grafts, annotationOwners)
      }
    if isPart { return }
    describeDocument(elements)
    if isPaper, options.blankLastSide, body.pages.count % 2 == 1,
      let last = composition.pages.last
    {
      appendBlankPage(like: last)
    }
  }

  // MARK: Structure

  /// What the structure depends on.
  private func cause(of marks: [[MarkedContent]]) -> KeptStructure.Cause {
    KeptStructure.Cause(
      structure: composition.structure, marks: marks, links: geometry.linkAreas,
      figures: geometry.figures, sizes: sizes, start: body.count, isPaper: isPaper,
      isPDF2: standard.isPDF2)
  }

  /// Builds the structure and writes it.
  ///
  /// - Returns: the object of each element; nil for one that is left out.
  private mutating func writeStructure(
    _ cause: KeptStructure.Cause, _ tags: [[ContentOperation]], _ grafts: [TagGraft.Result],
    _ annotationOwners: [ElementID]
  ) -> [PDFReference?] {
    structure.assemble()
    let writer = StructureWriter(
      builder: structure, pages: body.pages, figures: geometry.figures, pageSizes: sizes,
      linksAreText: isPaper, isPDF2: standard.isPDF2, grafts: grafts)
    if memory != nil { body.beginSection() }
    let start = body.count
    let elements = writer.write(into: &body, annotationOwners: annotationOwners)
    if let memory, grafts.isEmpty {
      memory.keep(
        KeptStructure(
          cause: cause, tags: tags, objects: body.objects(from: start), start: start,
          elements: elements,
          keyedPages: body.pages.indices.filter { body.has(body.pages[$0], "StructParents") }))
    }
    if memory != nil { body.beginSection() }
    return elements
  }

  /// Takes over a structure that was written before.
  private mutating func take(_ known: KeptStructure) -> [PDFReference?] {
    body.beginSection()
    body.append(contentsOf: known.objects)
    body.beginSection()
    for page in known.keyedPages { body.set(body.pages[page], "StructParents", .integer(page)) }
    if known.elements.first ?? nil != nil {
      body.set(
        body.catalog, "StructTreeRoot", .reference(PDFReference(index: known.start)))
    }
    return known.elements
  }

  // MARK: Pages

  private mutating func collectResources() {
    let fonts = painted.fonts.map { font in
      body.adopt(memory?.fragment(of: font) ?? FontObjects(font: font).fragment)[FontObjects.root]
    }
    // A font's name is made of its program.
    if memory != nil { body.namedCount = body.count }
    let pictures = painted.pictures.map { body.adopt($0.fragment)[MakePicture.Made.root] }
    resources = painted.pages.map { page in
      let used = page.pieces.reduce(into: Set<Int>()) { $0.formUnion($1.fonts) }
      let drawn = page.pieces.reduce(into: Set<Int>()) { $0.formUnion($1.pictures) }
      return PageResources(
        fonts: used.sorted().map { (painted.fonts[$0].name, fonts[$0]) },
        drawings: drawn.sorted().map { ("X\($0)", pictures[$0]) },
        isTransparent: drawn.contains { painted.pictures[$0].hasTransparency })
    }
  }

  /// A page's content with its tags, and an imported page under it or around it.
  private mutating func content(
    of index: Int, _ tags: [ContentOperation], with drawing: ImportedPages.Drawing?
  ) -> [UInt8] {
    switch drawing {
    case .under(let operations, let name, let form):
      resources[index].drawings.append((name, form))
      guard let tag = tags.first else { return content(of: index, tags) }
      return ([tag] + operations + [.end]).bytes + content(of: index, tags.dropFirst())
    case .whole(let foreign, let resources):
      // Its names would meet those of the foreign page, so the letter's own content is a form.
      return foreign
        + (tags.isEmpty ? [] : ownForm(content(of: index, tags[...]), on: index, resources))
    case nil: return content(of: index, tags[...])
    }
  }

  /// The streams of a page's content.
  private mutating func contents(
    of index: Int, _ tags: [ContentOperation], with drawing: ImportedPages.Drawing?
  ) -> PDFValue {
    guard let memory, drawing == nil else {
      return .reference(body.addStream(content(of: index, tags, with: drawing)))
    }
    let streams = pieces(of: index, tags).map { piece, own -> PDFValue in
      guard let small = memory.content(of: piece, own) else {
        return .reference(body.addStream(piece.tagged(with: own)))
      }
      return .reference(body.addStream(small, ["Filter": .name("FlateDecode")]))
    }
    return streams.count == 1 ? streams[0] : .array(streams)
  }

  /// A page's own operators with their tags.
  private func content(of index: Int, _ tags: some Collection<ContentOperation>) -> [UInt8] {
    pieces(of: index, Array(tags)).reduce(into: []) { $0 += $1.piece.tagged(with: $1.tags) }
  }

  /// A page's pieces, each with the tags of its own stretches.
  private func pieces(
    of index: Int, _ tags: [ContentOperation]
  ) -> [(piece: PaintedPiece, tags: ArraySlice<ContentOperation>)] {
    var rest = tags[...]
    return painted.pages[index].pieces.map { piece in
      defer { rest = rest.dropFirst(piece.stretches.count) }
      return (piece, rest.prefix(piece.stretches.count))
    }
  }

  /// Puts content into a form among the resources of a foreign page.
  ///
  /// - Returns: the operators that draw it.
  private mutating func ownForm(
    _ content: [UInt8], on index: Int, _ foreign: PDFReference
  ) -> [UInt8] {
    let size = composition.pages[index].size
    let form = body.addStream(
      content,
      [
        "Type": .name("XObject"), "Subtype": .name("Form"),
        "BBox": Rect(origin: .zero, size: size).value(on: size),
        "Resources": resources[index].value,
      ])
    var drawings: PDFDictionary = [:]
    if case .value(.dictionary(let entries)) = body[foreign],
      case .dictionary(let known)? = entries["XObject"]
    {
      drawings = known
    }
    var name = "LetterContent"
    // A letter of ours that is enclosed has the name already, and pages may share what they draw with.
    if drawings[name] != nil { name += "\(index + 1)" }
    while drawings[name] != nil { name += "A" }
    drawings[name] = .reference(form)
    body.set(foreign, "XObject", .dictionary(drawings))
    return [ContentOperation.draw(name)].bytes
  }

  private mutating func describePage(_ index: Int) {
    let page = body.pages[index]
    let sheet = composition.pages[index]
    let paper = Rect(origin: .zero, size: sheet.size).value(on: sheet.size)
    body.set(page, "MediaBox", paper)
    if !body.has(page, "Resources") { body.set(page, "Resources", resources[index].value) }
    // Screen readers follow the structure, also from link to link (ISO 14289-1, 7.18.3).
    body.set(page, "Tabs", .name("S"))
    if resources[index].isTransparent {
      // ISO 19005-2, 6.2.10.
      body.set(
        page, "Group",
        ["Type": .name("Group"), "S": .name("Transparency"), "CS": .name("DeviceRGB")])
    }
    guard isPaper else { return }
    if sheet.cut != nil {
      for (key, box) in boxes(of: sheet) { body.set(page, key, box) }
    } else {
      body.set(page, "TrimBox", paper)
      body.set(page, "BleedBox", paper)
    }
  }

  /// The boxes of a page that is cut from a larger sheet (ISO 32000-1, 14.11.2.1).
  private func boxes(of page: Page) -> [(key: String, box: PDFValue)] {
    let bled = page.bled.value(on: page.size)
    return [
      ("MediaBox", bled), ("TrimBox", page.trim.value(on: page.size)), ("BleedBox", bled),
    ]
  }

  private mutating func appendBlankPage(like last: Page) {
    let box: PDFValue = [0, 0, .points(last.size.width.points), .points(last.size.height.points)]
    let page = body.add([
      "Type": .name("Page"), "MediaBox": box, "TrimBox": box, "BleedBox": box,
      "Resources": [:], "Tabs": .name("S"),
    ])
    if last.cut != nil {
      for (key, box) in boxes(of: last) { body.set(page, key, box) }
    }
    body.pages.append(page)
  }

  // MARK: Document

  /// What the catalog says.
  ///
  /// - Parameter elements: the object of each element of the structure.
  private mutating func describeDocument(_ elements: [PDFReference?]) {
    if body.pages.count >= 3 {
      // PDF/UA-2 wants bookmarks to lead to elements (ISO 14289-2, 8.8).
      Outline(composition, geometry, body.pages, standard.isPDF2 ? elements : nil)
        .write(into: &body)
    }
    let metadata = composition.metadata
    let entries: [(String, PDFValue)] = [
      ("MarkInfo", ["Marked": true]),
      ("Lang", .bytes(Array(metadata.language.pdfTag.utf8))),
      ("ViewerPreferences", ["DisplayDocTitle": true]),
      ("OutputIntents", [ColorProfile.outputIntent(in: &body)]),
      ("PageLabels", ["Nums": .array(pageLabels)]),
    ]
    for (key, value) in entries { body.set(body.catalog, key, value) }
    DocumentInformation(metadata: metadata, standard: standard).write(into: &body)
    Attachments(files: options.attachments, date: metadata.date).write(into: &body)
  }

  /// The letter's pages are numbered from 1, and those of each enclosure again.
  private var pageLabels: [PDFValue] {
    [0, ["S": .name("D")]]
      + composition.enclosures.flatMap { enclosure -> [PDFValue] in
        [
          .integer(enclosure.pages.lowerBound), ["S": .name("D"), "P": .text(enclosure.label)],
        ]
      }
  }
}
