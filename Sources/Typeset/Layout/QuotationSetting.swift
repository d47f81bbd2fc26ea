/// Block quotations.
struct QuotationSetting: Hashable, Sendable {
  var indentLeft: Length = .mm(5)
  var indentRight: Length = .zero
  var bar: Stroke? = nil

  static let keys: [LayoutKey<Self>] = [
    LayoutKey("indent-left", \.indentLeft, .extent, "How far they stand in at the left."),
    LayoutKey("indent-right", \.indentRight, .extent, "How far they stand in at the right."),
    LayoutKey(
      "bar", \.bar, .stroke, "A line down their left edge.", example: "1pt", otherwise: "none"),
  ]
}
