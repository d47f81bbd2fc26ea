import GLibSupport

/// Writes HTML: text goes in as text, whatever it holds.
struct MarkupWriter {
  private(set) var bytes: [UInt8] = []

  /// Begins an element.
  ///
  /// - Parameter attributes: names and values, in this order; those without a value are left out.
  mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
    begin(name, attributes)
    bytes.append(UInt8(ascii: ">"))
  }

  /// A picture that the file itself holds.
  mutating func picture(
    _ attributes: KeyValuePairs<String, String?>, type: String, _ picture: [UInt8]
  ) {
    begin("img", attributes)
    bytes += " src=\"data:\(type);base64,".utf8
    appendBase64(picture, to: &bytes)
    bytes += "\">".utf8
  }

  private mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
    bytes.append(UInt8(ascii: "<"))
    bytes += name.utf8
    for (key, value) in attributes {
      guard let value else { continue }
      bytes.append(UInt8(ascii: " "))
      bytes += key.utf8
      bytes += "=\"".utf8
      escape(value, inAttribute: true)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// Ends an element.
  mutating func close(_ name: String) {
    bytes += "</\(name)>".utf8
  }

  /// An element around what is written within.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:],
    _ content: (inout MarkupWriter) -> Void
  ) {
    open(name, attributes)
    content(&self)
    close(name)
  }

  /// Text of the letter.
  mutating func text(_ text: String) { escape(text, inAttribute: false) }

  /// A line end between elements, where it says nothing.
  mutating func newline() { bytes.append(0x0A) }

  /// Markup of our own.
  mutating func markup(_ text: String) { bytes += text.utf8 }

  /// HTML that another writer wrote.
  mutating func append(_ written: MarkupWriter) { bytes += written.bytes }

  /// Writes what HTML would read as its own as references, and what it may not hold (HTML Living
  /// Standard, 13.1.4) as U+FFFD.
  private mutating func escape(_ text: String, inAttribute: Bool) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes += "&amp;".utf8
      case "<": bytes += "&lt;".utf8
      case ">": bytes += "&gt;".utf8
      case "\"" where inAttribute: bytes += "&quot;".utf8
      case "\u{A0}": bytes += "&nbsp;".utf8
      case "\u{AD}": bytes += "&shy;".utf8
      case _ where scalar.isForbiddenInMarkup: bytes += "\u{FFFD}".utf8
      default: bytes += UTF8.encode(scalar).map { Array($0) } ?? []
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is a control other than white, or no character at all.
  fileprivate var isForbiddenInMarkup: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}
