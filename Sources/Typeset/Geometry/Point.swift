/// A place on a page or in a frame, from its top left corner, y downwards.
public struct Point: Hashable, Sendable {
  /// Distance from the left edge.
  public let x: Length
  /// Distance from the top edge.
  public let y: Length

  /// The top left corner itself.
  public static let zero = Point(x: .zero, y: .zero)

  /// Makes the place at that distance from the left and the top edge.
  public init(x: Length, y: Length) {
    self.x = x
    self.y = y
  }

  /// A place moved by another's distance from the corner.
  static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
}
