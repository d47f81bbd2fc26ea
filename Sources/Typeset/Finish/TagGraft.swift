import Intake
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

  /// Where a foreign page lies in the letter.
  struct Place {
    /// The letter's page.
    let page: Int
    /// How the foreign page's plane lies on it.
    let matrix: PageMatrix
  }

  let structure: ForeignStructure
  /// What its forms are in the letter.
  let objects: AdoptedFragment
  /// What comes before the names of its elements, so that two files do not use the same.
  let prefix: String
  /// The places of the foreign pages that the letter shows.
  let places: [Int: Place]
  /// The letter's pages.
  let pages: [PDFReference]
  /// Whether links are plain text, as on paper.
  let linksAreText: Bool
  /// Whether the letter is of PDF 2.0.
  let isPDF2: Bool
  /// For each foreign page the element of each piece of its marked content.
  let pageOwners: [[Int]]

  /// Makes the elements, and the annotations of links.
  func graft(into body: inout PDFBody) -> Result {
    var result = Result()
    let elements = makeElements(in: &body)
    for (index, object) in elements.enumerated() {
      let element = structure.elements[index]
      let home = element.page.flatMap { places[$0] }
      let before = result.annotations.count
      let kids = element.kids.compactMap { kid in
        value(of: kid, under: object, elements, home: home?.page, &result, in: &body)
      }
      describe(index, object, hasLink: result.annotations.count > before, &result, in: &body)
      if let home { body.set(object, "Pg", .reference(pages[home.page])) }
      if let first = kids.first {
        body.set(object, "K", kids.count == 1 ? first : .array(kids))
      }
    }
    result.kids = structure.roots.map { elements[$0] }
    noteOwners(elements, &result, in: &body)
    return result
  }

  /// An object for each element, under the one that holds it.
  private func makeElements(in body: inout PDFBody) -> [PDFReference] {
    var objects: [PDFReference] = []
    for element in structure.elements {
      let object = body.add(["S": .name("NonStruct")])
      objects.append(object)
      if let parent = element.parent { body.set(object, "P", .reference(objects[parent])) }
    }
    return objects
  }

  /// Says what content belongs to which element, and gives the pages their links.
  private func noteOwners(
    _ elements: [PDFReference], _ result: inout Result, in body: inout PDFBody
  ) {
    for (page, links) in Dictionary(grouping: result.annotations, by: \.page) {
      body.set(pages[page], "Annots", .array(links.map { .reference($0.annotation) }))
    }
    for (page, place) in places {
      result.pageOwners[place.page] = pageOwners[page].map { elements[$0] }
    }
    result.forms = structure.forms.map { form in
      (objects[form.form], form.owners.map { elements[$0] })
    }
  }

  // MARK: Content

  /// What an element says of something that it holds; nil for what is on no page of the letter.
  private func value(
    of kid: ForeignStructure.Kid, under element: PDFReference, _ elements: [PDFReference],
    home: Int?, _ result: inout Result, in body: inout PDFBody
  ) -> PDFValue? {
    switch kid {
    case .element(let child): return .reference(elements[child])
    case .content(let page, let id):
      guard let place = places[page] else { return nil }
      if place.page == home { return .integer(id) }
      return ["Type": .name("MCR"), "Pg": .reference(pages[place.page]), "MCID": .integer(id)]
    case .part(let form, let page, let id):
      guard let place = places[page] else { return nil }
      return [
        "Type": .name("MCR"), "Pg": .reference(pages[place.page]),
        "Stm": .reference(objects[form]), "MCID": .integer(id),
      ]
    case .link(let link):
      guard !linksAreText, let place = places[link.page],
        let annotation = link.annotation(on: place, in: &body)
      else { return nil }
      result.annotations.append((annotation, element, place.page))
      return [
        "Type": .name("OBJR"), "Pg": .reference(pages[place.page]), "Obj": .reference(annotation),
      ]
    }
  }

  // MARK: Description

  /// What a screen reader is told of an element, besides its content.
  private func describe(
    _ index: Int, _ object: PDFReference, hasLink: Bool, _ result: inout Result,
    in body: inout PDFBody
  ) {
    let element = structure.elements[index]
    body.set(object, "S", .name(type(of: element, hasLink: hasLink)))
    for text in element.texts.entries { body.set(object, text.key, text.value) }
    if let language = element.language { body.set(object, "Lang", .bytes(language)) }
    var name = element.name
    if name?.isEmpty != false, element.type == "Note" { name = Array("note-\(index)".utf8) }
    if let name, !name.isEmpty {
      body.set(object, "ID", .bytes(Array(prefix.utf8) + name))
      result.names.append((Array(prefix.utf8) + name, object))
    }
    let matrix = element.page.flatMap { places[$0]?.matrix }
    let attributes = element.attributes.map {
      PDFValue.dictionary(numbered(moved($0, by: matrix), on: element))
    }
    if let first = attributes.first {
      body.set(object, "A", attributes.count == 1 ? first : .array(attributes))
    }
  }

  /// Attributes as they are in the letter: boxes on its page, and names with what comes before them.
  private func moved(_ attributes: PDFDictionary, by matrix: PageMatrix?) -> PDFDictionary {
    var moved = attributes
    if case .array(let items)? = attributes["BBox"] {
      let box = items.compactMap(\.number)
      moved["BBox"] =
        box.count == 4 ? matrix.map { .array($0.bounds(of: box).map { .points($0) }) } : nil
    }
    if case .array(let names)? = attributes["Headers"] {
      moved["Headers"] = .array(
        names.compactMap { name in
          guard case .bytes(let name) = name else { return nil }
          return .bytes(Array(prefix.utf8) + name)
        })
    }
    return moved
  }

  /// Attributes with the kind of a list's labels: words of any kind are `None` in PDF 1.7 (ISO 32000-1,
  /// table 347), which PDF/UA-2 forbids (ISO 14289-2, 8.2.5.25) and PDF 2.0 has a name for.
  private func numbered(
    _ attributes: PDFDictionary, on element: ForeignStructure.Element
  ) -> PDFDictionary {
    guard isPDF2, element.type == "L", attributes["ListNumbering"] == .name("None"),
      kids(of: element).contains(where: { kids(of: $0).contains { $0.type == "Lbl" } })
    else { return attributes }
    var attributes = attributes
    attributes["ListNumbering"] = .name("Description")
    return attributes
  }

  private func kids(of element: ForeignStructure.Element) -> [ForeignStructure.Element] {
    element.kids.compactMap {
      if case .element(let kid) = $0 { structure.elements[kid] } else { nil }
    }
  }

  /// The type under which an element goes on: fields and stamps are drawn, and links without an
  /// address are text.
  private func type(of element: ForeignStructure.Element, hasLink: Bool) -> String {
    switch element.type {
    case "Form", "Annot":
      let parent = element.parent.map { structure.elements[$0].type } ?? "Part"
      return ["Part", "Sect", "Art", "Div", "Document", "BlockQuote"].contains(parent)
        ? "P" : "Span"
    case "Link" where !hasLink: return "Span"
    default: return element.type
    }
  }
}

extension PDFValue {
  /// The number that it is; nil for anything else.
  fileprivate var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .real(let number): number
    default: nil
    }
  }
}
