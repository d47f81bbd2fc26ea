import GLibSupport

/// An XML document in the making, as UTF-8 without a line end between its elements.
struct XMLText {
  private(set) var bytes: [UInt8]

  /// - Parameter capacity: about how many bytes it will have.
  init(capacity: Int) {
    bytes = []
    bytes.reserveCapacity(capacity)
    bytes += #"<?xml version="1.0" encoding="UTF-8"?>"#.utf8
    bytes.append(10)
  }

  /// An element with what `content` puts into it.
  mutating func element(
    _ name: String, _ attributes: [(name: String, value: String)] = [],
    content: (inout XMLText) -> Void
  ) {
    begin(name, attributes)
    content(&self)
    end(name)
  }

  /// An element of text; nil is left out.
  mutating func element(
    _ name: String, _ text: String?, _ attributes: [(name: String, value: String)] = []
  ) {
    guard let text else { return }
    begin(name, attributes)
    append(escaped: text)
    end(name)
  }

  /// An element of a truth value; nil is left out.
  mutating func element(_ name: String, _ flag: Bool?) {
    element(name, flag.map { $0 ? "true" : "false" })
  }

  /// An element of bytes in base64.
  mutating func element(_ name: String, base64 content: [UInt8]) {
    begin(name, [])
    appendBase64(content, to: &bytes)
    end(name)
  }

  private mutating func begin(_ name: String, _ attributes: [(name: String, value: String)]) {
    bytes.append(UInt8(ascii: "<"))
    bytes += name.utf8
    for attribute in attributes {
      bytes += " \(attribute.name)=\"".utf8
      append(escaped: attribute.value)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func end(_ name: String) {
    bytes += "</".utf8
    bytes += name.utf8
    bytes.append(UInt8(ascii: ">"))
  }

  /// Text as XML has it (XML 1.0, 2.4), also within quotation marks.
  private mutating func append(escaped text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case 0x0D: bytes += "&#13;".utf8
      default: bytes.append(byte)
      }
    }
  }
}

/// The first character of a text that XML 1.0 cannot hold (2.2); nil for none.
func characterThatXMLLacks(_ text: String) -> Unicode.Scalar? {
  text.unicodeScalars.first { scalar in
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
