/// Thematic breaks in the body.
struct ThematicBreakSetting: Hashable, Sendable {
  var rule = Stroke(thickness: .pt(0.5), color: .black)
  /// nil for the whole measure.
  var width: Length? = nil

  static let keys: [LayoutKey<Self>] = [
    LayoutKey("rule", \.rule, .stroke, "The line of a break."),
    LayoutKey(
      "width", \.width, .extent, "How long it is.", example: "40mm",
      otherwise: "as long as the column is wide"),
  ]
}
