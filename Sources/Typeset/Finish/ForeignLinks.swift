import Intake
import PDFFile

extension ForeignStructure.Link {
  /// The link in the letter, of those that may stay links: to places on the web and to mailboxes;
  /// nil for any other.
  ///
  /// - Parameter place: where the foreign page lies.
  func annotation(on place: TagGraft.Place, in body: inout PDFBody) -> PDFReference? {
    guard case .allowed(let uri) = LinkTarget(String(decoding: address, as: UTF8.self)) else {
      return nil
    }
    return body.add([
      "Type": .name("Annot"), "Subtype": .name("Link"),
      "Rect": .array(place.matrix.bounds(of: rect).map { .points($0) }),
      // Print (ISO 19005-2, 6.3.2); no border, for the page itself shows the link.
      "F": 4, "Border": [0, 0, 0],
      "A": ["S": .name("URI"), "URI": .bytes(Array(uri.utf8))],
      "Contents": contents.isEmpty ? .text(uri) : .bytes(contents),
    ])
  }
}
