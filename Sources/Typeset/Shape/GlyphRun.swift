/// Glyphs of one font and size, with the words they stand for when searched or read aloud.
struct GlyphRun: Hashable, Sendable {
  let font: FontKey
  let size: Length
  let color: Color
  /// In painting order, left to right.
  let glyphs: [Glyph]
  /// In reading order; clusters add up to all glyphs and all bytes.
  let clusters: [GlyphCluster]
  let text: String
  let isRightToLeft: Bool
  /// Distance of the run's baseline above the line's.
  let rise: Length
  private(set) var part: Part
  /// What to read instead of the glyphs, as U+00AD for a hyphen at a line end.
  let actualText: String?
  let underline: Bool
  let strikethrough: Bool
  /// The font's extent above and below the baseline, for link areas.
  let ascent: Length
  let descent: Length
  /// The divided word that the glyphs are a piece of, until its span stands in the structure.
  private(set) var word: DividedWord? = nil

  /// The sum of the advances.
  var width: Length { glyphs.reduce(.zero) { $0 + $1.advance } }

  /// The same glyphs as a part of what their divided word belongs to.
  func entered(as part: Part) -> GlyphRun {
    var run = self
    run.part = part
    run.word = nil
    return run
  }
}
