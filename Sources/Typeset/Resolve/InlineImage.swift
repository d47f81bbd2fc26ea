/// An image among the words of a line.
///
/// It is as high as the capitals of its font, and as wide as its proportions make it, unless the
/// author asks for a measure.
struct InlineImage: Hashable, Sendable {
  let image: ImageResource
  /// The width that was asked for.
  var width: Length?
  /// The height that was asked for.
  var height: Length?
  /// Dots per inch above which a raster image is scaled down.
  let resolution: Double

  /// Its size among letters, in the image's proportions.
  ///
  /// - Parameter capitals: how high the capitals of the font are.
  func size(besideCapitals capitals: Length) -> Size {
    let endless = Length.pt(.greatestFiniteMagnitude)
    guard width != nil || height != nil else {
      return image.size(within: Size(width: endless, height: capitals))
    }
    return image.size(within: Size(width: width ?? endless, height: height ?? endless))
  }
}

extension InlinePlan {
  /// The image that it is.
  var image: InlineImage? { if case .image(let image) = content { image } else { nil } }
}
