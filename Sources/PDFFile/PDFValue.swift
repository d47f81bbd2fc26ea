/// A value that is written into a PDF (ISO 32000-1, 7.3).
package enum PDFValue: Hashable, Sendable {
  /// Nothing.
  case null
  /// `true` or `false`.
  case boolean(Bool)
  /// A whole number.
  case integer(Int)
  /// A number, which is written with at most nine digits after its point.
  case real(Double)
  /// A name, without its slash and as it is read: nothing in it is escaped.
  case name(String)
  /// Text for people, in any script.
  case text(String)
  /// A string of bytes.
  case bytes([UInt8])
  /// Values in their order.
  case array([PDFValue])
  /// Values by their keys.
  case dictionary(PDFDictionary)
  /// An object of the file's body.
  case reference(PDFReference)
}

/// Names an object of one ``PDFBody`` or one ``PDFFragment``.
package struct PDFReference: Hashable, Sendable {
  /// Its place in the body, from 0.
  package let index: Int

  /// Names the object at a place of a body or a ``PDFFragment``.
  package init(index: Int) { self.index = index }
}

extension PDFValue {
  /// A measure in points to a thousandth, finer than any printer or screen.
  package static func points(_ value: Double) -> PDFValue {
    .real((value * 1000).rounded() / 1000)
  }
}

extension PDFValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
  /// A dictionary.
  package init(dictionaryLiteral elements: (String, PDFValue)...) {
    self = .dictionary(PDFDictionary(elements))
  }

  /// An array.
  package init(arrayLiteral elements: PDFValue...) { self = .array(elements) }

  /// A whole number.
  package init(integerLiteral value: Int) { self = .integer(value) }

  /// A truth value.
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
}
