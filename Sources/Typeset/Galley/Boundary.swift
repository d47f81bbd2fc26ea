/// What a page would divide that starts with a slug.
enum Boundary: Hashable, Sendable {
  /// Two blocks that have nothing to do with each other.
  case free
  /// A block and what it belongs to.
  case after(Keep.Next)
  /// The lines of one paragraph.
  case lines(Lines)
  /// The rows of a table; the last one would stand alone.
  case rows(isLast: Bool)
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
}
