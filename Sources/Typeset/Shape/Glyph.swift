/// One glyph of a run and how far the pen moves past it.
struct Glyph: Hashable, Sendable {
  /// The glyph's number in its font.
  let id: UInt32
  /// How far the pen moves to the right.
  let advance: Length
  /// The glyph's distance from the pen, to the right and downwards.
  let offset: Point
}

/// How many glyphs stand for how much text: the unit that is copied and searched as a whole.
struct GlyphCluster: Hashable, Sendable {
  /// Bytes of UTF-8 text, in reading order.
  let bytes: Int
  /// Glyphs, in the order they are painted.
  let glyphs: Int
}
