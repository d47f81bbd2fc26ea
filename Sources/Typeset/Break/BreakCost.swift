/// What faults cost, so that the breaker can weigh one against another.
///
/// In ragged text costs add up; a line costs by its empty part (``raggedness``), and a penalty its
/// own cost. In justified text demerits follow *Breaking Paragraphs into Lines* (pages 1128-1129),
/// where a line's badness and penalty are added and squared, and further demerits added.
enum BreakCost {
  /// Cost of an empty line of ragged text; the share left empty counts squared.
  ///
  /// A tenth of the measure left empty costs 100, as much as four divisions at joints; a
  /// twentieth, which nobody sees, 25, as much as one.
  static let raggedness = 10_000.0
  /// Cost of a second hyphen under a first in ragged text: as much as one more division.
  static let raggedRun = 50.0
  /// Cost of a hyphen at the end of the last line but one: it divides the last full line from a
  /// rest for which nobody looks.
  static let raggedFinalHyphen = 50.0
  /// Cost of one word alone in the last line.
  static let raggedLoneWord = 60.0
  /// Cost of a piece of a word alone in the last line: worse than two divisions elsewhere.
  static let raggedLonePiece = 200.0

  /// Demerits of two hyphens in a row, and of lines whose tightness differs by two classes: both
  /// 3000 in the paper (page 1129).
  static let doubleHyphen = 3_000.0
  static let uneven = 3_000.0
  /// Demerits of a hyphen at the end of the last line but one: `\finalhyphendemerits` of plain
  /// TeX, which like the others is given in the scale of squared badness.
  static let finalHyphen = 5_000.0
  /// Demerits of one word alone in the last line, a bit less than a line with ratio 0.9 (75²).
  static let loneWord = 5_000.0
  /// Demerits of a piece of a word alone in the last line: as a line with ratio 1.2 (170²).
  static let lonePiece = 30_000.0

  /// Badness of a line that no stretch can fill: `inf_bad` of TeX.
  static let worstBadness = 10_000.0
  /// Stretch ratios the first and the second pass allow.
  ///
  /// 1 uses just the stretch the spaces are said to have; 3 is the loosest line that still reads
  /// as a line of words. A line that needs more is only made when nothing else is left, and is
  /// then stretched by 3 and falls short of the measure.
  static let tolerance = 1.0
  static let looserTolerance = 3.0

  /// First-fit, which weighs nothing, takes a penalty from this cost on only where nothing else
  /// fits: divisions that are hard to read cost more, all others much less.
  static let lastResort = 300.0

  /// Cost of one hyphen more than the ladder allows, where else a line would be overfull: more
  /// than everything that precedes in any paragraph that people read.
  static let ladder = 1e9
  /// Cost of an overfull line, more than any other; its excess counts on top.
  static let overfull = 1e12

  /// A line may be wider than the measure by this much: sums of widths round differently.
  static let rounding = 0.001
}
