/// PDFs to print the letter on.
struct Letterhead: Hashable, Sendable {
  var first: Located<String>?
  var next: Located<String>?

  static let keys: [LayoutKey<Self>] = [
    LayoutKey(
      "first", \.first, .text, "A PDF beside the layout, for the first page.",
      example: "letterhead.pdf", otherwise: "none"),
    LayoutKey(
      "next", \.next, .text, "One for every page after the first.", example: "letterhead-next.pdf",
      otherwise: "none"),
  ]
}
