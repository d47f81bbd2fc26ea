/// Writes a built structure tree into a PDF.
struct StructureWriter {
  let builder: StructureBuilder
  let pages: [PDFObject]
  let figures: [ElementID: ContentGeometry.Extent]
  let pageSizes: [Size]
  /// Whether links are plain text, as on paper.
  let linksAreText: Bool
  /// The structures of other PDFs.
  var grafts: [TagGraft.Result] = []

  /// Writes the tree and gives the pages their keys into it.
  ///
  /// - Parameter annotationOwners: for each annotation's `StructParent`, from the number of pages
  ///   upwards, its element.
  func write(into pdf: borrowing PDFDocument, annotationOwners: [ElementID]) {
    let root = pdf.add(["Type": .name("StructTreeRoot")])
    let elements = makeElements(in: pdf, under: root)
    guard let document = elements.first ?? nil else { return }
    pdf.set(root, "K", .array([.object(document)]))
    writeParentTree(into: pdf, root, elements, annotationOwners)
    pdf.set(pdf.catalog, "StructTreeRoot", .object(root))
  }

  private func makeElements(
    in pdf: borrowing PDFDocument, under root: PDFObject
  ) -> [PDFObject?] {
    var objects: [PDFObject?] = []
    var names: [(key: [UInt8], element: PDFObject)] = []
    objects.reserveCapacity(builder.structure.elements.count)
    for (index, element) in builder.structure.elements.enumerated() {
      guard builder.keeps(index) else {
        objects.append(nil)
        continue
      }
      let parent = builder.parent(of: index).flatMap { objects[$0] } ?? root
      let object = pdf.add(entries(of: element, index, parent))
      if element.role == .note { names.append((noteID(index), object)) }
      objects.append(object)
    }
    for index in objects.indices {
      if let object = objects[index] { writeKids(of: index, object, objects, into: pdf) }
    }
    names += grafts.flatMap(\.names)
    if !names.isEmpty {
      names.sort { $0.key.lexicographicallyPrecedes($1.key) }
      let pairs = names.flatMap { [PDFValue.bytes($0.key), .object($0.element)] }
      pdf.set(root, "IDTree", ["Names": .array(pairs)])
    }
    return objects
  }

  /// What a screen reader is told of an element, besides its content.
  private func entries(
    of element: StructureElement, _ index: Int, _ parent: PDFObject
  ) -> PDFValue {
    var type = element.role.type
    if linksAreText, case .link = element.role { type = "Span" }
    var entries: [(key: String, value: PDFValue)] = [("S", .name(type)), ("P", .object(parent))]
    if let title = element.title { entries.append(("T", .text(title))) }
    if let words = element.alternative { entries.append(("Alt", .text(words))) }
    if let words = element.actualText { entries.append(("ActualText", .text(words))) }
    if let language = element.language {
      entries.append(("Lang", .bytes(Array(language.pdfTag.utf8))))
    }
    if element.role == .note { entries.append(("ID", .bytes(noteID(index)))) }
    if let attributes = attributes(of: element, index) { entries.append(("A", attributes)) }
    return .dictionary(entries)
  }

  /// The standard attributes of ISO 32000-1, 14.8.5.
  private func attributes(of element: StructureElement, _ index: Int) -> PDFValue? {
    switch element.role {
    case .list(let numbering):
      return ["O": .name("List"), "ListNumbering": .name(numbering.rawValue)]
    case .tableHeader(let scope):
      return ["O": .name("Table"), "Scope": .name(scope.rawValue)]
    case .figure:
      guard let extent = figures[ElementID(index)], pageSizes.indices.contains(extent.page)
      else { return nil }
      return [
        "O": .name("Layout"), "Placement": .name("Block"),
        "BBox": extent.rect.value(on: pageSizes[extent.page]),
      ]
    default: return nil
    }
  }

  /// The note's name, of equal length so that the names sort as the notes do.
  private func noteID(_ index: Int) -> [UInt8] {
    let digits = String(index)
    return Array("note-\(String(repeating: "0", count: max(0, 8 - digits.count)))\(digits)".utf8)
  }

  private func writeKids(
    of index: Int, _ object: PDFObject, _ objects: [PDFObject?],
    into pdf: borrowing PDFDocument
  ) {
    let kids = builder.kids(of: index)
    var home: Int?
    for case .mark(let page, _) in kids where home == nil { home = page }
    if let home { pdf.set(object, "Pg", .object(pages[home])) }
    let values = kids.flatMap { kid -> [PDFValue] in
      switch kid {
      case .element(let child):
        return objects[child].map { [.object($0)] } ?? []
      case .mark(let page, let id):
        if page == home { return [.integer(id)] }
        return [["Type": .name("MCR"), "Pg": .object(pages[page]), "MCID": .integer(id)]]
      case .annotation(let page, let annotation):
        return [
          ["Type": .name("OBJR"), "Pg": .object(pages[page]), "Obj": .object(annotation)]
        ]
      case .graft(let number):
        guard grafts.indices.contains(number) else { return [] }
        for kid in grafts[number].kids { pdf.set(kid, "P", .object(object)) }
        return grafts[number].kids.map { .object($0) }
      }
    }
    guard let first = values.first else { return }
    pdf.set(object, "K", values.count == 1 ? first : .array(values))
  }

  private func writeParentTree(
    into pdf: borrowing PDFDocument, _ root: PDFObject, _ elements: [PDFObject?],
    _ annotationOwners: [ElementID]
  ) {
    var entries: [PDFValue] = []
    let grafted = grafts.reduce(into: [:]) { $0.merge($1.pageOwners) { first, _ in first } }
    for (page, owners) in builder.contentOwners.enumerated() {
      let list = owners.compactMap { elements[$0] } + (grafted[page] ?? [])
      guard !list.isEmpty else {
        pdf.remove("StructParents", from: pages[page])
        continue
      }
      entries += [.integer(page), .object(pdf.add(.array(list.map { .object($0) })))]
      pdf.set(pages[page], "StructParents", .integer(page))
    }
    for (index, owner) in annotationOwners.enumerated() {
      guard let element = elements[owner.index] else { continue }
      entries += [.integer(pages.count + index), .object(element)]
    }
    var next = pages.count + annotationOwners.count
    for graft in grafts {
      for (annotation, owner) in graft.annotations {
        pdf.set(annotation, "StructParent", .integer(next))
        entries += [.integer(next), .object(owner)]
        next += 1
      }
      for (form, owners) in graft.forms {
        pdf.set(pdf.dictionary(of: form), "StructParents", .integer(next))
        entries += [.integer(next), .object(pdf.add(.array(owners.map { .object($0) })))]
        next += 1
      }
    }
    pdf.set(root, "ParentTree", .object(pdf.add(["Nums": .array(entries)])))
    pdf.set(root, "ParentTreeNextKey", .integer(next))
  }
}

extension LanguageTag {
  /// The tag in the letter case that BCP 47 (section 2.1.1) recommends.
  var pdfTag: String {
    var parts: [String] = []
    for (index, part) in tag.split(separator: "-").enumerated() {
      if index > 0, part.count == 2 {
        parts.append(part.uppercased())
      } else if index > 0, part.count == 4 {
        parts.append(part.prefix(1).uppercased() + part.dropFirst())
      } else {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "-")
  }
}

extension Rect {
  /// The rectangle as PDF has it: from the page's foot upwards.
  func value(on page: Size) -> PDFValue {
    [
      .real(minX.points), .real(page.height.points - maxY.points), .real(maxX.points),
      .real(page.height.points - minY.points),
    ]
  }
}
