/// A rectangle whose items are in their final places, from the top left, y downwards.
struct Frame: Hashable, Sendable {
  /// The extent of the frame.
  let size: Size
  /// What stands in it, in the order it is painted and read.
  let items: [Placed<FrameItem>]
}

/// What a frame can hold; painting switches over this and decides nothing.
enum FrameItem: Hashable, Sendable {
  /// A line of text.
  case line(Line)
  /// A filled rectangle.
  case rule(Rule)
  /// An image at its final size.
  case image(PlacedImage)
}

/// A filled rectangle: a rule, a tint, a mark.
struct Rule: Hashable, Sendable {
  let size: Size
  let color: Color
  let part: Part
}
