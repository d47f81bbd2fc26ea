import ForeignPDF
import PDFFile

/// The objects that a body names and does not make, since the document that it goes into has them.
struct KnownObjects {
  /// The objects as the document has them.
  private(set) var found: [PDFReference: PDFObject] = [:]

  /// Names an object of the document.
  mutating func name(_ object: PDFObject, in body: inout PDFBody) -> PDFReference {
    let reference = body.reserve()
    note(reference, object)
    return reference
  }

  /// Says what an object that has a name already is in the document.
  mutating func note(_ reference: PDFReference, _ object: PDFObject) {
    found[reference] = object
  }
}
