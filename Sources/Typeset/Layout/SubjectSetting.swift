/// The letter's subject.
struct SubjectSetting: Hashable, Sendable {
  /// Whether it is set above the text.
  var isShown = true
  /// What stands before it, as `Vedr.: `.
  var label: ByLanguage<Template>? = nil
  /// Whether it stands before the opening (or after it).
  var precedesOpening = true

  static let keys: [LayoutKey<Self>] = [
    LayoutKey("show", \.isShown, .flag, "Whether it is set above the text."),
    LayoutKey(
      "label", \.label, .words, "What stands before it.", example: "\"Vedr.: \"", otherwise: "none"),
    LayoutKey(
      "before-opening", \.precedesOpening, .flag,
      "Whether it stands before the opening, or after it."),
  ]
}
