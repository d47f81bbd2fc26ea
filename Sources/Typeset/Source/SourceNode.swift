/// A value read from YAML or JSON, with its place.
package struct SourceNode: Hashable, Sendable {
  /// What stands there.
  package indirect enum Value: Hashable, Sendable {
    case null
    /// Text as written; `isQuoted` tells `"1"` from `1`.
    case scalar(String, isQuoted: Bool)
    case sequence([SourceNode])
    /// Entries in source order; keys are unique.
    case mapping([Entry])
  }

  /// A key and its value.
  package struct Entry: Hashable, Sendable {
    /// The key.
    package let key: String
    /// Where the key stands.
    package let keyRange: SourceRange
    /// What stands under it.
    package let value: SourceNode

    /// An entry whose key stands at a place.
    package init(key: String, keyRange: SourceRange, value: SourceNode) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }
  }

  /// What it is.
  package let value: Value
  /// Where it stands.
  package let range: SourceRange

  /// A value at a place.
  package init(value: Value, range: SourceRange) {
    self.value = value
    self.range = range
  }
}
