/// Glyphs of one item on one line.
struct LinePiece: Sendable {
  /// Bytes of the paragraph's text; none for a hyphen that was added.
  var range: Range<Int>
  var item: ShapedItem
  var glyphs: [Glyph]
  var clusters: [GlyphCluster]
  /// What the glyphs stand for.
  var text: String
  /// What to read instead; nil for the text itself.
  var actualText: String? = nil
  /// Whether it is the white that a line ends in, which has no width.
  var isTrailingSpace = false
  /// The whole word that it is a part of, where that is divided.
  var word: Range<Int>? = nil

  /// The sum of the advances, in points.
  var width: Double { glyphs.reduce(0) { $0 + $1.advance.points } }
}
