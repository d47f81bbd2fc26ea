/// The width and height of a page as it is seen, in points.
package struct PageExtent: Hashable, Sendable {
  /// From left to right.
  package let width: Double
  /// From foot to head.
  package let height: Double
}
