/// How far a wide table reaches over its column.
struct TableReach: Hashable, Sendable {
  /// Which of the tables that may.
  let table: Int
  var left: Length
  var right: Length
  /// Whether a frame stands in its way, so that it stays in the column.
  var isBlocked = false

  /// Less is no margin worth reaching into.
  private static let least = Length.mm(5)

  /// The margins on pages that no table leaves; the narrower of the two stays free at both sides.
  ///
  /// Without a wider margin on every page there is none: nor where pages are mirrored, on which it
  /// changes sides.
  init(table: Int, regions: [Rect], pageWidth: Length, isMirrored: Bool) {
    self.table = table
    let margins = regions.map { (left: $0.minX, right: pageWidth - $0.maxX) }
    func least(_ reaches: [Length]) -> Length {
      let reach = reaches.min() ?? .zero
      return isMirrored || reach < Self.least ? .zero : reach
    }
    left = least(margins.map { $0.left - min($0.left, $0.right) })
    right = least(margins.map { $0.right - min($0.left, $0.right) })
  }

  /// A reach of which so much is taken: at the right first, where lines end.
  func taking(_ width: Length) -> TableReach {
    var reach = self
    reach.right = min(right, max(.zero, width))
    reach.left = min(left, max(.zero, width - reach.right))
    return reach
  }
}
