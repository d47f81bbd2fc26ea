package import PDFFile

/// What a file says of the order and the meaning of its content (ISO 32000-1, 14.7).
package struct StructureTree: Sendable {
  /// An element with its kids in order.
  package struct Element: Sendable {
    /// Its type as it is written.
    package let name: String
    /// Its type among the standard ones, by the role map; as it is written where that leads nowhere.
    package let type: String
    /// Its object's number; nil for one that is part of another.
    package let object: Int?
    /// Its entries.
    package let entries: PDFDictionary
    /// The place of the element above in ``StructureTree/elements``; nil at the top.
    package let parent: Int?
    /// How deep it stands, from 0.
    package let depth: Int
    /// What it holds.
    package fileprivate(set) var kids: [Kid] = []
  }

  /// What an element holds.
  package enum Kid: Hashable, Sendable {
    /// A further element, by its place.
    case element(Int)
    /// Marked content of a page or a form, by their object's number.
    case content(page: Int?, stream: Int?, id: Int)
    /// An annotation or another object.
    case object(page: Int?, number: Int?)
  }

  /// All elements in reading order, each before those within it.
  package private(set) var elements: [Element] = []
  /// Whether an element stands in two places, or above itself.
  package private(set) var isTangled = false
  private let roles: PDFDictionary
  private let pdf: InspectedPDF

  private static let limit = 200_000

  /// Reads the tree; nil for a file without one.
  init?(in pdf: InspectedPDF) {
    guard let root = pdf.dictionary(pdf.catalog["StructTreeRoot"]) else { return nil }
    self.pdf = pdf
    roles = pdf.dictionary(root["RoleMap"]) ?? PDFDictionary([])
    var seen: Set<Int> = []
    // By a list of its own, for trees may be deeper than a stack.
    var waiting: [Pending] = Self.kids(root["K"], in: pdf).reversed().map {
      Pending(value: $0, parent: nil, page: nil)
    }
    while let next = waiting.popLast() {
      guard elements.count < Self.limit else { return }
      read(next, &seen, &waiting)
    }
  }

  private struct Pending {
    let value: PDFValue
    let parent: Int?
    let page: Int?
  }

  private static func kids(_ value: PDFValue?, in pdf: InspectedPDF) -> [PDFValue] {
    switch pdf.resolve(value) {
    case .array(let items): items
    case .null: []
    default: [value ?? .null]
    }
  }

  private mutating func read(
    _ next: Pending, _ seen: inout Set<Int>, _ waiting: inout [Pending]
  ) {
    if let id = pdf.integer(next.value) {
      return add(.content(page: next.page, stream: nil, id: id), to: next.parent)
    }
    guard let entries = pdf.dictionary(next.value) else { return }
    let page = Self.number(entries["Pg"]) ?? next.page
    switch pdf.name(entries["Type"]) {
    case "MCR":
      let stream = Self.number(entries["Stm"])
      guard let id = pdf.integer(entries["MCID"]) else { return }
      add(.content(page: page, stream: stream, id: id), to: next.parent)
    case "OBJR": add(.object(page: page, number: Self.number(entries["Obj"])), to: next.parent)
    default:
      let number = Self.number(next.value)
      if let number, !seen.insert(number).inserted {
        isTangled = true
        return
      }
      let name = pdf.name(entries["S"]) ?? ""
      let place = elements.count
      elements.append(
        Element(
          name: name, type: type(of: name), object: number, entries: entries,
          parent: next.parent, depth: next.parent.map { elements[$0].depth + 1 } ?? 0))
      add(.element(place), to: next.parent)
      for kid in Self.kids(entries["K"], in: pdf).reversed() {
        waiting.append(Pending(value: kid, parent: place, page: page))
      }
    }
  }

  private mutating func add(_ kid: Kid, to parent: Int?) {
    if let parent { elements[parent].kids.append(kid) }
  }

  private static func number(_ value: PDFValue?) -> Int? {
    if case .reference(let reference) = value { reference.index } else { nil }
  }

  /// The standard type that a name stands for (ISO 32000-1, 14.7.3).
  private func type(of name: String) -> String {
    var name = name
    for _ in 0..<32 {
      if Self.standard.contains(name) { return name }
      guard let next = pdf.name(roles[name]) else { return name }
      name = next
    }
    return name
  }

  /// The types of ISO 32000-1, 14.8.4, and those of ISO 32000-2 that are new there.
  package static let standard: Set = [
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index",
    "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
    "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference",
    "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure",
    "Formula", "Form", "DocumentFragment", "Aside", "Title", "Sub", "Em", "Strong", "FENote",
    "Artifact",
  ]

  // MARK: Looking at elements

  /// The places of the elements right within one.
  package func elements(within place: Int) -> [Int] {
    elements[place].kids.compactMap { if case .element(let kid) = $0 { kid } else { nil } }
  }

  /// All places within an element, itself first; they follow each other in ``elements``.
  package func range(of place: Int) -> Range<Int> {
    var end = place + 1
    while end < elements.count, elements[end].depth > elements[place].depth { end += 1 }
    return place..<end
  }

  /// The value of an attribute of an element (ISO 32000-1, 14.7.5); null where it has none.
  package func attribute(_ key: String, owner: String, of place: Int) -> PDFValue {
    let value = elements[place].entries["A"]
    let lists =
      pdf.dictionary(value).map { [$0] } ?? pdf.items(value).compactMap { pdf.dictionary($0) }
    for list in lists where pdf.name(list["O"]) == owner {
      if let found = list[key] { return pdf.resolve(found) }
    }
    return .null
  }

  /// The number of the page that an element's first content stands on; nil where it has none.
  package func page(of place: Int) -> Int? {
    for index in range(of: place) {
      for kid in elements[index].kids {
        switch kid {
        case .content(let page?, _, _), .object(let page?, _):
          if let found = pdf.pages.first(where: { $0.object == page }) { return found.number }
        default: continue
        }
      }
    }
    return nil
  }
}
