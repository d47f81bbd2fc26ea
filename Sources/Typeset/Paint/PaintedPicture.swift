import PDFFile

/// A picture as the objects of a PDF, the first of which draws it.
struct PaintedPicture: Sendable {
  let fragment: PDFFragment
  /// Whether what is behind it shows through.
  let hasTransparency: Bool

  /// The name of its first object.
  static let root = PDFReference(index: 0)

  /// What of its own plane it covers: left, low, right and high.
  var box: [Double] {
    guard case .stream(let entries, _) = fragment.objects.first,
      case .array(let numbers) = entries["BBox"]
    else { return [0, 0, 1, 1] }
    let box = numbers.compactMap { value -> Double? in
      switch value {
      case .integer(let number): Double(number)
      case .real(let number): number
      default: nil
      }
    }
    return box.count == 4 && box[2] > box[0] && box[3] > box[1] ? box : [0, 0, 1, 1]
  }
}

/// The pictures of a letter, each of which its file holds once.
struct PictureShelf {
  /// Makes the picture of an image in so many pixels.
  typealias Maker = (PlacedImage, _ width: Int, _ height: Int) throws(PaintError) -> PaintedPicture

  private struct Key: Hashable {
    let image: ImageResource
    let width: Int
    let height: Int
  }

  private(set) var pictures: [PaintedPicture] = []
  private var places: [Key: Int] = [:]
  private let make: Maker

  init(_ make: @escaping Maker) { self.make = make }

  /// Where an image's picture stands among all, and itself.
  mutating func picture(of placed: PlacedImage) throws(PaintError) -> (place: Int, PaintedPicture) {
    let (width, height) = placed.pixels
    let key = Key(image: placed.image, width: width, height: height)
    if let known = places[key] { return (known, pictures[known]) }
    pictures.append(try make(placed, width, height))
    places[key] = pictures.count - 1
    return (pictures.count - 1, pictures[pictures.count - 1])
  }
}

extension PlacedImage {
  /// The image's own pixels, or as many as the resolution asks for if it has more.
  var pixels: (width: Int, height: Int) {
    let wanted = size.width.points / 72 * resolution
    // A little more than wanted is not worth another sampling.
    guard resolution > 0, wanted >= 1, Double(image.pixelWidth) > wanted * 1.2 else {
      return (image.pixelWidth, image.pixelHeight)
    }
    let scale = wanted / Double(image.pixelWidth)
    return (
      max(1, Int(wanted.rounded())), max(1, Int((Double(image.pixelHeight) * scale).rounded()))
    )
  }
}
