import PDFFile

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
    case "Type3":
      checkText(bytesPerCode: 1, in: document)
      try checkDrawn(in: document)
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
      let last = document.integer(font, "LastChar"), (0...255).contains(first),
      (0...255).contains(last), widths.count == last - first + 1
    else {
      flaw = "its font \(name) does not say how wide its characters are"
      return
    }
    let tables: any GlyphProgram
    let glyphs: (Int) -> Int?
    switch try program(of: document.get(font, "FontDescriptor"), in: document) {
    case .trueType(let found):
      tables = found
      // Outlines of another kind of font are chosen by name, which is not followed.
      let isTrueType = document.name(font, "Subtype") == "TrueType"
      glyphs = isTrueType ? simpleGlyphs(in: found, document) : { _ in nil }
    case .compact(let found):
      tables = found
      let encoding = FontEncoding(document.get(font, "Encoding"), in: document)
      glyphs = { code in encoding.name(of: code).flatMap { found.glyph(named: $0) } }
    case .other, nil: return
    }
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
      if code < 0x20 { return 0 }
      let isLatin = code < 0x7F || base == "WinAnsiEncoding" && code > 0xA0
      return isLatin ? tables.glyph(of: code, platform: 3, encoding: 1) : nil
    }
  }

  /// The widths that drawn glyphs say of themselves (ISO 32000-1, 9.6.5).
  private mutating func checkDrawn(in document: borrowing PDFDocument) throws(PDFError) {
    let encoding = FontEncoding(document.get(font, "Encoding"), in: document)
    let glyphs = document.get(font, "CharProcs")
    let widths = document.items(of: document.get(font, "Widths"))
    let first = max(0, min(document.integer(font, "FirstChar") ?? 0, 255))
    for code in codes(bytesPerCode: 1) {
      guard let name = encoding.name(of: code) else { continue }
      let glyph = document.get(glyphs, name)
      guard document.isStream(glyph) else { continue }
      let bytes = try document.contents(of: glyph)
      var scanner = ContentScanner(bytes)
      var operation = ContentScanner.Operation()
      guard scanner.next(into: &operation), let operand = operation.operands.first,
        let own = Double(String(decoding: bytes[operand], as: UTF8.self))
      else { continue }
      let said = widths.indices.contains(code - first) ? document.number(widths[code - first]) : 0
      if abs(own - (said ?? 0)) > 1 { flaw = "a font of it says other widths than it has" }
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
    if used.shown.contains(where: { $0.count % 2 == 1 }) {
      flaw = "its font \(name) lacks characters that are shown"
    }
    let inner = document.items(of: document.get(font, "DescendantFonts")).first ?? font
    let map = document.get(inner, "CIDToGIDMap")
    let isTrueType = document.name(inner, "Subtype") == "CIDFontType2"
    guard !isTrueType || document.name(map) == "Identity" || document.isStream(map) else {
      flaw = "its font \(name) does not say which glyphs it shows"
      return
    }
    guard used.isVisible else { return }
    let tables: any GlyphProgram
    var charset: ((Int) -> Int?)?
    switch try program(of: document.get(inner, "FontDescriptor"), in: document) {
    case .trueType(let found): tables = found
    case .compact(let found):
      tables = found
      if !isTrueType, found.isComposite { charset = { found.glyph(of: $0) } }
    case .other, nil: return
    }
    let list = document.isStream(map) ? try document.contents(of: map) : nil
    let widths = widths(of: inner, in: document)
    let usual = document.number(inner, "DW", orElse: 1000)
    for code in codes(bytesPerCode: 2) {
      var glyph = code
      if let list {
        glyph = 2 * code + 1 < list.count ? Int(list[2 * code]) << 8 | Int(list[2 * code + 1]) : 0
      }
      if let charset { glyph = charset(code) ?? 0 }
      check(glyph, width: widths[code] ?? usual, in: tables)
    }
  }

  // MARK: Programs

  private enum Program {
    case trueType(TrueTypeTables)
    case compact(CompactFont)
    /// One that is not read here.
    case other
  }

  /// The font program; nil with a flaw if there is none, or it is broken.
  private mutating func program(
    of descriptor: PDFObject, in document: borrowing PDFDocument
  ) throws(PDFError) -> Program? {
    for key in ["FontFile", "FontFile2", "FontFile3"] {
      let stream = document.get(descriptor, key)
      guard document.isStream(stream) else { continue }
      let kind = document.name(document.dictionary(of: stream), "Subtype") ?? ""
      if key == "FontFile3", !["Type1C", "CIDFontType0C", "OpenType"].contains(kind) {
        flaw = "its font \(name) is of an unknown kind"
      }
      if key == "FontFile" { return .other }
      let bytes = try document.contents(of: stream)
      let compact = TrueTypeTables.compactOutlines(of: bytes)
      if key == "FontFile2" || kind == "OpenType" && compact == nil {
        if let tables = TrueTypeTables(bytes) { return .trueType(tables) }
      } else if let font = CompactFont(compact ?? bytes) {
        return .compact(font)
      }
      flaw = "its font \(name) is broken"
      return nil
    }
    flaw = "its font \(name) is not embedded"
    return nil
  }

  private mutating func check(_ glyph: Int, width: Double?, in tables: some GlyphProgram) {
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
    while index + 1 < items.count, let first = document.integer(items[index]),
      (0...65_535).contains(first)
    {
      if document.isArray(items[index + 1]) {
        for (offset, item) in document.items(of: items[index + 1]).enumerated() {
          widths[first + offset] = document.number(item)
        }
        index += 2
      } else {
        guard index + 2 < items.count, let last = document.integer(items[index + 1]), first <= last,
          last <= 65_535
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
