import LineBreaking

/// A paragraph as boxes, glue and penalties, with the glyphs they stand for.
struct ShapedParagraph: Sendable {
  let plan: ParagraphPlan
  let text: ParagraphText
  let items: [ShapedItem]
  let breakItems: [BreakItem]
  /// What each break item is in the text, index by index.
  let atoms: [Atom]
  /// Whether the paragraph as a whole runs from right to left.
  let isRightToLeft: Bool

  /// What a break item stands for.
  enum Atom: Sendable {
    /// A box or glue: a stretch of the text.
    case text(Range<Int>)
    /// A place to break before that byte.
    case opportunity(at: Int, endsInHyphen: Bool, word: Range<Int>)
  }
}
