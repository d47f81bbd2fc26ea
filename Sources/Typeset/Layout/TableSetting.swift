/// Tables in the body.
struct TableSetting: Hashable, Sendable {
  var color = Color.black
  /// Thickness of the rules above and below the table, under its head and between its rows.
  var outer: Length = .pt(0.75)
  var head: Length = .pt(0.5)
  var inner: Length = .zero
  /// Thickness of the rule above rows of totals.
  var total: Length = .pt(0.5)
  /// White beside and above what a cell holds.
  var paddingX: Length = .pt(4)
  var paddingY: Length = .pt(2.5)
  var headBackground: Color? = nil
  var fillsMeasure = false
  /// What tables that do not say it may be as wide as.
  var width = Block.Table.Width.column

  /// White around what a cell holds.
  var padding: Size { Size(width: paddingX, height: paddingY) }

  static let keys: [LayoutKey<Self>] = [
    LayoutKey("color", \.color, .color, "The colour of the rules."),
    LayoutKey("outer", \.outer, .extent, "How thick the rules above and below the table are."),
    LayoutKey("head", \.head, .extent, "How thick the rule under its head is."),
    LayoutKey(
      "inner", \.inner, .extent, "How thick the rules between its rows are.", example: "0.25pt"),
    LayoutKey("total", \.total, .extent, "How thick the rule above rows of totals is."),
    LayoutKey(
      "padding-x", \.paddingX, .extent,
      "White at the left and right of what a cell holds; none at the table's edges without a tint."
    ),
    LayoutKey("padding-y", \.paddingY, .extent, "White above and below it."),
    LayoutKey(
      "head-background", \.headBackground, .color, "A tint behind the head.",
      example: "\"#eef3f7\"", otherwise: "none"),
    LayoutKey(
      "fill-measure", \.fillsMeasure, .flag, "Whether every table is as wide as the column."),
    LayoutKey(
      "width", \.width, .choice,
      "What tables may be as wide as: the column, or the wider margin beside it as well."),
  ]
}
