/// An image of the layout's own, its path relative to the layout's file.
struct LayoutImage: Hashable, Sendable {
  var path: ByLanguage<Located<String>>
  var width: Length?
  var height: Length?
  /// What it shows; empty for an ornament.
  var alternative: ByLanguage<Located<String>>
  var alignment = ParagraphStyle.Alignment.left
}

/// An image as it is read: the keys of a line with one, and of the logo.
struct ReadImage: Sendable {
  var path: ByLanguage<Located<String>>? = nil
  var width: Length? = nil
  var height: Length? = nil
  var alternative = ByLanguage(Located(value: "", place: nil))
  var alignment = ParagraphStyle.Alignment.left

  static let keys: [LayoutKey<Self>] = [
    LayoutKey(
      "image", \.path, .textByLanguage, "A PNG, JPEG or SVG beside the layout, or one by language.",
      example: "logo.svg", otherwise: "none"),
    LayoutKey(
      "width", \.width, .extent, "Its width.", example: "30mm",
      otherwise: "follows from the height, else the room there is"),
    LayoutKey(
      "height", \.height, .extent, "Its height.", example: "12mm",
      otherwise: "follows from the width, else the room there is"),
    LayoutKey(
      "alt", .textByLanguage, "What it shows, for those who hear it.", example: "Vejby Kommune",
      otherwise: "it is ornament, which screen readers leave out"
    ) {
      read, words, _ in read.alternative = words
    },
    LayoutKey(
      "align", \.alignment, .choice, "Where it stands in its frame.", example: "right",
      otherwise: "left"),
  ]

  /// The image, which takes the room there is where it has no measures; nil if none is named.
  func image(in room: Size?) -> LayoutImage? {
    guard let path else { return nil }
    return LayoutImage(
      path: path, width: width ?? (height == nil ? room?.width : nil),
      height: height ?? (width == nil ? room?.height : nil), alternative: alternative,
      alignment: alignment)
  }
}
