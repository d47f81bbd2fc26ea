/// A rectangle on a page, from its top left corner, y downwards.
public struct Rect: Hashable, Sendable {
  /// The top left corner.
  public let origin: Point
  /// The extent to the right and downwards.
  public let size: Size

  /// Makes a rectangle from its corner and size.
  public init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// Makes a rectangle from the distances of its corner and its extent.
  public init(x: Length, y: Length, width: Length, height: Length) {
    self.init(origin: Point(x: x, y: y), size: Size(width: width, height: height))
  }

  /// The left edge.
  public var minX: Length { origin.x }
  /// The right edge.
  public var maxX: Length { origin.x + size.width }
  /// The top edge.
  public var minY: Length { origin.y }
  /// The bottom edge.
  public var maxY: Length { origin.y + size.height }

  /// Whether two rectangles share an area; touching edges do not count.
  func intersects(_ other: Rect) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  /// Whether another rectangle lies wholly within this one.
  func contains(_ other: Rect) -> Bool {
    minX <= other.minX && other.maxX <= maxX && minY <= other.minY && other.maxY <= maxY
  }

  /// The smallest rectangle around both.
  func union(_ other: Rect) -> Rect {
    let x = min(minX, other.minX)
    let y = min(minY, other.minY)
    return Rect(
      x: x, y: y, width: max(maxX, other.maxX) - x, height: max(maxY, other.maxY) - y)
  }
}
