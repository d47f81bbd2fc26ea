/// The list of what is enclosed.
struct EnclosureSetting: Hashable, Sendable {
  /// What stands above or before the list, as `Bilag`.
  var label: ByLanguage<Template>? = nil
  /// Whether appended pages are stamped with the enclosure's and the page's number.
  var stamps = false
  /// Whether appended pages keep their own size, or are fitted to the letter's.
  var keepsSize = false
  /// What stands in the margin at a paragraph that mentions an enclosure, `./.`.
  var marginSign: String? = nil
  /// Whether the label has a line of its own.
  var stacksLabel = true

  static let keys: [LayoutKey<Self>] = [
    LayoutKey(
      "label", \.label, .words,
      "What stands above or before the list.", example: "{da: Vedlagt, other: Enclosed}",
      otherwise: "\"{label:enclosures}:\""),
    LayoutKey("stack", \.stacksLabel, .flag, "Whether the label has a line of its own."),
    LayoutKey(
      "stamp", \.stamps, .flag,
      "Whether appended pages carry their number, Bilag 1 · side 1 af 3."),
    LayoutKey("keep-size", \.keepsSize, .flag, "Whether appended pages keep their own size."),
    LayoutKey(
      "margin-sign", \.marginSign, .text,
      "What stands in the margin at a paragraph that mentions an enclosure.", example: "\"./.\"",
      otherwise: "none"),
  ]
}
