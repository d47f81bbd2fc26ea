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
  var alignment: Alignment
  var breaking: Breaking
  var hyphenation: Hyphenation
  /// Whether dates, times, `§ 65` and the like stay on one line.
  var protectsPhrases: Bool
  /// Whether hyphens and full stops may stand out into the right margin.
  var opticalMargin: Bool
  /// How much of its width a space may give or take in justified text.
  var spaceStretch: Double
  var spaceShrink: Double

  /// When and how words are divided.
  struct Hyphenation: Hashable, Sendable {
    /// Whether words are divided at all; explicit soft hyphens always are.
    var enabled: Bool
    /// Fewest letters before and after a division.
    var before: Int
    var after: Int
    /// Most lines in a row that end in a hyphen; 0 is no limit.
    var ladder: Int
    /// Whether divisions are graded and filtered, or the plain patterns are used.
    var graded: Bool
    /// Words with their own divisions, marked by hyphens (`Kommu-nernes`).
    var exceptions: [String]
  }
}
