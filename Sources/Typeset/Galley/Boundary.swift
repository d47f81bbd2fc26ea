/// What a page would divide that starts with a slug.
enum Boundary: Hashable, Sendable {
  /// Two blocks that have nothing to do with each other.
  case free
  /// A block and what it belongs to.
  case after(Keep.Next)
  /// The lines of one paragraph.
  case lines(Lines)
  /// The rows of one table.
  case rows(Rows)
  /// What must stand on one page.
  case inseparable

  /// What makes a boundary between two lines better or worse.
  struct Lines: Hashable, Sendable {
    /// Whether fewer lines of the paragraph stand above it than its style wants.
    var isOrphan = false
    /// Whether fewer of them stand below it.
    var isWidow = false
    /// Whether it divides a word.
    var dividesWord = false
  }

  /// What makes a boundary between two rows worse.
  struct Rows: Hashable, Sendable {
    /// Whether a single row stands below it.
    var leavesLast = false
    /// Whether the totals stand below it, apart from all that they sum up.
    var leavesTotals = false
    /// Whether a single row stands above it.
    var partsFirst = false
    /// Whether the table is so short that it is seen as one thing.
    var isOfShortTable = false
  }
}
