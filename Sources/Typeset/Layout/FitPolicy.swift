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
}
