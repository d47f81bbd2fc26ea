/// Where a slug begins in the blocks it was set from.
struct ColumnPlace: Hashable, Sendable {
  /// Where within a block.
  enum Within: Hashable, Sendable {
    /// At its beginning.
    case start
    /// At a byte of a paragraph's text.
    case text(Int)
    /// At a row of a table; where it goes on with one, at a place of each cell that has more.
    case row(Int, cells: [ColumnPlace?]?)
  }

  /// The block's index.
  var block: Int
  var within = Within.start
}
