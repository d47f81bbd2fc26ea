import PDFFile

/// The attributes of a foreign element (ISO 32000-1, 14.7.5), those of its classes among them.
enum ForeignAttributes {
  private static let owners: Set = ["Layout", "List", "Table"]

  /// The attributes as values; those that come later count.
  static func values(
    of element: PDFObject, in document: borrowing PDFDocument
  ) -> [PDFDictionary] {
    objects(of: element, in: document).map { dictionary in
      PDFDictionary(
        document.keys(of: dictionary).compactMap { key in
          plain(document.get(dictionary, key), in: document, depth: 0).map { (key, $0) }
        })
    }
  }

  /// The dictionaries of an element's standard attributes; those that come later count.
  static func objects(
    of element: PDFObject, in document: borrowing PDFDocument
  ) -> [PDFObject] {
    let map = document.get(document.get(document.catalog, "StructTreeRoot"), "ClassMap")
    var objects: [PDFObject] = []
    for name in list(document.get(element, "C"), in: document) {
      guard let name = document.name(name) else { continue }
      objects += list(document.get(map, name), in: document)
    }
    objects += list(document.get(element, "A"), in: document)
    return objects.compactMap { document.anyDictionary($0) }.filter { dictionary in
      document.name(dictionary, "O").map { owners.contains($0) } ?? false
    }
  }

  private static func list(_ object: PDFObject, in document: borrowing PDFDocument) -> [PDFObject] {
    document.isArray(object) ? document.items(of: object) : [object]
  }

  private static func plain(
    _ object: PDFObject, in document: borrowing PDFDocument, depth: Int
  ) -> PDFValue? {
    if let name = document.name(object) { return .name(name) }
    if let number = document.integer(object) { return .integer(number) }
    if let number = document.number(object) { return .real(number) }
    if let bytes = document.bytes(object) { return .bytes(bytes) }
    guard document.isArray(object), depth < 4 else { return nil }
    return .array(
      document.items(of: object).compactMap { plain($0, in: document, depth: depth + 1) })
  }
}
