import PDFFile

/// Writes a built structure tree into a PDF.
struct StructureWriter {
  let builder: StructureBuilder
  let pages: [PDFReference]
  let figures: [ElementID: ContentGeometry.Extent]
  let pageSizes: [Size]
  /// Whether links are plain text, as on paper.
  let linksAreText: Bool
  /// Whether the tree is that of PDF 2.0 (ISO 32000-2, 14.7 and 14.8).
  let isPDF2: Bool
  /// The structures of other PDFs.
  var grafts: [TagGraft.Result] = []

  /// Writes the tree and gives the pages their keys into it.
  ///
  /// - Parameter annotationOwners: for each annotation's `StructParent`, from the number of pages
  ///   upwards, its element.
  /// - Returns: the object of each element; nil for one that is left out.
  func write(
    into body: inout PDFBody, annotationOwners: [ElementID]
  ) -> [PDFReference?] {
    let root = body.add(["Type": .name("StructTreeRoot")])
    let elements = makeElements(in: &body, under: root)
    guard let document = elements.first ?? nil else { return elements }
    body.set(root, "K", .array([.reference(document)]))
    writeParentTree(into: &body, root, elements, annotationOwners)
    body.set(body.catalog, "StructTreeRoot", .reference(root))
    return elements
  }

  private func makeElements(
    in body: inout PDFBody, under root: PDFReference
  ) -> [PDFReference?] {
    var objects: [PDFReference?] = []
    var names: [(key: [UInt8], element: PDFReference)] = []
    let namespace = isPDF2 ? StructureNamespace.add(to: root, in: &body) : nil
    objects.reserveCapacity(builder.structure.elements.count)
    for (index, element) in builder.structure.elements.enumerated() {
      guard builder.keeps(index) else {
        objects.append(nil)
        continue
      }
      let parent = builder.parent(of: index).flatMap { objects[$0] } ?? root
      let object = body.add(entries(of: element, index, parent, namespace))
      if element.role == .note { names.append((noteID(index), object)) }
      objects.append(object)
    }
    for index in objects.indices {
      if let object = objects[index] { writeKids(of: index, object, objects, into: &body) }
    }
    if isPDF2 { NoteReferences(builder.structure, objects).write(into: &body) }
    names += grafts.flatMap(\.names)
    if !names.isEmpty {
      names.sort { $0.key.lexicographicallyPrecedes($1.key) }
      let pairs = names.flatMap { [PDFValue.bytes($0.key), .reference($0.element)] }
      body.set(root, "IDTree", ["Names": .array(pairs)])
    }
    return objects
  }

  /// What a screen reader is told of an element, besides its content.
  private func entries(
    of element: StructureElement, _ index: Int, _ parent: PDFReference, _ namespace: PDFReference?
  ) -> PDFValue {
    var type = element.role.type
    if linksAreText, case .link = element.role { type = holdsFigure(index) ? "Div" : "Span" }
    if isPDF2, element.role == .note { type = "FENote" }
    if !isPDF2, element.role == .aside { type = "Div" }
    var entries: PDFDictionary = ["S": .name(type), "P": .reference(parent)]
    if let namespace, StructureNamespace.knows(type) { entries["NS"] = .reference(namespace) }
    if let title = element.title { entries["T"] = .text(title) }
    if let words = element.alternative { entries["Alt"] = .text(words) }
    if let words = element.actualText { entries["ActualText"] = .text(words) }
    if let words = element.expansion { entries["E"] = .text(words) }
    if let language = element.language {
      entries["Lang"] = .bytes(Array(language.pdfTag.utf8))
    }
    if element.role == .note { entries["ID"] = .bytes(noteID(index)) }
    entries["A"] = attributes(of: element, index)
    return .dictionary(entries)
  }

  /// Whether an element, as the link of an image, holds a figure rather than a line's.
  private func holdsFigure(_ index: Int) -> Bool {
    builder.kids(of: index).contains {
      if case .element(let kid) = $0 {
        builder.structure.elements[kid].role == .figure
          && !builder.structure.elements[kid].isInline
      } else {
        false
      }
    }
  }

  /// The standard attributes of ISO 32000-1, 14.8.5.
  private func attributes(of element: StructureElement, _ index: Int) -> PDFValue? {
    switch element.role {
    case .list(let numbering):
      // Terms are labels of a kind that PDF 1.7 has no name for.
      let name = isPDF2 && numbering == .none ? "Description" : numbering.rawValue
      return ["O": .name("List"), "ListNumbering": .name(name)]
    case .note where isPDF2: return ["O": .name("FENote"), "NoteType": .name("Footnote")]
    case .tableHeader(let scope):
      return ["O": .name("Table"), "Scope": .name(scope.rawValue)]
    case .figure:
      guard let extent = figures[ElementID(index)], pageSizes.indices.contains(extent.page)
      else { return nil }
      return [
        "O": .name("Layout"),
        "Placement": .name(element.isInline ? "Inline" : "Block"),
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
    of index: Int, _ object: PDFReference, _ objects: [PDFReference?],
    into body: inout PDFBody
  ) {
    let kids = builder.kids(of: index)
    var home: Int?
    for case .mark(let page, _) in kids where home == nil { home = page }
    if let home { body.set(object, "Pg", .reference(pages[home])) }
    let values = kids.flatMap { kid -> [PDFValue] in
      switch kid {
      case .element(let child):
        return objects[child].map { [.reference($0)] } ?? []
      case .mark(let page, let id):
        if page == home { return [.integer(id)] }
        return [["Type": .name("MCR"), "Pg": .reference(pages[page]), "MCID": .integer(id)]]
      case .annotation(let page, let annotation):
        return [
          ["Type": .name("OBJR"), "Pg": .reference(pages[page]), "Obj": .reference(annotation)]
        ]
      case .graft(let number):
        guard grafts.indices.contains(number) else { return [] }
        for kid in grafts[number].kids { body.set(kid, "P", .reference(object)) }
        return grafts[number].kids.map { .reference($0) }
      }
    }
    guard let first = values.first else { return }
    body.set(object, "K", values.count == 1 ? first : .array(values))
  }

  private func writeParentTree(
    into body: inout PDFBody, _ root: PDFReference, _ elements: [PDFReference?],
    _ annotationOwners: [ElementID]
  ) {
    var entries: [PDFValue] = []
    let grafted = grafts.reduce(into: [:]) { $0.merge($1.pageOwners) { first, _ in first } }
    for (page, owners) in builder.contentOwners.enumerated() {
      let list = owners.compactMap { elements[$0] } + (grafted[page] ?? [])
      guard !list.isEmpty else { continue }
      entries += [.integer(page), .reference(body.add(.array(list.map { .reference($0) })))]
      body.set(pages[page], "StructParents", .integer(page))
    }
    for (index, owner) in annotationOwners.enumerated() {
      guard let element = elements[owner.index] else { continue }
      entries += [.integer(pages.count + index), .reference(element)]
    }
    var next = pages.count + annotationOwners.count
    for graft in grafts {
      for (annotation, owner, _) in graft.annotations {
        body.set(annotation, "StructParent", .integer(next))
        entries += [.integer(next), .reference(owner)]
        next += 1
      }
      for (form, owners) in graft.forms {
        body.set(form, "StructParents", .integer(next))
        entries += [.integer(next), .reference(body.add(.array(owners.map { .reference($0) })))]
        next += 1
      }
    }
    body.set(root, "ParentTree", .reference(body.add(["Nums": .array(entries)])))
    body.set(root, "ParentTreeNextKey", .integer(next))
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
      .points(minX.points), .points(page.height.points - maxY.points), .points(maxX.points),
      .points(page.height.points - minY.points),
    ]
  }
}
