import PDFFile

/// The structure types of PDF 2.0 (ISO 32000-2, 14.8.6).
///
/// What an element of it lacks a type for keeps that of PDF 1.7, the namespace of elements that name
/// none.
enum StructureNamespace {
  private static let name = "http://iso.org/pdf2/ssn"

  /// Types of PDF 1.7 that PDF 2.0 has no more.
  private static let former: Set<String> = ["BlockQuote", "Code", "Reference"]

  /// Adds the namespace to a structure tree.
  static func add(to root: PDFReference, in body: inout PDFBody) -> PDFReference {
    let namespace = body.add([
      "Type": .name("Namespace"), "NS": .text(name),
    ])
    body.set(root, "Namespaces", .array([.reference(namespace)]))
    return namespace
  }

  /// Whether a type of ours is one of PDF 2.0.
  static func knows(_ type: String) -> Bool { !former.contains(type) }
}
