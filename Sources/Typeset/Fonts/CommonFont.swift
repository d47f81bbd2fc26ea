/// The glyphs that letters of a run have of a font, whatever their own words are: those of the
/// characters that letters in the languages of Western and Northern Europe are written with.
///
/// With them a font is the same in every letter of a run, and tells nothing of any: no letter's font
/// gives away which names stand in another.
struct CommonGlyphs {
  /// The characters of ASCII, the letters of Latin-1 with those that Windows-1252 adds, the marks of
  /// typesetting, and the ligatures of f.
  ///
  /// The first character of a glyph is what it stands for by itself.
  static let characters: [Unicode.Scalar] = {
    var values = Array(UInt32(0x20)...0x7E)
    values += Array(0xC0...0xD6) + Array(0xD8...0xF6) + Array(0xF8...0xFF)
    values += [0x0152, 0x0153, 0x0160, 0x0161, 0x0178, 0x017D, 0x017E]
    values += [0xA0, 0xA3, 0xA7, 0xA9, 0xAB, 0xAD, 0xB0, 0xB2, 0xB3, 0xB4, 0xB7, 0xBB, 0xBD, 0xD7]
    values += [
      0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2022,
      0x2026, 0x20AC, 0x2212,
    ]
    values += Array(0xFB00...0xFB04)
    return values.compactMap { Unicode.Scalar($0) }
  }()

  /// The letters that ligatures stand for.
  private static let ligatures: [Unicode.Scalar: String] = [
    "\u{FB00}": "ff", "\u{FB01}": "fi", "\u{FB02}": "fl", "\u{FB03}": "ffi", "\u{FB04}": "ffl",
  ]

  /// The glyphs, of those that the font has.
  let glyphs: GlyphSet
  /// Each with what it stands for.
  let texts: [(glyph: UInt32, text: String)]

  /// Looks them up in a font.
  init(of face: FontFace) {
    var glyphs = GlyphSet()
    var texts: [(glyph: UInt32, text: String)] = []
    for character in Self.characters {
      guard let glyph = face.glyph(for: character), glyph != 0 else { continue }
      let text =
        switch character {
        // Spaces of every width are read as spaces.
        case "\u{A0}": " "
        // It divides words, as a soft hyphen, and stands for itself in hardly any letter.
        case "\u{2010}": "\u{AD}"
        default: Self.ligatures[character] ?? String(character)
        }
      if !glyphs.contains(glyph) { texts.append((glyph, text)) }
      glyphs.insert(glyph)
    }
    self.glyphs = glyphs
    self.texts = texts
  }
}

/// A font with the glyphs that letters of a run have in common.
struct CommonFont: Sendable {
  /// By which pages call it: of the font alone, so that pieces of pages are the same in all letters.
  let name: String
  let subset: FontSubset
  let texts: CodeTexts
}
