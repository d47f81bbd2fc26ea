/// An image at its final size.
struct PlacedImage: Hashable, Sendable {
  let image: ImageResource
  let size: Size
  /// Dots per inch above which a raster image is scaled down.
  let resolution: Double
  let part: Part
  /// Where the letter or the layout names it.
  var place: SourceRange? = nil

  /// Images are equal when they look the same, wherever they are named.
  static func == (a: PlacedImage, b: PlacedImage) -> Bool {
    a.image == b.image && a.size == b.size && a.resolution == b.resolution && a.part == b.part
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(image)
    hasher.combine(size)
  }
}
