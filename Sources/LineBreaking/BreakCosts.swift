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

  /// Badness of a line of justified text that takes all its stretch or shrink.
  ///
  /// In the paper 100 (page 1127); less here, since spaces half as wide again are not yet seen.
  package var fullBadness = 18.0
  /// Badness that each further stretch of the same size adds.
  ///
  /// A line that is loose looks loose, and one looser still little worse. Nil lets the third power
  /// go on, as in the paper.
  package var looserBadness: Double? = 40.0
  /// The ratio beyond which a line is a row of words rather than a line, and the badness that each
  /// further stretch adds there.
  package var strainFrom = 3.0
  package var strain = 100.0
  /// Demerits of a line whose spaces take more than their stretch, and is then seen as loose, and
  /// again of one whose spaces take more than twice that.
  package var loose = 60_500.0
  package var veryLoose = 30_000.0
  /// What a division adds to the badness of its line whatever word it divides, and the share of its
  /// own cost that comes on top: in justified text one at a joint is seen almost as soon as another.
  package var hyphen = 205.0
  package var hyphenShare = 0.28
  /// The measure, in spaces, below which divisions become cheaper with the measure: few spaces
  /// have to take up what a line lacks.
  package var narrowMeasure = 100.0

  /// Demerits of two hyphens in a row: 3000 in the paper (page 1129), more here, for the eye
  /// minds a ladder more than a loose line.
  package var doubleHyphen = 15_000.0
  /// Demerits of lines whose tightness differs by two classes: 3000 in the paper (page 1129).
  package var uneven = 1_400.0
  /// Demerits of a hyphen at the end of the last line but one: `\finalhyphendemerits` of plain
  /// TeX, which like the others is given in the scale of squared badness.
  package var finalHyphen = 30_000.0
  /// Demerits of one word alone in the last line.
  package var loneWord = 10_000.0
  /// Demerits of a piece of a word alone in the last line.
  package var lonePiece = 60_000.0
  /// Demerits of a last line so short that it looks like a fragment.
  package var fragment = 60_000.0

  /// The ratio beyond which a line is as bad as can be.
  static let worstRatio = 10.0
  /// Badness of a line that no stretch can fill: `inf_bad` of TeX.
  static let worstBadness = 10_000.0
  /// The largest stretch ratio of a line: the loosest that still reads as a line of words.
  ///
  /// A line that needs more is only made when nothing else is left, and is then stretched by this
  /// and falls short of the measure.
  package var tolerance = 5.0

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
