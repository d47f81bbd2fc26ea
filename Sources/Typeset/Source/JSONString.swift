/// A JSON string taken out of its escapes, and where each of its bytes came from.
struct JSONString {
  let text: String
  /// The offset after the closing quote.
  let end: Int
  /// Where the text's bytes stand in the file, as stretches: a stretch begins at `text` in the
  /// text and `file` in the file and, up to the next one, runs byte for byte.
  private var stretches: [(text: Int, file: Int)] = []

  /// Reads the string whose opening quote stands at an offset.
  init(in file: SourceFile, at start: Int) throws(Diagnostics) {
    var bytes: [UInt8] = []
    var offset = start + 1
    stretches = [(0, offset)]
    while true {
      guard offset < file.bytes.count, file.bytes[offset] != 0x0A else {
        throw Diagnostics(
          .error(
            .jsonSyntax, "this text has no closing quote", at: file.range(start, start + 1),
            hint: "close it with \", and write a line end within it as \\n"))
      }
      let byte = file.bytes[offset]
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") {
        let scalar = try JSONString.readEscape(in: file, &offset)
        bytes += Array(String(scalar).utf8)
        stretches.append((bytes.count, offset))
      } else {
        if byte < 0x20 {
          throw Diagnostics(
            .error(
              .jsonSyntax, "a tab within quotes is not JSON", at: file.range(offset, offset + 1),
              hint: "write it as \\t"))
        }
        bytes.append(byte)
        offset += 1
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    end = offset + 1
  }

  /// The offset in the file of a byte of the text.
  func fileOffset(of byte: Int) -> Int {
    var low = 0
    var high = stretches.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if stretches[middle].text <= byte { low = middle } else { high = middle }
    }
    let next = low + 1 < stretches.count ? stretches[low + 1].file : end - 1
    return min(stretches[low].file + byte - stretches[low].text, next)
  }

  private static func readEscape(
    in file: SourceFile, _ offset: inout Int
  ) throws(Diagnostics) -> Unicode.Scalar {
    let start = offset
    offset += 2
    guard start + 1 < file.bytes.count else { return "\u{FFFD}" }
    switch file.bytes[start + 1] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try readCodePoint(in: file, start, &offset)
    default:
      throw Diagnostics(
        .error(
          .jsonSyntax, "this escape after \"\\\" is unknown", at: file.range(start, start + 2),
          hint: "write \\\\ for a backslash"))
    }
  }

  private static func readCodePoint(
    in file: SourceFile, _ start: Int, _ offset: inout Int
  ) throws(Diagnostics) -> Unicode.Scalar {
    guard let unit = hexDigits(in: file, at: start + 2) else {
      throw Diagnostics(
        .error(
          .jsonSyntax, "four hexadecimal digits must follow \\u", at: file.range(start, start + 2),
          hint: "write it as \\u00e6"))
    }
    offset = start + 6
    if let scalar = Unicode.Scalar(unit) { return scalar }
    // A high surrogate and the low one after it make one character (RFC 8259, section 7).
    if unit < 0xDC00, offset + 1 < file.bytes.count, file.bytes[offset] == UInt8(ascii: "\\"),
      file.bytes[offset + 1] == UInt8(ascii: "u"), let low = hexDigits(in: file, at: offset + 2),
      (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    {
      offset += 6
      return scalar
    }
    throw Diagnostics(
      .error(
        .jsonSyntax, "\(quoted(file.range(start, start + 6).text)) is half a surrogate pair",
        at: file.range(start, start + 6), hint: "write both halves, or the character itself"))
  }

  private static func hexDigits(in file: SourceFile, at offset: Int) -> UInt32? {
    guard offset + 4 <= file.bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in file.bytes[offset..<offset + 4] {
      guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
