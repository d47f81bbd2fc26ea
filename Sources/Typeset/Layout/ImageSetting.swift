/// Images in the body.
struct ImageSetting: Hashable, Sendable {
  /// Dots per inch above which a raster image is scaled down.
  var resolution = 300.0
  var alignment = ParagraphStyle.Alignment.left
  /// Widest as a share of the column.
  var maxWidth = 1.0

  static let keys: [LayoutKey<Self>] = [
    LayoutKey(
      "resolution", \.resolution, .number(36...2400),
      "Dots per inch above which images are scaled down."),
    LayoutKey("align", \.alignment, .choice, "Where images that do not say it stand."),
    LayoutKey(
      "max-width", \.maxWidth, .number(0.05...1), "How wide they may be, as a share of the column."
    ),
  ]
}
