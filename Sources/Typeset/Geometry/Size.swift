/// The width and height of a page, frame or image.
public struct Size: Hashable, Sendable {
  /// The horizontal extent.
  public let width: Length
  /// The vertical extent.
  public let height: Length

  /// ISO 216 A4, 210 mm by 297 mm.
  public static let a4 = Size(width: .mm(210), height: .mm(297))

  /// Makes a size.
  public init(width: Length, height: Length) {
    self.width = width
    self.height = height
  }
}
