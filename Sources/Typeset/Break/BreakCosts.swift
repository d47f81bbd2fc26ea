/// What faults cost, so that the breaker can weigh one against another.
///
/// In ragged text costs add up; a line costs by its empty part (``raggedness``), and a penalty its
/// own cost. In justified text demerits follow *Breaking Paragraphs into Lines* (pages 1128-1129),
/// where a line's badness and penalty are added and squared, and further demerits added.
struct BreakCosts: Hashable, Sendable {
  static let standard = BreakCosts()

  /// Cost of an empty line of ragged text; the share left empty counts squared.
  ///
  /// A tenth of the measure left empty costs 100, as much as four divisions at joints; a
  /// twentieth, which nobody sees, 25, as much as one.
  var raggedness = 10_000.0
  /// Cost of a second hyphen under a first in ragged text: as much as one more division.
  var raggedRun = 50.0
  /// Cost of a hyphen at the end of the last line but one: it divides the last full line from a
  /// rest for which nobody looks.
  var raggedFinalHyphen = 50.0
  /// Cost of one word alone in the last line.
  var raggedLoneWord = 60.0
  /// Cost of a piece of a word alone in the last line: worse than two divisions elsewhere.
  var raggedLonePiece = 200.0

  /// Demerits of two hyphens in a row, and of lines whose tightness differs by two classes: both
  /// 3000 in the paper (page 1129).
  var doubleHyphen = 3_000.0
  var uneven = 3_000.0
  /// Demerits of a hyphen at the end of the last line but one: `\finalhyphendemerits` of plain
  /// TeX, which like the others is given in the scale of squared badness.
  var finalHyphen = 5_000.0
  /// Demerits of one word alone in the last line, a bit less than a line with ratio 0.9 (75²).
  var loneWord = 5_000.0
  /// Demerits of a piece of a word alone in the last line: as a line with ratio 1.2 (170²).
  var lonePiece = 30_000.0

  /// Badness of a line that no stretch can fill: `inf_bad` of TeX.
  static let worstBadness = 10_000.0
  /// Stretch ratios the first and the second pass allow.
  ///
  /// 1 uses just the stretch the spaces are said to have; 3 is the loosest line that still reads
  /// as a line of words. A line that needs more is only made when nothing else is left, and is
  /// then stretched by 3 and falls short of the measure.
  var tolerance = 1.0
  var looserTolerance = 3.0

  /// First-fit, which weighs nothing, takes a penalty from this cost on only where nothing else
  /// fits: divisions that are hard to read cost more, all others much less.
  var lastResort = 300.0

  /// Cost of one hyphen more than the ladder allows, where else a line would be overfull: more
  /// than everything that precedes in any paragraph that people read.
  var ladder = 1e9
  /// Cost of an overfull line, more than any other; its excess counts on top.
  var overfull = 1e12

  /// A line may be wider than the measure by this much: sums of widths round differently.
  static let rounding = 0.001
}
