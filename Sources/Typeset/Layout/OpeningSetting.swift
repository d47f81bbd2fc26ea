/// The salutation.
struct OpeningSetting: Hashable, Sendable {
  /// The one for letters that have none; nil for none.
  var text: ByLanguage<Template>? = nil

  static let keys: [LayoutKey<Self>] = [
    LayoutKey(
      "text", \.text, .words, "The opening of letters that have none.",
      example: "{da: Til rette vedkommende, other: To whom it may concern}", otherwise: "none")
  ]
}
