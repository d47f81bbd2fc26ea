import ForeignPDF
import PDFFile

/// Hangs the structure of a foreign PDF into that of the letter.
struct TagGraft {
  /// What the letter's own structure needs to know.
  struct Result {
    /// The elements that come under the part; their parent is still to be set.
    var kids: [PDFReference] = []
    /// For each page of the letter, the element of each piece of marked content.
    var pageOwners: [Int: [PDFReference]] = [:]
    /// Forms, which are keys of the parent tree of their own, and their elements.
    var forms: [(form: PDFReference, owners: [PDFReference])] = []
    /// Annotations, their elements and their pages.
    var annotations: [(annotation: PDFReference, owner: PDFReference, page: Int)] = []
    /// The names of elements.
    var names: [(key: [UInt8], element: PDFReference)] = []
  }

  let source: OpenedPDF
  /// Its number among the opened PDFs.
  let number: Int
  let tags: ForeignTags
  /// What comes before the names of its elements, so that two files do not use the same.
  let prefix: String
  /// For each foreign page its place in the letter and how it lies there.
  let places: [Int: (page: Int, matrix: PageMatrix)]
  /// The letter's pages.
  let pages: [PDFReference]
  /// Whether links are plain text, as on paper.
  let linksAreText: Bool

  /// Makes the elements, and the annotations of links.
  func graft(
    into body: inout PDFBody, _ known: inout KnownObjects
  ) throws(PDFError) -> Result {
    var result = Result()
    let objects = makeElements(in: &body)
    let contentIDs = try newContentIDs()
    let links = ForeignLinks(source: source, places: places)
    for (index, object) in objects.enumerated() {
      let home = home(of: index)?.page
      var kids: [PDFValue] = []
      let before = result.annotations.count
      for kid in tags.elements[index].kids {
        switch kid {
        case .element(let child): kids.append(.reference(objects[child]))
        case .mark(let mark):
          for id in contentIDs[mark] ?? [] {
            kids.append(value(of: mark, id, home: home, in: &body, &known))
          }
        case .annotation(let number, let annotation):
          if let drawn = source.drawnAnnotations[number], let place = places[drawn.page] {
            kids.append(content(on: place.page, drawn.id, home: home))
          } else if !linksAreText, tags.elements[index].type == "Link",
            let (page, link) = links.link(number, annotation, in: &body)
          {
            result.annotations.append((link, object, page))
            kids.append(reference(to: link, on: page))
          }
        }
      }
      describe(index, object, hasLink: result.annotations.count > before, &result, in: &body)
      if let home { body.set(object, "Pg", .reference(pages[home])) }
      if let first = kids.first {
        body.set(object, "K", kids.count == 1 ? first : .array(kids))
      }
    }
    result.kids = tags.roots.map { objects[$0] }
    try noteOwners(objects, &result, in: &body, &known)
    return result
  }

  /// An object for each element, under the one that holds it.
  private func makeElements(in body: inout PDFBody) -> [PDFReference] {
    var objects: [PDFReference] = []
    for element in tags.elements {
      let object = body.add(["S": .name("NonStruct")])
      objects.append(object)
      if let parent = element.parent { body.set(object, "P", .reference(objects[parent])) }
    }
    return objects
  }

  /// Says what content belongs to which element, and gives the pages their links.
  private func noteOwners(
    _ objects: [PDFReference], _ result: inout Result, in body: inout PDFBody,
    _ known: inout KnownObjects
  ) throws(PDFError) {
    for (page, links) in Dictionary(grouping: result.annotations, by: \.page) {
      body.set(pages[page], "Annots", .array(links.map { .reference($0.annotation) }))
    }
    for (page, place) in places {
      result.pageOwners[place.page] = try source.page(page).owners.map { objects[$0] }
    }
    for (form, content) in source.taggedForms.sorted(by: { $0.key < $1.key }) {
      let owners = content.ids.map { objects[tags.owner(of: $0, in: form) ?? 0] }
      result.forms.append((known.copy(content.form, from: number, in: &body), owners))
    }
  }

  // MARK: Content

  /// For each piece of content as its element names it, how it is called now.
  private func newContentIDs() throws(PDFError) -> [ForeignTags.Mark: [Int]] {
    var former: [Int: [Int?]] = [:]
    for page in places.keys {
      former[source.document.objectNumber(source.document.page(page))] =
        try source.page(page).formerIDs
    }
    for (number, content) in source.taggedForms { former[number] = content.ids }
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

  /// The page in the letter that an element's first content is on, and how it lies there.
  private func home(of index: Int) -> (page: Int, matrix: PageMatrix)? {
    for kid in tags.elements[index].kids {
      switch kid {
      case .mark(let mark): if let place = places[mark.page] { return place }
      case .annotation(let number, _):
        if let drawn = source.drawnAnnotations[number] { return places[drawn.page] }
      case .element: continue
      }
    }
    return nil
  }

  private func value(
    of mark: ForeignTags.Mark, _ id: Int, home: Int?, in body: inout PDFBody,
    _ known: inout KnownObjects
  ) -> PDFValue {
    guard let place = places[mark.page] else { return .integer(id) }
    guard let form = source.taggedForms[mark.container]?.form else {
      return content(on: place.page, id, home: home)
    }
    return [
      "Type": .name("MCR"), "Pg": .reference(pages[place.page]),
      "Stm": .reference(known.copy(form, from: number, in: &body)), "MCID": .integer(id),
    ]
  }

  private func reference(to annotation: PDFReference, on page: Int) -> PDFValue {
    ["Type": .name("OBJR"), "Pg": .reference(pages[page]), "Obj": .reference(annotation)]
  }

  private func content(on page: Int, _ id: Int, home: Int?) -> PDFValue {
    if page == home { return .integer(id) }
    return ["Type": .name("MCR"), "Pg": .reference(pages[page]), "MCID": .integer(id)]
  }

  // MARK: Description

  /// What a screen reader is told of an element, besides its content.
  private func describe(
    _ index: Int, _ object: PDFReference, hasLink: Bool, _ result: inout Result,
    in body: inout PDFBody
  ) {
    let element = tags.elements[index]
    body.set(object, "S", .name(type(of: element, hasLink: hasLink)))
    for key in ["T", "Alt", "E", "ActualText"] {
      if let text = source.document.bytes(element.object, key) {
        body.set(object, key, .bytes(text))
      }
    }
    if let language = source.document.bytes(element.object, "Lang"),
      isLanguageIdentifier(String(decoding: language, as: UTF8.self))
    {
      body.set(object, "Lang", .bytes(language))
    }
    var name = source.document.bytes(element.object, "ID")
    if name?.isEmpty != false, element.type == "Note" { name = Array("note-\(index)".utf8) }
    if let name, !name.isEmpty {
      body.set(object, "ID", .bytes(Array(prefix.utf8) + name))
      result.names.append((Array(prefix.utf8) + name, object))
    }
    let attributes = ForeignAttributes(prefix: prefix, matrix: home(of: index)?.matrix)
      .values(of: element.object, in: source.document)
    if let first = attributes.first {
      body.set(object, "A", attributes.count == 1 ? first : .array(attributes))
    }
  }

  /// The type under which an element goes on: fields and stamps are drawn, and links without an
  /// address are text.
  private func type(of element: ForeignTags.Element, hasLink: Bool) -> String {
    switch element.type {
    case "Form", "Annot":
      let parent = element.parent.map { tags.elements[$0].type } ?? "Part"
      return ["Part", "Sect", "Art", "Div", "Document", "BlockQuote"].contains(parent)
        ? "P" : "Span"
    case "Link" where !hasLink: return "Span"
    default: return element.type
    }
  }
}
