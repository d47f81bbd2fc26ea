/// The complimentary close.
struct ClosingSetting: Hashable, Sendable {
  /// The one for letters that have signatures but no closing; nil for none.
  var text: ByLanguage<Template>? = nil

  static let keys: [LayoutKey<Self>] = [
    LayoutKey(
      "text", \.text, .words, "The closing of letters that have signatures but no closing.",
      example: "\"{label:closing}\"", otherwise: "none")
  ]
}
