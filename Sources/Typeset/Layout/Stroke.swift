/// The thickness and colour of a line that is drawn: a rule, a border, an outline.
struct Stroke: Hashable, Sendable {
  var thickness: Length
  var color: Color

  static let keys: [LayoutKey<Self>] = [
    LayoutKey(
      "thickness", \.thickness, .extent, "How thick the line is.", example: "0.75pt",
      otherwise: "0.5pt"),
    LayoutKey("color", \.color, .color, "Its colour.", example: "\"#8a1538\"", otherwise: "black"),
  ]
}
