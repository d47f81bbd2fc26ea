/// A drawing's XML in UTF-8, whatever encoding it came in (XML 1.0, 4.3.3 and appendix F).
struct SVGText {
  /// The text in UTF-8, without a byte order mark and without naming an encoding.
  let bytes: [UInt8]

  /// Why bytes that look like XML are none that can be read.
  struct Unreadable: Error {
    let reason: String
    /// What mends it, where that is not the drawing.
    var hint: String?
  }

  /// Reads UTF-8, UTF-16 and Latin-1.
  ///
  /// - Returns: nil for bytes that are no XML.
  static func read(_ bytes: [UInt8]) throws(Unreadable) -> SVGText? {
    if let isBigEndian = byteOrder(of: bytes) {
      return SVGText(
        bytes: withoutEncoding(utf8(ofUTF16: bytes, isBigEndian: isBigEndian)))
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard body.first(where: { !isSpace($0) }) == UInt8(ascii: "<") else { return nil }
    let isUTF8 = String(validating: body, as: UTF8.self) != nil
    switch encoding(of: body)?.lowercased() {
    case "iso-8859-1", "latin1", "latin-1", "iso8859-1":
      return SVGText(bytes: withoutEncoding(body.flatMap { Array(utf8(of: UInt16($0))) }))
    case nil, "utf-8", "utf8", "us-ascii", "utf-16":
      // One that says UTF-16 and is UTF-8 was turned into it by an editor.
      guard isUTF8 else { throw Unreadable(reason: "its text is not UTF-8") }
      return SVGText(bytes: withoutEncoding(body))
    case let name?:
      guard body.allSatisfy({ $0 < 0x80 }) else {
        throw Unreadable(reason: "its text is in \"\(name)\", which is not read here")
      }
      return SVGText(bytes: withoutEncoding(body))
    }
  }

  /// The order of UTF-16, by its mark or by the sign that XML begins with; nil for other encodings.
  private static func byteOrder(of bytes: [UInt8]) -> Bool? {
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0, 0x3C]) { return true }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0x3C, 0]) { return false }
    return nil
  }

  private static func utf8(ofUTF16 bytes: [UInt8], isBigEndian: Bool) -> [UInt8] {
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    let text = units.first == 0xFEFF ? units.dropFirst() : units[...]
    return Array(String(decoding: text, as: UTF16.self).utf8)
  }

  private static func utf8(of unit: UInt16) -> String.UTF8View {
    String(decoding: [unit], as: UTF16.self).utf8
  }

  /// The declaration `<?xml … ?>` that a text begins with; nil without one.
  private static func declaration(in bytes: [UInt8]) -> Range<Int>? {
    guard bytes.starts(with: Array("<?xml".utf8)),
      let end = bytes.prefix(1024).firstRange(of: Array("?>".utf8))
    else { return nil }
    return 0..<end.upperBound
  }

  private static func encoding(of bytes: [UInt8]) -> String? {
    guard let declaration = declaration(in: bytes) else { return nil }
    let text = String(decoding: bytes[declaration], as: UTF8.self)
    return text.firstMatch(of: /encoding\s*=\s*["']([^"']*)["']/).map { String($0.output.1) }
  }

  /// The text without the encoding that it was in.
  private static func withoutEncoding(_ bytes: [UInt8]) -> [UInt8] {
    guard let declaration = declaration(in: bytes) else { return bytes }
    let text = String(decoding: bytes[declaration], as: UTF8.self)
    let plain = text.replacing(/\s*encoding\s*=\s*["'][^"']*["']/, with: "")
    return plain == text ? bytes : Array(plain.utf8) + bytes[declaration.upperBound...]
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
