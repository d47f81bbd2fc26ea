/// A slice of the column that no page break divides: a line, a table row, an image.
///
/// Named after the line of metal a Linotype casts.
struct Slug: Sendable {
  /// White above it, which vanishes at the head of a page.
  var gapBefore = Length.zero
  var height: Length
  /// What stands in it, from its top left corner.
  var items: [Placed<FrameItem>]
  /// What a page that starts with this slug divides.
  var boundary = Boundary.free
  /// The lines of text in it, for rules that count lines.
  var lines = 1
  /// Footnotes that its text refers to.
  var notes: [Int] = []
  /// The head to repeat when a page starts with this slug.
  var tableHead: TableHead? = nil
  /// The table whose part it is and how far it reaches over the column; nil for what stays in it.
  var reach: TableReach? = nil
  /// The bars of the quotations it stands in.
  var bars: [QuotationBar] = []
  /// The part of a call-out's box that it stands in.
  var callout: SlugBox? = nil
  /// The box that a report counts it to.
  var box = BoxID.body
  /// Whether it belongs to the closing of the letter.
  var isClosing = false
  /// Whether it stands below the closing: a postscript, enclosures, copies.
  var isAddendum = false
  /// How much of the room for ink at its top may be taken out.
  var inkGives = Length.zero
  /// Whether it is a line whose leading may give to save or to fill a page.
  var leadingGives = false
  /// Where it begins in what it was set from; nil if that cannot be parted here.
  var start: ColumnPlace? = nil
  /// The place to name when it does not fit.
  var place: SourceRange? = nil
  /// Whether a word in it is too wide for its line.
  var isOverfull = false
  /// What was noticed in setting it: told of when it stands on a page, and so once.
  var problems: [Diagnostic] = []
}
