/// A value read from YAML or JSON, with its place.
struct SourceNode: Hashable, Sendable {
  indirect enum Value: Hashable, Sendable {
    case null
    /// Text as written; `isQuoted` tells `"1"` from `1`.
    case scalar(String, isQuoted: Bool)
    case sequence([SourceNode])
    /// Entries in source order; keys are unique.
    case mapping([Entry])
  }

  struct Entry: Hashable, Sendable {
    let key: String
    let keyRange: SourceRange
    let value: SourceNode
  }

  let value: Value
  let range: SourceRange
}
