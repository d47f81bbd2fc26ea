import ForeignPDF
import PDFFile

/// The links of a foreign PDF that may stay links: those to places on the web and to mailboxes.
struct ForeignLinks {
  let source: OpenedPDF
  /// For each foreign page its place in the letter and how it lies there.
  let places: [Int: (page: Int, matrix: PageMatrix)]
  /// The foreign page of each annotation.
  private let homes: [Int: Int]

  init(source: OpenedPDF, places: [Int: (page: Int, matrix: PageMatrix)]) {
    self.source = source
    self.places = places
    var homes: [Int: Int] = [:]
    for page in places.keys {
      for annotation in source.document.items(
        of: source.document.get(source.document.page(page), "Annots"))
      {
        homes[source.document.objectNumber(annotation)] = page
      }
    }
    self.homes = homes
  }

  /// A link's annotation in the letter, and the page it is on; nil for what is no such link.
  func link(
    _ number: Int, _ annotation: PDFObject, in body: inout PDFBody
  ) -> (page: Int, link: PDFReference)? {
    let action = source.document.get(annotation, "A")
    guard source.document.name(annotation, "Subtype") == "Link",
      source.document.name(action, "S") == "URI",
      let address = source.document.bytes(action, "URI"),
      case .allowed(let uri) = LinkTarget(String(decoding: address, as: UTF8.self)),
      // Hidden, or not to be shown.
      (source.document.integer(annotation, "F") ?? 0) & 0x22 == 0, let home = homes[number],
      let place = places[home]
    else { return nil }
    let rect = place.matrix.bounds(of: source.document.numbers(annotation, "Rect"))
    let said = source.document.bytes(annotation, "Contents") ?? []
    let link = body.add([
      "Type": .name("Annot"), "Subtype": .name("Link"),
      "Rect": .array(rect.map { .points($0) }),
      // Print (ISO 19005-2, 6.3.2); no border, for the page itself shows the link.
      "F": 4, "Border": [0, 0, 0],
      "A": ["S": .name("URI"), "URI": .bytes(Array(uri.utf8))],
      "Contents": said.isEmpty ? .text(uri) : .bytes(said),
    ])
    return (place.page, link)
  }
}
