import Intake
import PDFFile

/// Makes values of a foreign structure, its content called as it is called now.
struct StructureReader {
  /// The structure as a value.
  private(set) var structure: ForeignStructure

  private let file: OpenedPDF
  private let tags: ForeignTags
  /// For each piece of content as its element names it, how it is called now.
  private let contentIDs: [ForeignTags.Mark: [Int]]
  /// The forms with content of their own, by their numbers.
  private let forms: [Int: PDFReference]
  /// The page of each annotation.
  private let homes: [Int: Int]

  /// Reads the structure of a file whose pages are ready; nil where none is kept.
  init?(_ file: OpenedPDF, pages: Range<Int>, _ maker: inout FragmentMaker) throws(PDFError) {
    guard let tags = file.tags else { return nil }
    self.file = file
    self.tags = tags
    contentIDs = try Self.contentIDs(of: file, tags, pages: pages)
    homes = Self.homes(of: file, pages: pages)
    var forms: [Int: PDFReference] = [:]
    var owned: [ForeignStructure.Form] = []
    for (number, content) in file.taggedForms.sorted(by: { $0.key < $1.key }) {
      let form = maker.add(content.form, in: file.document)
      forms[number] = form
      owned.append(
        ForeignStructure.Form(
          form: form, owners: content.ids.map { tags.owner(of: $0, in: number) ?? 0 }))
    }
    self.forms = forms
    structure = ForeignStructure(elements: [], roots: tags.roots, forms: owned)
    structure.elements = tags.elements.map { element(of: $0) }
  }

  private static func contentIDs(
    of file: OpenedPDF, _ tags: ForeignTags, pages: Range<Int>
  ) throws(PDFError) -> [ForeignTags.Mark: [Int]] {
    var former: [Int: [Int?]] = [:]
    for page in pages {
      former[file.document.objectNumber(file.document.page(page))] = try file.page(page).formerIDs
    }
    for (number, content) in file.taggedForms { former[number] = content.ids }
    var known: [Int: [Int: [Int]]] = [:]
    for (container, ids) in former {
      for (new, old) in ids.enumerated() {
        if let old { known[container, default: [:]][old, default: []].append(new) }
      }
    }
    var result: [ForeignTags.Mark: [Int]] = [:]
    for element in tags.elements {
      for case .mark(let mark) in element.kids { result[mark] = known[mark.container]?[mark.id] }
    }
    return result
  }

  /// An annotation that several pages list is on the first of them.
  private static func homes(of file: OpenedPDF, pages: Range<Int>) -> [Int: Int] {
    var homes: [Int: Int] = [:]
    for page in pages.reversed() {
      for annotation in file.document.items(
        of: file.document.get(file.document.page(page), "Annots"))
      {
        homes[file.document.objectNumber(annotation)] = page
      }
    }
    return homes
  }

  // MARK: Elements

  private func element(of element: ForeignTags.Element) -> ForeignStructure.Element {
    let object = element.object
    var texts: PDFDictionary = [:]
    for key in ["T", "Alt", "E", "ActualText"] {
      texts[key] = file.document.bytes(object, key).map { .bytes($0) }
    }
    let language = file.document.bytes(object, "Lang").flatMap {
      isLanguageIdentifier(String(decoding: $0, as: UTF8.self)) ? $0 : nil
    }
    return ForeignStructure.Element(
      type: element.type, parent: element.parent,
      kids: element.kids.flatMap { kids(of: $0, in: element) },
      page: page(of: element), texts: texts, language: language,
      name: file.document.bytes(object, "ID"),
      attributes: ForeignAttributes.values(of: object, in: file.document))
  }

  private func kids(
    of kid: ForeignTags.Kid, in element: ForeignTags.Element
  ) -> [ForeignStructure.Kid] {
    switch kid {
    case .element(let child): return [.element(child)]
    case .mark(let mark):
      return (contentIDs[mark] ?? []).map { id in
        forms[mark.container].map { .part(of: $0, page: mark.page, id: id) }
          ?? .content(page: mark.page, id: id)
      }
    case .annotation(let number, let annotation):
      if let drawn = file.drawnAnnotations[number] {
        return [.content(page: drawn.page, id: drawn.id)]
      }
      guard element.type == "Link" else { return [] }
      return link(number, annotation).map { [.link($0)] } ?? []
    }
  }

  /// The page that an element's first content is on.
  private func page(of element: ForeignTags.Element) -> Int? {
    for kid in element.kids {
      switch kid {
      case .mark(let mark): return mark.page
      case .annotation(let number, _):
        if let drawn = file.drawnAnnotations[number] { return drawn.page }
      case .element: continue
      }
    }
    return nil
  }

  /// A link that leads to an address; nil for any other, and for one that is not shown.
  private func link(_ number: Int, _ annotation: PDFObject) -> ForeignStructure.Link? {
    let action = file.document.get(annotation, "A")
    guard file.document.name(annotation, "Subtype") == "Link",
      file.document.name(action, "S") == "URI", let address = file.document.bytes(action, "URI"),
      // Hidden, or not to be shown.
      (file.document.integer(annotation, "F") ?? 0) & 0x22 == 0, let page = homes[number]
    else { return nil }
    return ForeignStructure.Link(
      page: page, rect: file.document.numbers(annotation, "Rect"), address: address,
      contents: file.document.bytes(annotation, "Contents") ?? [])
  }
}
