/// Footnotes.
struct FootnoteSetting: Hashable, Sendable {
  /// The short rule above them.
  var rule = Stroke(thickness: .pt(0.5), color: .black)
  var ruleWidth: Length = .mm(40)
  var spaceBefore: Length = .pt(10)
  var indent: Length = .mm(4)

  static let keys: [LayoutKey<Self>] = [
    LayoutKey("rule", \.rule, .stroke, "The short line above them."),
    LayoutKey("rule-width", \.ruleWidth, .extent, "How long it is."),
    LayoutKey("space-before", \.spaceBefore, .extent, "White above it."),
    LayoutKey("indent", \.indent, .extent, "How far the notes stand in from their numbers."),
  ]
}
