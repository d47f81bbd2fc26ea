import Intake

/// An image that has been read and recognised, with what it takes to place and paint it.
struct ImageResource: Hashable, Sendable {
  /// The kinds of image a letter can hold.
  enum Format: String, Sendable {
    /// Portable Network Graphics.
    case png
    /// JPEG, painted as it is, never compressed again.
    case jpeg
    /// Scalable Vector Graphics, painted as vectors.
    case svg
  }

  /// The name given in the letter or layout.
  let name: String
  /// What the bytes are.
  let format: Format
  /// The file's bytes.
  let bytes: [UInt8]
  /// Width in pixels (for SVG: in CSS pixels, 1/96 inch).
  let pixelWidth: Int
  /// Height in pixels (for SVG: in CSS pixels, 1/96 inch).
  let pixelHeight: Int
  /// The font families that words of a drawing ask for and that nobody has here.
  var missingFonts: [String] = []
  /// What of a drawing does not show.
  var losses: [DrawingLoss] = []

  /// Images are equal when their bytes are; the hash takes the name and the count.
  func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(bytes.count)
  }
}
