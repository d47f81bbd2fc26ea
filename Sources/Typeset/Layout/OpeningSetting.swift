/// The salutation.
struct OpeningSetting: Hashable, Sendable {
  /// The one for letters that have none; nil for none.
  var text: Template? = nil

  static let keys: [LayoutKey<Self>] = [
    LayoutKey("text", \.text, .template, "The opening of letters that have none.")
  ]
}
