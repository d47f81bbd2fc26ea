import PDFFile

/// Which characters the codes of a simple font are by its encoding (ISO 32000-1, 9.6.6), as far as the
/// names of European letters go.
enum SimpleEncoding {
  static func characters(_ value: PDFValue?, in pdf: InspectedPDF) -> [Int: String] {
    let base: String?
    var differences: [PDFValue] = []
    switch pdf.resolve(value) {
    case .name(let name): base = name
    case .dictionary(let entries):
      base = pdf.name(entries["BaseEncoding"])
      differences = pdf.items(entries["Differences"])
    default: base = nil
    }
    var characters: [Int: String] = [:]
    for code in 0x20...0x7E { characters[code] = String(Unicode.Scalar(UInt8(code))) }
    if base == "WinAnsiEncoding" { add(windows, from: 0x80, to: &characters) }
    if base == "WinAnsiEncoding" {
      for code in 0xA0...0xFF { characters[code] = String(Unicode.Scalar(UInt8(code))) }
    }
    if base == "MacRomanEncoding" { add(macintosh, from: 0x80, to: &characters) }
    var code = 0
    for item in differences.prefix(1024) {
      if let next = pdf.integer(item) {
        code = next
      } else if let name = pdf.name(item) {
        characters[code] = character(named: name)
        code &+= 1
      }
    }
    return characters
  }

  private static func add(_ row: String, from first: Int, to characters: inout [Int: String]) {
    for (offset, character) in row.enumerated() where character != "\u{FFFD}" {
      characters[first + offset] = String(character)
    }
  }

  /// Codes 0x80 to 0x9F of code page 1252.
  private static let windows = "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ"

  /// Codes 0x80 to 0xFF of Mac OS Roman.
  private static let macintosh = """
    ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
    """

  /// The character of a glyph's name (Adobe Glyph List); nil for one that is not known here.
  static func character(named name: String) -> String? {
    if name.unicodeScalars.count == 1 { return name }
    if let known = named[name] { return known }
    if name.hasPrefix("uni"), name.utf8.count == 7, let code = UInt32(name.dropFirst(3), radix: 16)
    {
      return Unicode.Scalar(code).map { String($0) }
    }
    guard name.hasPrefix("u"), let code = UInt32(name.dropFirst(), radix: 16) else { return nil }
    return Unicode.Scalar(code).map { String($0) }
  }

  private static let named: [String: String] = {
    let list = """
      space _ exclam ! quotedbl " numbersign # dollar $ percent % ampersand & quotesingle ' \
      quoteright ’ quoteleft ‘ parenleft ( parenright ) asterisk * plus + comma , hyphen - minus − \
      period . slash / zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 colon : \
      semicolon ; less < equal = greater > question ? at @ bracketleft [ backslash \\ bracketright ] \
      asciicircum ^ underscore ＿ grave ` braceleft { bar | braceright } asciitilde ~ bullet • \
      endash – emdash — ellipsis … quotedblleft “ quotedblright ” quotedblbase „ quotesinglbase ‚ \
      guillemotleft « guillemotright » guilsinglleft ‹ guilsinglright › section § paragraph ¶ \
      degree ° Euro € sterling £ copyright © registered ® trademark ™ fi ﬁ fl ﬂ ae æ AE Æ oslash ø \
      Oslash Ø aring å Aring Å adieresis ä Adieresis Ä odieresis ö Odieresis Ö udieresis ü \
      Udieresis Ü germandbls ß eacute é Eacute É egrave è Egrave È ecircumflex ê aacute á agrave à \
      acircumflex â atilde ã ccedilla ç Ccedilla Ç iacute í igrave ì icircumflex î idieresis ï \
      ntilde ñ oacute ó ograve ò ocircumflex ô otilde õ uacute ú ugrave ù ucircumflex û yacute ý \
      ydieresis ÿ scaron š Scaron Š zcaron ž Zcaron Ž eth ð thorn þ oe œ OE Œ dotlessi ı mu µ \
      multiply × divide ÷ plusminus ± onehalf ½ onequarter ¼ threequarters ¾ dagger † daggerdbl ‡
      """
    let words = list.split(separator: " ").map(String.init)
    var named: [String: String] = [:]
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      named[words[index]] = words[index + 1]
    }
    named["space"] = " "
    named["underscore"] = "_"
    named["nbspace"] = "\u{A0}"
    return named
  }()
}
