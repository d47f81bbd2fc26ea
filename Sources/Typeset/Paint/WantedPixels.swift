extension PlacedImage {
  /// In how many pixels the image is drawn on a page that is a picture.
  var paintedPixels: (width: Int, height: Int) { pixels(atMost: 1.2) }

  /// In how many pixels it goes into a PDF: a PNG that has less than four times as many as are wanted
  /// goes in as it is, which takes less time and often less space than to make it anew.
  var pixelsInPDF: (width: Int, height: Int) { pixels(atMost: image.format == .png ? 2 : 1.2) }

  /// The image's own pixels, or as many as the resolution asks for if it has more than so many times
  /// as many across.
  private func pixels(atMost factor: Double) -> (width: Int, height: Int) {
    let wanted = size.width.points / 72 * resolution
    guard resolution > 0, wanted >= 1, Double(image.pixelWidth) > wanted * factor else {
      return (image.pixelWidth, image.pixelHeight)
    }
    let scale = wanted / Double(image.pixelWidth)
    return (
      max(1, Int(wanted.rounded())), max(1, Int((Double(image.pixelHeight) * scale).rounded()))
    )
  }
}

/// An image in so many pixels, of which a file needs but one copy.
struct ImageInPixels: Hashable {
  let image: ImageResource
  let width: Int
  let height: Int
}
