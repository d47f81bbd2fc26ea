/// The names that an encoding gives to codes, as far as they need no table (ISO 32000-1, 9.6.6).
struct FontEncoding {
  private var names: [Int: String] = [:]
  private let isLatin: Bool

  init(_ encoding: PDFObject, in document: borrowing PDFDocument) {
    let base = document.name(encoding) ?? document.name(encoding, "BaseEncoding")
    isLatin = base == "WinAnsiEncoding" || base == "MacRomanEncoding"
    var code = 0
    for item in document.items(of: document.get(encoding, "Differences")) {
      if let next = document.integer(item), (0...255).contains(next) {
        code = next
      } else if let name = document.name(item) {
        names[code] = name
        code += 1
      }
    }
  }

  /// The name of a code; nil where it needs a table.
  func name(of code: Int) -> String? {
    if let known = names[code] { return known }
    if isLatin, code < 0x20 { return ".notdef" }
    guard isLatin, (0x20...0x7E).contains(code) else { return nil }
    if code == 0x27 { return "quotesingle" }
    return code == 0x60 ? "grave" : Self.ascii[code - 0x20]
  }

  /// The names of ASCII in the standard encoding, which are the first that every program knows
  /// (Adobe Technical Note 5176, appendix A).
  static let ascii: [String] = {
    let signs = """
      space exclam quotedbl numbersign dollar percent ampersand quoteright parenleft parenright \
      asterisk plus comma hyphen period slash zero one two three four five six seven eight nine \
      colon semicolon less equal greater question at
      """
    let upper = (0x41...0x5A).map { String(Unicode.Scalar(UInt8($0))) }
    let lower = (0x61...0x7A).map { String(Unicode.Scalar(UInt8($0))) }
    let between = ["bracketleft", "backslash", "bracketright", "asciicircum", "underscore"]
    let last = ["braceleft", "bar", "braceright", "asciitilde"]
    return signs.split(separator: " ").map(String.init) + upper + between + ["quoteleft"] + lower
      + last
  }()
}
