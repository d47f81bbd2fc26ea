/// The thickness and colour of a line that is drawn: a rule, a border, an outline.
struct Stroke: Hashable, Sendable {
  var thickness: Length
  var color: Color

  static let keys: [LayoutKey<Self>] = [
    LayoutKey("thickness", \.thickness, .extent, "How thick the line is; 0.5pt unless given."),
    LayoutKey("color", \.color, .color, "Its colour; black unless it is given."),
  ]
}
