/// A frame at a fixed place on some pages: the sidebar, an address field, a head or foot, a logo.
struct FixedFrame: Hashable, Sendable {
  typealias Kind = FrameKind
  typealias Anchor = FrameAnchor
  typealias Overflow = FrameOverflow

  struct Group: Hashable, Sendable {
    /// White above the group, unless it is the first.
    var spaceBefore: Length
    var blocks: [FlowBlock]
  }

  /// The layout's name for it, used in messages.
  var name: String
  var kind: Kind
  var pages: PageSelection
  var frame: Rect
  /// The line by which the frame stands; nil where it stands by its edges.
  var baseline: FrameBaseline? = nil
  var anchor: Anchor
  var groups: [Group]
  /// How many of the groups stand above the others when those are set in columns.
  var headGroups = 0
  var overflow: Overflow
  /// A tint behind the frame, and a line around it.
  var background: Color? = nil
  var border: Stroke? = nil
  /// Whether the contents are letter text on the first page they appear on.
  ///
  /// Elsewhere, and everywhere if not, they are artifacts of kind ``repeatsAs``.
  var isContent: Bool
  var repeatsAs: ArtifactKind
  /// Lines and boxes at places from the frame's top left corner.
  var shapes: [FixedShape] = []
  var place: SourceRange? = nil
}

/// A line or box drawn as an artifact, its rectangle from the page's top left corner.
struct FixedShape: Hashable, Sendable {
  var rect: Rect
  var color: Color
  var kind: ArtifactKind
  /// What guides call it; nil for what has no name.
  var name: String? = nil
}
