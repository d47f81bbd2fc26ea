/// An absolute length in PDF points.
///
/// A point is 1/72 inch (ISO 32000-1, 8.3.2.3), so 1 mm is 72 / 25.4 pt.
public struct Length: Hashable, Sendable, Comparable {
  /// The length in points.
  public let points: Double

  /// The length in millimetres.
  public var millimetres: Double { points * 25.4 / 72 }

  /// No length at all.
  public static let zero = Length(points: 0)

  /// Makes a length of so many points.
  public init(points: Double) { self.points = points }

  /// A length of so many points.
  public static func pt(_ value: Double) -> Length { Length(points: value) }

  /// A length of so many millimetres.
  public static func mm(_ value: Double) -> Length { Length(points: value * 72 / 25.4) }

  /// The sum of two lengths.
  public static func + (a: Length, b: Length) -> Length { Length(points: a.points + b.points) }

  /// The difference of two lengths.
  public static func - (a: Length, b: Length) -> Length { Length(points: a.points - b.points) }

  /// A length taken so many times.
  public static func * (a: Length, factor: Double) -> Length { Length(points: a.points * factor) }

  /// A part of a length.
  public static func / (a: Length, divisor: Double) -> Length {
    Length(points: a.points / divisor)
  }

  /// How many times one length goes into another.
  public static func / (a: Length, b: Length) -> Double { a.points / b.points }

  /// The length in the opposite direction.
  public static prefix func - (a: Length) -> Length { Length(points: -a.points) }

  /// Adds a length in place.
  public static func += (a: inout Length, b: Length) { a = a + b }

  /// Takes a length away in place.
  public static func -= (a: inout Length, b: Length) { a = a - b }

  /// Whether one length is shorter than another.
  public static func < (a: Length, b: Length) -> Bool { a.points < b.points }
}
