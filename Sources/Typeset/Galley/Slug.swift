/// A slice of the column that no page break divides: a line, a table row, an image.
///
/// Named after the line of metal a Linotype casts.
struct Slug: Sendable {
  /// White above it, which vanishes at the head of a page.
  var gapBefore: Length
  var height: Length
  /// What stands in it, from its top left corner.
  var items: [Placed<FrameItem>]
  /// What it costs to start a page with this slug; ``PageBreakCosts/forbidden`` rules it out.
  var breakCost: Double = 0
  /// The lines of text in it, for rules that count lines.
  var lines: Int = 1
  /// Footnotes that its text refers to.
  var notes: [Int] = []
  /// The head to repeat when a page starts with this slug, an index into the table heads.
  var tableHead: Int? = nil
  /// The bars of the quotations it stands in.
  var bars: [QuotationBar] = []
  /// What it is to the letter.
  var role: FlowRole
  /// The place to name when it does not fit.
  var place: SourceRange? = nil
}
