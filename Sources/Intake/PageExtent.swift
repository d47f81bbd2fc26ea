/// The width and height of a page as it is seen, in points.
package struct PageExtent: Hashable, Sendable {
  /// From left to right.
  package let width: Double
  /// From foot to head.
  package let height: Double

  /// An extent of such a width and height.
  package init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }
}
