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
    var text = text
    text.withUTF8 { source in
      var written = 0
      var index = 0
      while index < source.count {
        let count = UnsafeBufferPointer(rebasing: source[index...]).scalarLength
        let special = UnsafeBufferPointer(
          rebasing: source[index..<min(index + count, source.count)])
        if let reference = special.reference(inAttribute: inAttribute) {
          bytes += source[written..<index]
          bytes += reference.utf8
          written = index + count
        }
        index += count
      }
      bytes += source[min(written, source.count)...]
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many bytes the character has that begins here.
  fileprivate var scalarLength: Int {
    switch first ?? 0 {
    case 0..<0xC0: 1
    case 0..<0xE0: 2
    case 0..<0xF0: 3
    default: 4
    }
  }

  /// What stands for the character of these bytes; nil for one that stands as it is.
  fileprivate func reference(inAttribute: Bool) -> String? {
    switch count {
    case 1:
      switch self[0] {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): inAttribute ? "&quot;" : nil
      case 0x09, 0x0A: nil
      case 0..<0x20, 0x7F: "\u{FFFD}"
      default: nil
      }
    case 2 where self[0] == 0xC2:
      // No-break spaces and soft hyphens are seen in the source; other controls are none of HTML's.
      self[1] == 0xA0 ? "&nbsp;" : self[1] == 0xAD ? "&shy;" : self[1] < 0xA0 ? "\u{FFFD}" : nil
    case 3 where self[0] == 0xEF:
      self[1] == 0xB7 && (0x90...0xAF).contains(self[2]) || self[1] == 0xBF && self[2] >= 0xBE
        ? "\u{FFFD}" : nil
    case 4 where self[1] & 0x0F == 0x0F && self[2] == 0xBF && self[3] >= 0xBE: "\u{FFFD}"
    default: nil
    }
  }
}
