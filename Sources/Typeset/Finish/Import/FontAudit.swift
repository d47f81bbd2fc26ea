/// What fonts keep a file from PDF/A and PDF/UA (ISO 19005-2, 6.2.11; ISO 14289-1, 7.21).
///
/// It cannot see all that a validator sees, so it only doubts what a file says of itself.
struct FontAudit {
  /// What is wrong with a font itself.
  private(set) var flaw: String?
  /// Why its text cannot be read.
  private(set) var text: String?
  /// Whether some of its text has a meaning that only the font knows.
  private(set) var isPrivate = false

  private let used: LookAudit.UsedFont
  private let font: PDFObject
  private let name: String

  init(
    _ used: LookAudit.UsedFont, in document: borrowing PDFDocument
  ) throws(PDFError) {
    self.used = used
    font = used.font
    name = document.name(used.font, "BaseFont") ?? ""
    switch document.name(font, "Subtype") {
    case "Type3": checkText(bytesPerCode: 1, in: document)
    case "Type0": try checkComposite(in: document)
    case "Type1", "MMType1", "TrueType": try checkSimple(in: document)
    default: flaw = "it has a font of an unknown kind"
    }
    try document.check("read its fonts")
  }

  private func codes(bytesPerCode: Int) -> Set<Int> {
    var codes: Set<Int> = []
    for string in used.shown {
      for start in stride(from: 0, to: string.count - bytesPerCode + 1, by: bytesPerCode) {
        codes.insert(string[start..<start + bytesPerCode].reduce(0) { $0 << 8 | Int($1) })
      }
    }
    return codes
  }

  // MARK: Kinds

  private mutating func checkSimple(in document: borrowing PDFDocument) throws(PDFError) {
    checkText(bytesPerCode: 1, in: document)
    guard used.isVisible else { return }
    let widths = document.items(of: document.get(font, "Widths"))
    guard let first = document.integer(font, "FirstChar"),
      let last = document.integer(font, "LastChar"), widths.count == last - first + 1
    else {
      flaw = "its font \(name) does not say how wide its characters are"
      return
    }
    guard let program = try program(of: document.get(font, "FontDescriptor"), in: document),
      document.name(font, "Subtype") == "TrueType"
    else { return }
    guard let tables = TrueTypeTables(program) else {
      flaw = "its font \(name) is broken"
      return
    }
    let glyphs = simpleGlyphs(in: tables, document)
    for code in codes(bytesPerCode: 1) {
      guard let glyph = glyphs(code) else { continue }
      let width = code >= first && code <= last ? document.number(widths[code - first]) : nil
      check(glyph, width: width, in: tables)
    }
  }

  /// Which glyph a code of a simple TrueType font is (ISO 32000-1, 9.6.6.4).
  private mutating func simpleGlyphs(
    in tables: TrueTypeTables, _ document: borrowing PDFDocument
  ) -> (Int) -> Int? {
    let flags = document.integer(document.get(font, "FontDescriptor"), "Flags") ?? 0
    let encoding = document.get(font, "Encoding")
    let isSymbolic = flags & 4 != 0
    if isSymbolic {
      if !document.isNull(encoding) { flaw = "its font \(name) is symbolic and has an encoding" }
      let has = tables.maps.contains { $0.platform == 3 && $0.encoding == 0 }
      if tables.maps.count != 1, !has { flaw = "its font \(name) has no map of its symbols" }
      return { code in
        if let glyph = tables.glyph(of: 0xF000 + code, platform: 3, encoding: 0), glyph > 0 {
          return glyph
        }
        if let glyph = tables.glyph(of: code, platform: 3, encoding: 0), glyph > 0 { return glyph }
        return tables.glyph(of: code, platform: 1, encoding: 0)
      }
    }
    let base = document.name(encoding) ?? document.name(encoding, "BaseEncoding")
    if base != "WinAnsiEncoding" && base != "MacRomanEncoding"
      || document.has(encoding, "Differences")
    {
      flaw = "its font \(name) has an encoding of its own"
    }
    if !tables.maps.contains(where: { $0.platform != 3 || $0.encoding != 0 }) {
      flaw = "its font \(name) has no map of its characters"
    }
    return { code in
      (0x20...0x7E).contains(code) ? tables.glyph(of: code, platform: 3, encoding: 1) : nil
    }
  }

  private mutating func checkComposite(in document: borrowing PDFDocument) throws(PDFError) {
    let encoding = document.get(font, "Encoding")
    let isIdentity = ["Identity-H", "Identity-V"].contains(document.name(encoding) ?? "")
    guard isIdentity else {
      // What another map reads from the bytes is not followed here.
      flaw = "its font \(name) has a map of codes that is not read"
      return
    }
    checkText(bytesPerCode: 2, in: document)
    guard used.isVisible else { return }
    let inner = document.items(of: document.get(font, "DescendantFonts")).first ?? font
    guard let program = try program(of: document.get(inner, "FontDescriptor"), in: document),
      document.name(inner, "Subtype") == "CIDFontType2"
    else { return }
    let map = document.get(inner, "CIDToGIDMap")
    guard document.name(map) == "Identity" || document.isStream(map) else {
      flaw = "its font \(name) does not say which glyphs it shows"
      return
    }
    guard let tables = TrueTypeTables(program) else {
      if !program.starts(with: "OTTO".utf8) { flaw = "its font \(name) is broken" }
      return
    }
    let list = document.isStream(map) ? try document.contents(of: map) : nil
    let widths = widths(of: inner, in: document)
    let usual = document.number(inner, "DW", orElse: 1000)
    for code in codes(bytesPerCode: 2) {
      var glyph = code
      if let list {
        glyph = 2 * code + 1 < list.count ? Int(list[2 * code]) << 8 | Int(list[2 * code + 1]) : 0
      }
      check(glyph, width: widths[code] ?? usual, in: tables)
    }
  }

  // MARK: Programs

  /// The font program; nil with a flaw if there is none, and nil without if it is not TrueType.
  private mutating func program(
    of descriptor: PDFObject, in document: borrowing PDFDocument
  ) throws(PDFError) -> [UInt8]? {
    for key in ["FontFile", "FontFile2", "FontFile3"] {
      let stream = document.get(descriptor, key)
      guard document.isStream(stream) else { continue }
      let kind = document.name(document.dictionary(of: stream), "Subtype") ?? ""
      if key == "FontFile3", !["Type1C", "CIDFontType0C", "OpenType"].contains(kind) {
        flaw = "its font \(name) is of an unknown kind"
      }
      let bytes = try document.contents(of: stream)
      if bytes.isEmpty { flaw = "its font \(name) is empty" }
      return key == "FontFile2" || kind == "OpenType" ? bytes : nil
    }
    flaw = "its font \(name) is not embedded"
    return nil
  }

  private mutating func check(_ glyph: Int, width: Double?, in tables: TrueTypeTables) {
    if glyph == 0 || glyph >= tables.glyphCount {
      flaw = flaw ?? "its font \(name) lacks characters that are shown"
    } else if let width, let own = tables.width(of: glyph), abs(own - width) > 1 {
      flaw = flaw ?? "its font \(name) says other widths than it has"
    }
  }

  /// The widths of a composite font's characters (ISO 32000-1, 9.7.4.3).
  private func widths(of font: PDFObject, in document: borrowing PDFDocument) -> [Int: Double] {
    let items = document.items(of: document.get(font, "W"))
    var widths: [Int: Double] = [:]
    var index = 0
    while index + 1 < items.count, let first = document.integer(items[index]) {
      if document.isArray(items[index + 1]) {
        for (offset, item) in document.items(of: items[index + 1]).enumerated() {
          widths[first + offset] = document.number(item)
        }
        index += 2
      } else {
        guard index + 2 < items.count, let last = document.integer(items[index + 1]), first <= last,
          last - first < 65_536
        else { return widths }
        for code in first...last { widths[code] = document.number(items[index + 2]) }
        index += 3
      }
    }
    return widths
  }

  // MARK: Text

  private mutating func checkText(bytesPerCode: Int, in document: borrowing PDFDocument) {
    let map = document.get(font, "ToUnicode")
    guard document.isStream(map), let bytes = try? document.contents(of: map) else {
      if bytesPerCode == 2 || !hasKnownNames(in: document) {
        text = "the text in its font \(name) cannot be read aloud or searched"
      }
      return
    }
    let characters = UnicodeMap(bytes)
    for code in codes(bytesPerCode: bytesPerCode) {
      guard let units = characters.units(of: code), !units.isEmpty,
        !units.contains(where: { [0, 0xFEFF, 0xFFFE].contains($0) })
      else {
        text = "some text in its font \(name) cannot be read aloud or searched"
        continue
      }
      // Private: U+E000 to U+F8FF, and the two last planes by their first surrogates.
      if units.contains(where: { (0xE000...0xF8FF).contains($0) || (0xDB80...0xDBFF).contains($0) })
      {
        isPrivate = true
      }
    }
  }

  /// Whether every code is a character by the encoding alone.
  private func hasKnownNames(in document: borrowing PDFDocument) -> Bool {
    let encoding = document.get(font, "Encoding")
    let known: Set = ["WinAnsiEncoding", "MacRomanEncoding"]
    let base = document.name(encoding) ?? document.name(encoding, "BaseEncoding") ?? ""
    return known.contains(base) && !document.has(encoding, "Differences")
      && codes(bytesPerCode: 1).allSatisfy { (0x20...0x7E).contains($0) || $0 > 0xA0 }
  }
}
