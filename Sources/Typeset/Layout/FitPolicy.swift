/// How much the white of a letter may give to save or fill a page.
struct FitPolicy: Hashable, Sendable {
  var enabled: Bool
  /// Least and greatest factor for the white between paragraphs.
  var gapShrink: Double
  var gapStretch: Double
  /// Least and greatest factor for the leading.
  var leadingShrink: Double
  var leadingStretch: Double

  static let off = FitPolicy(
    enabled: false, gapShrink: 1, gapStretch: 1, leadingShrink: 1, leadingStretch: 1)
  /// What `fit: {}` says.
  static let usual = FitPolicy(
    enabled: true, gapShrink: 0.7, gapStretch: 1.3, leadingShrink: 0.97, leadingStretch: 1.03)

  static let keys: [LayoutKey<Self>] = [
    LayoutKey("enabled", \.enabled, .flag, "Whether the white gives at all."),
    LayoutKey(
      "gap-shrink", \.gapShrink, .number(0.3...1),
      "How far the white between paragraphs may shrink, as a share of itself."),
    LayoutKey("gap-stretch", \.gapStretch, .number(1...2), "How far it may stretch."),
    LayoutKey(
      "leading-shrink", \.leadingShrink, .number(0.9...1), "How far the leading may shrink."),
    LayoutKey(
      "leading-stretch", \.leadingStretch, .number(1...1.1), "How far it may stretch."),
  ]
}
