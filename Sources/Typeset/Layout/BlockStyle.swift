/// How a kind of text looks and stands, with every choice made.
struct BlockStyle: Hashable, Sendable {
  /// How headings are numbered.
  enum Numbering: String, Hashable, Sendable, CaseIterable {
    case none
    /// `1`
    case decimal
    /// `1.1`, after the numbers of the headings above it.
    case nested
    case upperRoman = "upper-roman"
    case upperAlpha = "upper-alpha"
  }

  var text: TextStyle
  var paragraph: ParagraphStyle
  var spaceBefore: Length = .zero
  var spaceAfter: Length = .zero
  var indent: Length = .zero
  var uppercase = false
  var numbering = Numbering.none
}
