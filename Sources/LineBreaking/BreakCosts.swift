/// What faults cost, so that the breaker can weigh one against another.
///
/// In ragged text costs add up; a line costs by its empty part (``raggedness``), and a penalty its
/// own cost. In justified text demerits follow *Breaking Paragraphs into Lines* (pages 1128-1129),
/// where a line's badness and penalty are added and squared, and further demerits added.
package struct BreakCosts: Hashable, Sendable {
  package static let standard = BreakCosts()

  package init() {}

  /// Cost of an empty line of ragged text; the share left empty counts squared.
  ///
  /// A tenth of the measure left empty costs 100, a twentieth, which nobody sees, 25.
  package var raggedness = 10_000.0
  /// The share of the measure from which a gap is seen as a hole, and what it costs beyond it,
  /// squared as well.
  package var holeFrom = 0.15
  package var hole = 30_000.0
  /// Cost of a second hyphen under a first in ragged text: a ladder is seen before it is read.
  package var raggedRun = 150.0
  /// Cost of a hyphen at the end of the last line but one: it divides the last full line from a
  /// rest for which nobody looks.
  package var raggedFinalHyphen = 150.0
  /// Cost of one word alone in the last line.
  package var raggedLoneWord = 100.0
  /// Cost of a piece of a word alone in the last line.
  package var raggedLonePiece = 400.0
  /// Cost of a last line so short that it looks like a fragment.
  package var raggedFragment = 600.0

  /// Demerits of two hyphens in a row: 3000 in the paper (page 1129), more here, for the eye
  /// minds a ladder more than a loose line.
  package var doubleHyphen = 60_000.0
  /// Demerits of lines whose tightness differs by two classes: 3000 in the paper (page 1129).
  package var uneven = 3_000.0
  /// Demerits of a hyphen at the end of the last line but one: `\finalhyphendemerits` of plain
  /// TeX, which like the others is given in the scale of squared badness.
  package var finalHyphen = 60_000.0
  /// Demerits of one word alone in the last line: a line with ratio 1 (100²).
  package var loneWord = 10_000.0
  /// Demerits of a piece of a word alone in the last line.
  package var lonePiece = 60_000.0
  /// Demerits of a last line so short that it looks like a fragment.
  package var fragment = 60_000.0
  /// How much of a ratio counts beyond 1, 1 in the paper: a space that is already half as wide
  /// again looks loose, and wider ones little looser; one such line is better than two hyphens.
  package var looseness = 0.28

  /// Badness of a line that no stretch can fill: `inf_bad` of TeX.
  static let worstBadness = 10_000.0
  /// The largest stretch ratio of a line: the loosest that still reads as a line of words.
  ///
  /// A line that needs more is only made when nothing else is left, and is then stretched by this
  /// and falls short of the measure.
  package var tolerance = 3.0

  /// First-fit, which weighs nothing, takes a penalty from this cost on only where nothing else
  /// fits: divisions that are hard to read cost more, all others much less.
  package var lastResort = 300.0

  /// Cost of one hyphen more than the ladder allows, where else a line would be overfull: more
  /// than everything that precedes in any paragraph that people read.
  package var ladder = 1e9
  /// Cost of an overfull line, more than any other; its excess counts on top.
  package var overfull = 1e12

  /// A line may be wider than the measure by this much: sums of widths round differently.
  package static let rounding = 0.001
}
