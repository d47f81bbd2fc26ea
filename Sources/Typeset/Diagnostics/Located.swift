/// A value together with the place it was read from.
public struct Located<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The value.
  public var value: Value
  /// Where it was read; nil for a value that was set in Swift or given on the command line.
  public var place: SourceRange?

  /// Puts a value and its place together.
  public init(value: Value, place: SourceRange? = nil) {
    self.value = value
    self.place = place
  }
}
