/// What in a foreign structure keeps the letter from PDF/UA (ISO 14289-1, 7.1 to 7.9), as far as a
/// program can tell.
struct TagAudit {
  let tags: ForeignTags

  private static let parents: [String: Set<String>] = [
    "TR": ["Table", "THead", "TBody", "TFoot"], "THead": ["Table"], "TBody": ["Table"],
    "TFoot": ["Table"], "TH": ["TR"], "TD": ["TR"], "LI": ["L"], "LBody": ["LI"], "TOCI": ["TOC"],
  ]
  private static let kids: [String: Set<String>] = [
    "Table": ["TR", "THead", "TBody", "TFoot", "Caption"], "TR": ["TH", "TD"], "THead": ["TR"],
    "TBody": ["TR"], "TFoot": ["TR"], "L": ["L", "LI", "Caption"], "LI": ["Lbl", "LBody"],
    "TOC": ["TOC", "TOCI", "Caption"],
  ]

  /// The first thing found; nil if nothing is wrong.
  func flaw(in document: borrowing PDFDocument) -> String? {
    if let flaw = tags.flaw { return flaw }
    var level = 0
    var names: Set<[UInt8]> = []
    for index in tags.elements.indices {
      let element = tags.elements[index]
      if let flaw = nesting(of: element) { return flaw }
      if let next = element.headingLevel {
        if next > level + 1 { return "a heading of level \(next) in it follows level \(level)" }
        level = next
      }
      switch element.type {
      case "Figure", "Formula":
        if document.bytes(element.object, "Alt")?.isEmpty != false,
          document.bytes(element.object, "ActualText") == nil
        {
          return "an image in it has no alternative text"
        }
      case "Table":
        if let flaw = TableAudit(tags: tags).flaw(ofTable: index, in: document) { return flaw }
      case "Note":
        if let name = document.bytes(element.object, "ID"), !names.insert(name).inserted {
          return "two of its notes have one name"
        }
      default: break
      }
    }
    return nil
  }

  private func types(of element: ForeignTags.Element) -> [String] {
    element.kids.compactMap {
      if case .element(let kid) = $0 { tags.elements[kid].type } else { nil }
    }
  }

  private func nesting(of element: ForeignTags.Element) -> String? {
    let parent = element.parent.map { tags.elements[$0].type } ?? "Part"
    if let allowed = Self.parents[element.type], !allowed.contains(parent) {
      return "its structure has \(element.type) in \(parent)"
    }
    let types = types(of: element)
    guard let allowed = Self.kids[element.type] else { return nil }
    if types.contains(where: { !allowed.contains($0) }) || types.count < element.kids.count {
      return "its structure has other things in \(element.type) than belong there"
    }
    let captions = types.count { $0 == "Caption" }
    let isFramed = types.first == "Caption" || element.type == "Table" && types.last == "Caption"
    let isHeaded = types.contains("THead") || types.contains("TFoot")
    if captions > 1 || captions == 1 && !isFramed || types.count(where: { $0 == "THead" }) > 1
      || types.count(where: { $0 == "TFoot" }) > 1 || isHeaded && !types.contains("TBody")
    {
      return "a list or table in it is not well built"
    }
    return nil
  }
}
