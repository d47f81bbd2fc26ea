/// What stands out of the letter in a box.
public struct Callout: Hashable, Sendable {
  /// What kind of thing it says; they look alike, but a layout may give each a title.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// What the reader should know.
    case note
    /// Advice.
    case tip
    /// What must be known to go on.
    case important
    /// What needs attention at once.
    case warning
    /// What an action may lead to.
    case caution
  }

  /// What kind of thing it says.
  public var kind: Kind
  /// What stands above it in the box; empty for the layout's own title.
  public var title: [Inline]
  /// What it says.
  public var blocks: [Block]

  /// Makes a call-out of blocks.
  public init(_ blocks: [Block], kind: Kind = .note, title: [Inline] = []) {
    self.kind = kind
    self.title = title
    self.blocks = blocks
  }
}
