/// A value together with the place it was read from.
struct Located<Value: Hashable & Sendable>: Hashable, Sendable {
  var value: Value
  /// nil for a value that did not come from a file, as one given on the command line.
  var place: SourceRange?
}
