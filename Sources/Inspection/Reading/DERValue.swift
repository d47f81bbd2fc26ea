/// A value in the distinguished encoding (ITU-T X.690).
package struct DERValue: Hashable, Sendable {
  /// What kind of value it is, with its class.
  package let tag: UInt8
  /// What stands behind tag and length.
  package let content: ArraySlice<UInt8>
  /// The whole value.
  package let bytes: ArraySlice<UInt8>

  /// The value that bytes begin with and what follows it; nil where there is none.
  package static func read(
    _ bytes: ArraySlice<UInt8>
  ) -> (value: DERValue, rest: ArraySlice<UInt8>)? {
    guard bytes.count >= 2, let tag = bytes.first else { return nil }
    var rest = bytes.dropFirst()
    guard let first = rest.popFirst() else { return nil }
    var length = Int(first)
    if first & 0x80 != 0 {
      let count = Int(first & 0x7F)
      guard (1...4).contains(count), rest.count >= count else { return nil }
      length = rest.prefix(count).reduce(0) { $0 << 8 | Int($1) }
      rest = rest.dropFirst(count)
    }
    guard length <= rest.count else { return nil }
    let content = rest.prefix(length)
    return (
      DERValue(tag: tag, content: content, bytes: bytes[bytes.startIndex..<content.endIndex]),
      rest.dropFirst(length)
    )
  }

  /// The one value that bytes are, with nothing behind it; nil for any others.
  package init?(_ bytes: [UInt8]) {
    guard let (value, rest) = Self.read(bytes[...]), rest.isEmpty else { return nil }
    self = value
  }

  private init(tag: UInt8, content: ArraySlice<UInt8>, bytes: ArraySlice<UInt8>) {
    self.tag = tag
    self.content = content
    self.bytes = bytes
  }

  /// The values within it, at most a thousand.
  package var parts: [DERValue] {
    var parts: [DERValue] = []
    var rest = content
    while parts.count < 1000, let (value, next) = Self.read(rest) {
      parts.append(value)
      rest = next
    }
    return parts
  }

  /// Whether it is an object identifier of that content.
  package func isIdentifier(_ content: [UInt8]) -> Bool {
    tag == 0x06 && self.content.elementsEqual(content)
  }

  /// The text that it is, in the kinds of strings that certificates have; nil for anything else.
  package var text: String? {
    switch tag {
    case 0x0C, 0x12, 0x13, 0x16, 0x1A: String(decoding: content, as: UTF8.self)
    case 0x14:
      String(String.UnicodeScalarView(content.map { Unicode.Scalar($0) }))
    case 0x1E:
      String(
        decoding: stride(from: content.startIndex, to: content.endIndex - 1, by: 2).map {
          UInt16(content[$0]) << 8 | UInt16(content[$0 + 1])
        }, as: UTF16.self)
    default: nil
    }
  }

  /// The moment that it is (UTCTime and GeneralizedTime of RFC 5280, 4.1.2.5), as `20261122120000`;
  /// nil for anything else.
  package var moment: String? {
    let text = String(decoding: content, as: UTF8.self)
    guard text.hasSuffix("Z") else { return nil }
    // A time stamp may count parts of a second.
    let digits = text.dropLast().prefix { $0 != "." }
    guard digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    switch (tag, digits.count) {
    case (0x17, 12): return (digits.prefix(2) >= "50" ? "19" : "20") + digits
    case (0x18, 14): return String(digits)
    default: return nil
    }
  }
}
