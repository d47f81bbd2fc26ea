/// A value to be written into a PDF (ISO 32000-1, 7.3).
indirect enum PDFValue: Sendable {
  case boolean(Bool)
  case integer(Int)
  case real(Double)
  /// A name, without its slash.
  case name(String)
  /// Text for people, in any script.
  case text(String)
  /// A string of bytes.
  case bytes([UInt8])
  case array([PDFValue])
  case dictionary([(key: String, value: PDFValue)])
  /// Something that is already in the document; an indirect object becomes a reference.
  case object(PDFObject)
}

/// Names an object of one ``PDFDocument``, which owns it.
struct PDFObject: Hashable, Sendable {
  let handle: UInt32
}

extension PDFValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
  init(dictionaryLiteral elements: (String, PDFValue)...) {
    self = .dictionary(elements.map { (key: $0.0, value: $0.1) })
  }

  init(arrayLiteral elements: PDFValue...) { self = .array(elements) }

  init(integerLiteral value: Int) { self = .integer(value) }

  init(booleanLiteral value: Bool) { self = .boolean(value) }
}
