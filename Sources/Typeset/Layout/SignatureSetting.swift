/// The signers.
struct SignatureSetting: Hashable, Sendable {
  var columns = 2
  /// White between columns.
  var gap: Length = .mm(6)
  /// White between rows.
  var rowGap: Length = .mm(6)
  /// Room for ink above the names.
  var spaceForInk: Length = .mm(12)
  /// What of it has to stay on a page that would be left with a hole otherwise.
  var leastSpaceForInk: Length = .mm(9)
  /// A line to sign on, above the name.
  var rule: Stroke? = nil
  /// Tallest a scanned signature may be; nil for the room for ink.
  var imageHeight: Length? = nil

  static let keys: [LayoutKey<Self>] = [
    LayoutKey("columns", \.columns, .integer(1...6), "How many signers stand side by side."),
    LayoutKey("gap", \.gap, .extent, "White between two columns."),
    LayoutKey("row-gap", \.rowGap, .extent, "White between two rows."),
    LayoutKey("space-for-ink", \.spaceForInk, .extent, "Room for ink above the names."),
    LayoutKey(
      "least-space-for-ink", \.leastSpaceForInk, .extent,
      "What of it has to stay where the names find room on their page only if it gives."),
    LayoutKey(
      "image-height", \.imageHeight, .extent,
      "How tall a scanned signature may be.", example: "10mm", otherwise: "the room for ink"),
    LayoutKey(
      "rule", \.rule, .stroke, "A line to sign on, above the name.", example: "0.5pt",
      otherwise: "none"),
  ]
}
