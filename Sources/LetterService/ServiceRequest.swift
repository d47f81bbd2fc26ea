/// A request of HTTP, read whole.
package struct ServiceRequest: Sendable {
  /// What follows the question mark, decoded, in its order.
  package var query: [(name: String, value: String)] = []
  /// The name that the path ends in, decoded; empty where it has none.
  package var name = ""
  /// The media type of the body with its parameters; nil where none was given.
  package var contentType: String?
  /// What the client takes; nil for anything.
  package var accept: String?
  /// The body.
  package var body: [UInt8] = []

  /// A request that says nothing yet.
  package init() {}
}

extension ServiceRequest {
  /// Takes a query apart; a `+` is a space, as forms write it (WHATWG URL, 5.1).
  ///
  /// - Returns: nil for one whose escapes are broken or whose text is not UTF-8.
  package static func query(_ text: some StringProtocol) -> [(name: String, value: String)]? {
    var items: [(name: String, value: String)] = []
    for item in text.split(separator: "&") {
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = decoded(parts[0], plusIsSpace: true),
        let value = decoded(parts.count > 1 ? parts[1] : "", plusIsSpace: true)
      else { return nil }
      items.append((name, value))
    }
    return items
  }

  /// A text without its escapes (RFC 3986, 2.1); nil if they are broken or the text is not UTF-8.
  package static func decoded(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") {
        guard let high = rest.popFirst().flatMap(hexDigit),
          let low = rest.popFirst().flatMap(hexDigit)
        else { return nil }
        bytes.append(high << 4 | low)
      } else {
        bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? 0x20 : byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    Character(UnicodeScalar(byte)).hexDigitValue.map(UInt8.init)
  }
}

/// An answer of HTTP, but for the headers that every answer has.
package struct ServiceAnswer: Sendable {
  /// The status code.
  package var status = 200
  /// The media type of the body.
  package var contentType: String
  /// Further headers, in their order.
  package var headers: [(name: String, value: String)] = []
  /// The body.
  package var body: [UInt8]

  /// An answer of 200.
  package init(_ body: [UInt8], contentType: String) {
    self.body = body
    self.contentType = contentType
  }
}
