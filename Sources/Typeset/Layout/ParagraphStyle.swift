/// How the lines of a paragraph are made and stand, with every choice made.
struct ParagraphStyle: Hashable, Sendable {
  enum Alignment: String, Hashable, Sendable, CaseIterable {
    case left, right, center, justify
  }

  enum Breaking: String, Hashable, Sendable, CaseIterable {
    /// Each line takes what fits.
    case firstFit = "first-fit"
    /// The lines of the paragraph are chosen together (Knuth and Plass 1981).
    case totalFit = "total-fit"
  }

  /// Distance from baseline to baseline.
  var leading: Length
  /// The lines of the running text, on which lines of this style stand if they are as far apart.
  var grid: LineGrid?
  var alignment: Alignment
  var breaking: Breaking
  var hyphenation: HyphenationRules
  /// Whether the lines are made about equally long, as a heading's should be.
  var balances = false
  /// Whether dates, times, `§ 65` and the like stay on one line.
  var protectsPhrases: Bool
  /// Whether hyphens and full stops may stand out into the right margin.
  var opticalMargin: Bool
  /// How much of its width a space may give or take in justified text.
  var spaceStretch: Double
  var spaceShrink: Double

  typealias Hyphenation = HyphenationRules
}
