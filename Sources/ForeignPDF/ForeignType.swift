/// Tells what the structure types of another PDF are among those of PDF 1.7.
///
/// Two files may mean different things by one name, so names of their own are resolved at once
/// through their role maps and namespaces (ISO 32000-1, 14.7.3; ISO 32000-2, 14.7.4).
struct ForeignType {
  private let roleMap: PDFObject

  init(root: PDFObject, in document: borrowing PDFDocument) {
    roleMap = document.get(root, "RoleMap")
  }

  /// The standard type of an element; nil where the file does not say it.
  func resolve(_ element: PDFObject, in document: borrowing PDFDocument) -> String? {
    var name = document.name(element, "S") ?? ""
    var space: PDFObject? = document.get(element, "NS")
    // A name may stand for one that stands for another; a circle leads nowhere.
    for _ in 0..<32 {
      if let known = space, document.isDictionary(known) {
        let map = document.get(document.get(known, "RoleMapNS"), name)
        if let next = document.name(map) {
          (name, space) = (next, nil)
          continue
        }
        let pair = document.items(of: map)
        if pair.count == 2, let next = document.name(pair[0]) {
          (name, space) = (next, pair[1])
          continue
        }
        let identifier = document.bytes(known, "NS").map { String(decoding: $0, as: UTF8.self) }
        if identifier == Self.later { return Self.earlier(name) }
      }
      if Self.standard.contains(name) { return name }
      guard let next = document.name(roleMap, name) else { return Self.earlierTypes[name] }
      name = next
    }
    return nil
  }

  private static let later = "http://iso.org/pdf2/ssn"

  /// A type of PDF 2.0 as PDF 1.7 says it.
  private static func earlier(_ name: String) -> String? {
    if standard.contains(name) { return name }
    if let known = earlierTypes[name] { return known }
    return name.first == "H" && Int(name.dropFirst()) != nil ? "H6" : nil
  }

  private static let earlierTypes = [
    "DocumentFragment": "Part", "Aside": "Div", "Title": "P", "Sub": "Span", "Em": "Span",
    "Strong": "Span", "FENote": "Note", "Artifact": "NonStruct",
  ]

  /// The types of ISO 32000-1, 14.8.4.
  private static let standard: Set = [
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index",
    "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
    "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference",
    "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure",
    "Formula", "Form",
  ]
}
