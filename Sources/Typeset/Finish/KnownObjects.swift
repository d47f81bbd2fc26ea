import ForeignPDF
import PDFFile

/// The objects that a body names and does not make, since the document that it goes into has them
/// or takes them from another PDF.
struct KnownObjects {
  /// Where such an object is found.
  enum Origin {
    /// It is in the document.
    case own(PDFObject)
    /// It is copied from an opened PDF, of which this is the number.
    case foreign(PDFObject, source: Int)
    /// It is what known resources list their drawings in (ISO 32000-1, 7.8.3, `XObject`).
    case drawings(of: PDFReference)
  }

  private var origins: [(reference: PDFReference, origin: Origin)] = []
  private var copies: [Copy: PDFReference] = [:]
  private var lists: [PDFReference: PDFReference] = [:]

  private struct Copy: Hashable {
    let object: PDFObject
    let source: Int
  }

  /// Names an object of the document.
  mutating func name(_ object: PDFObject, in body: inout PDFBody) -> PDFReference {
    let reference = body.reserve()
    note(reference, .own(object))
    return reference
  }

  /// Says what an object that has a name already is in the document.
  mutating func note(_ reference: PDFReference, _ origin: Origin) {
    origins.append((reference, origin))
  }

  /// Names the copy of an object of an opened PDF.
  mutating func copy(
    _ object: PDFObject, from source: Int, in body: inout PDFBody
  ) -> PDFReference {
    let copy = Copy(object: object, source: source)
    if let known = copies[copy] { return known }
    let reference = body.reserve()
    copies[copy] = reference
    note(reference, .foreign(object, source: source))
    return reference
  }

  /// Names the drawings among known resources.
  mutating func drawings(of resources: PDFReference, in body: inout PDFBody) -> PDFReference {
    if let known = lists[resources] { return known }
    let reference = body.reserve()
    lists[resources] = reference
    note(reference, .drawings(of: resources))
    return reference
  }

  /// The objects as the document has them; what is foreign is copied into it.
  func found(
    in pdf: borrowing PDFDocument, _ files: [OpenedPDF]
  ) -> [PDFReference: PDFObject] {
    var found: [PDFReference: PDFObject] = [:]
    for (reference, origin) in origins {
      switch origin {
      case .own(let object): found[reference] = object
      case .foreign(let object, let source):
        found[reference] = pdf.copy(object, from: files[source].document)
      case .drawings(let resources):
        guard let resources = found[resources] else { continue }
        found[reference] = pdf.dictionary("XObject", of: resources)
      }
    }
    return found
  }
}
