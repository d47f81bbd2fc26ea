/// One set line: its runs in visual order, and the share of stretch or shrink it used.
public struct Line: Hashable, Sendable {
  /// Runs, each with its left end on the baseline.
  let runs: [Placed<GlyphRun>]
  /// Distance of the baseline below the top of the line.
  let baseline: Length
  /// The line's height: the leading.
  let height: Length
  /// From the left edge of the first to the right edge of the last visible glyph.
  let width: Length
  let ratio: Double
  /// The name of what the line is to the letter, for dumps.
  let role: String
}
