import PDFFile

/// Builds all of the delivered file but what the painted pages draw with: content with its tags,
/// structure, links, bookmarks and what the document says about itself.
struct DocumentBuilder {
  let composition: Composition
  let standard: PDFStandard
  let options: FinishOptions
  let pages: PaintedPages
  /// What is built.
  private(set) var body: PDFBody
  /// What of it the document has.
  private(set) var known = KnownObjects()

  private let geometry: ContentGeometry
  private var structure: StructureBuilder

  private var isPaper: Bool { options.purpose == .print }
  private var sizes: [Size] { composition.pages.map(\.size) }

  init(
    composition: Composition, standard: PDFStandard, options: FinishOptions, pages: PaintedPages
  ) {
    self.composition = composition
    self.standard = standard
    self.options = options
    self.pages = pages
    body = PDFBody(pageCount: pages.pages.count)
    geometry = ContentGeometry(composition)
    structure = StructureBuilder(composition.structure)
    for (reference, page) in zip(body.pages, pages.pages) {
      known.note(reference, page.object)
    }
  }

  /// Builds the document, page by page and then as a whole.
  ///
  /// - Parameter marks: the marked content of each page as it was painted.
  mutating func build(_ marks: [[MarkedContent]]) throws(PDFError) {
    let imports = try ImportedPages(composition: composition, linksAreText: isPaper)
      .takeOver(into: &body, &known, painted: pages)
    for (index, marks) in ImportedPages.marks(of: composition, marks).enumerated() {
      let tags = try structure.addPage(marks)
      let content = try content(of: index, tags, marks, with: imports.drawings[index])
      body.set(body.pages[index], "Contents", .reference(body.addStream(content)))
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
    structure.assemble()
    let writer = StructureWriter(
      builder: structure, pages: body.pages, figures: geometry.figures, pageSizes: sizes,
      linksAreText: isPaper, isPDF2: standard.isPDF2, grafts: grafts)
    let elements = writer.write(into: &body, annotationOwners: annotationOwners)
    describeDocument(elements)
    if isPaper, options.blankLastSide, body.pages.count % 2 == 1,
      let last = composition.pages.last
    {
      appendBlankPage(like: last)
    }
  }

  // MARK: Pages

  /// A page's content with its tags, and an imported page under it or around it.
  private mutating func content(
    of index: Int, _ tags: [ContentOperation], _ marks: [MarkedContent],
    with drawing: ImportedPages.Drawing?
  ) throws(PDFError) -> [UInt8] {
    let own = if case .under = drawing { 1 } else { 0 }
    var rewriter = ContentRewriter(
      marks: tags.dropFirst(own).map { [$0].bytes },
      dropsInner: marks.dropFirst(own).map { $0.actualText != nil || $0.isRightToLeft })
    rewriter.isForPaper = isPaper
    let content = rewriter.rewrite(pages.pages[index].content)
    guard rewriter.count == rewriter.marks.count else {
      throw PDFError(
        action: "tag the content",
        reason: "a page has \(rewriter.count) tags, but \(rewriter.marks.count) were painted")
    }
    switch drawing {
    case .under(let drawing):
      guard let tag = tags.first else { return content }
      return ([tag] + drawing + [.end]).line + content
    case .whole(let foreign, let resources):
      // Its names would meet those of the foreign page, so the letter's own content is a form.
      return foreign + (marks.isEmpty ? [] : ownForm(content, on: index, resources))
    case nil: return content
    }
  }

  /// Puts content into a form among the resources of a foreign page.
  ///
  /// - Returns: the operators that draw it.
  private mutating func ownForm(
    _ content: [UInt8], on index: Int, _ resources: PDFReference
  ) -> [UInt8] {
    let page = pages.pages[index]
    let form = body.addStream(
      content,
      [
        "Type": .name("XObject"), "Subtype": .name("Form"),
        "BBox": .reference(known.name(page.mediaBox, in: &body)),
        "Resources": .reference(known.name(page.resources, in: &body)),
      ])
    var drawings: PDFDictionary = [:]
    if case .value(.dictionary(let entries)) = body[resources],
      case .dictionary(let known)? = entries["XObject"]
    {
      drawings = known
    }
    var name = "LetterContent"
    // A letter of ours that is enclosed has the name already, and pages may share what they draw with.
    if drawings[name] != nil { name += "\(index + 1)" }
    while drawings[name] != nil { name += "A" }
    drawings[name] = .reference(form)
    body.set(resources, "XObject", .dictionary(drawings))
    return [ContentOperation.draw(name)].line
  }

  private mutating func describePage(_ index: Int) {
    let page = body.pages[index]
    // Screen readers follow the structure, also from link to link (ISO 14289-1, 7.18.3).
    body.set(page, "Tabs", .name("S"))
    guard isPaper else { return }
    let painted = composition.pages[index]
    guard painted.cut == nil else {
      for (key, box) in boxes(of: painted) { body.set(page, key, box) }
      return
    }
    let box = known.name(pages.pages[index].mediaBox, in: &body)
    body.set(page, "TrimBox", .reference(box))
    body.set(page, "BleedBox", .reference(box))
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
