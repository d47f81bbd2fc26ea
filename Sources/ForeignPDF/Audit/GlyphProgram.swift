/// A font program, as far as it tells of its glyphs.
protocol GlyphProgram {
  var glyphCount: Int { get }

  /// A glyph's width in thousandths of the size; nil if the program does not say.
  func width(of glyph: Int) -> Double?
}

extension TrueTypeTables: GlyphProgram {}
