/// Marks for the people who fold and punch.
struct MarkSetting: Hashable, Sendable {
  /// Distances from the top edge.
  var fold: [Length] = []
  var punch: [Length] = []
  /// Distance from the left edge.
  var x: Length = .mm(4)
  var length: Length = .mm(2.5)
  var rule = Stroke(thickness: .pt(0.25), color: .black)
  /// On odd pages, the sheets' fronts.
  var pages = PageSelection.odd

  static let keys: [LayoutKey<Self>] = [
    LayoutKey("fold", \.fold, .lengths, "Where to fold, from the top edge."),
    LayoutKey("punch", \.punch, .lengths, "Where to punch, from the top edge."),
    LayoutKey("x", \.x, .extent, "How far from the left edge the marks begin."),
    LayoutKey("length", \.length, .extent, "How long they are."),
    LayoutKey("rule", \.rule, .stroke, "How thick and of what colour they are."),
    LayoutKey("pages", \.pages, .pages, "The pages they stand on."),
  ]
}
