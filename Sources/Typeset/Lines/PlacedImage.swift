/// An image at its final size.
struct PlacedImage: Hashable, Sendable {
  let image: ImageResource
  let size: Size
  /// Dots per inch above which a raster image is scaled down.
  let resolution: Double
  let part: Part
  /// Where the letter or the layout names it.
  var place: SourceRange? = nil
}
