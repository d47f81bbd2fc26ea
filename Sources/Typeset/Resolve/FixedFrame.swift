/// A frame at a fixed place on some pages: the sidebar, an address field, a head or foot, a logo.
struct FixedFrame: Hashable, Sendable {
  /// What the frame is to the letter; the report gives the boxes of recipient and sidebar.
  enum Kind: String, Hashable, Sendable {
    case recipient, sidebar, header, footer, returnLine, text, mark, logo, background
  }

  enum Anchor: String, Hashable, Sendable, CaseIterable {
    case top, middle, bottom
  }

  /// What happens when the contents are taller than the frame.
  enum Overflow: Hashable, Sendable {
    /// It is an error that names the frame.
    case error
    /// The text shrinks down to this share of its size, then it is an error.
    case shrink(to: Double)
  }

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
  var anchor: Anchor
  var groups: [Group]
  var overflow: Overflow
  /// A tint behind the frame, and a line around it.
  var background: Color? = nil
  var border: RuleStyle? = nil
  /// Whether the contents are letter text on the first page they appear on; else an artifact
  /// everywhere. On the pages after that they are artifacts of kind ``repeatsAs``.
  var isContent: Bool
  var repeatsAs: ArtifactKind
  /// Lines and boxes at places from the frame's top left corner.
  var shapes: [FixedShape] = []
  var place: SourceRange? = nil
}

/// The thickness and colour of a rule.
struct RuleStyle: Hashable, Sendable {
  var thickness: Length
  var color: Color
}

/// A line or box drawn as an artifact, its rectangle from the page's top left corner.
struct FixedShape: Hashable, Sendable {
  var rect: Rect
  var color: Color
  var kind: ArtifactKind
}

/// The pages that something stands on.
struct PageSelection: Hashable, Sendable {
  var first: Bool
  /// Pages between the first and the last.
  var middle: Bool
  /// The last page of a letter of two or more.
  var last: Bool
  /// The only page of a letter of one.
  var single: Bool
  /// Restricts the selection to odd or even pages; both are true without restriction.
  var odd = true
  var even = true

  static let all = PageSelection(first: true, middle: true, last: true, single: true)
  static let first = PageSelection(first: true, middle: false, last: false, single: true)
  static let next = PageSelection(first: false, middle: true, last: true, single: false)
  static let last = PageSelection(first: false, middle: false, last: true, single: true)

  /// Whether the 1-based page of so many is selected.
  func includes(_ page: Int, of count: Int) -> Bool {
    guard page % 2 == 1 ? odd : even else { return false }
    if count == 1 { return single }
    if page == 1 { return first }
    return page == count ? last : middle
  }
}
