/// A frame with a fixed place: the sidebar, a head or foot, an address field, a logo.
struct LayoutFrame: Hashable, Sendable {
  /// The layout's name for it.
  var name: String
  var kind: FrameKind
  var rect: Rect
  /// Whether the layout gives the frame's height, rather than leaving it to the page.
  var hasOwnHeight = true
  /// The line by which it stands; nil where the layout gives its edges.
  var baseline: FrameBaseline?
  var pages = PageSelection.all
  var anchor = FrameAnchor.top
  var style: StyleKey
  /// White between two groups.
  var groupGap: Length = .zero
  /// Where the labels of its lines stand.
  var labels = LabelPlace.inline
  var overflow = FrameOverflow.error
  var background: Color? = nil
  var border: Stroke? = nil
  /// White between the edge and the contents.
  var padding: Length = .zero
  /// Whether screen readers read it, once.
  var isContent = true
  /// When it is read; nil for what its kind says.
  var turn: ReadingTurn? = nil
  /// Whether addresses of mail and web in it can be clicked.
  var hasLinks = false
  /// Its lines, by language.
  var groups = ByLanguage([LayoutGroup]())
  var place: SourceRange?

  /// When a group of it is read.
  func turn(of group: LayoutGroup) -> ReadingTurn {
    group.turn ?? turn ?? (kind.isReadFirst ? .before : .after)
  }

  /// The rectangle within the padding.
  var contents: Rect {
    Rect(
      x: rect.minX + padding, y: rect.minY + padding, width: rect.size.width - padding * 2,
      height: rect.size.height - padding * 2)
  }
}

/// Where the label of a line stands: `Dato` before the date.
enum LabelPlace: Hashable, Sendable {
  /// On the line itself.
  case inline
  /// On a line of its own above it.
  case above
  /// In a column of that width.
  case beside(Length)
}
