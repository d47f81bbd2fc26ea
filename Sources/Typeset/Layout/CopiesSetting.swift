/// The list of who receives copies.
struct CopiesSetting: Hashable, Sendable {
  /// As `Kopi til`.
  var label: ByLanguage<Template>? = nil
  var stacksLabel = true

  static let keys: [LayoutKey<Self>] = [
    LayoutKey(
      "label", \.label, .words,
      "What stands above or before the list.", example: "{da: Kopi, other: Copies}",
      otherwise: "\"{label:copies}:\""),
    LayoutKey("stack", \.stacksLabel, .flag, "Whether the label has a line of its own."),
  ]
}
