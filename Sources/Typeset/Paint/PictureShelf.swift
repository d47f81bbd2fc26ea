import Intake
import PDFFile

/// The pictures of a letter as objects of a PDF, each of which its file holds once.
struct PictureShelf {
  /// Who makes pictures of images, and what words of drawings are set in.
  struct Maker {
    let intake: IntakeClient
    let fonts: DrawingFonts
  }

  private(set) var pictures: [MakePicture.Made] = []
  private var places: [ImageInPixels: Int] = [:]
  private let maker: Maker
  private let isForPaper: Bool

  init(_ maker: Maker, isForPaper: Bool) {
    self.maker = maker
    self.isForPaper = isForPaper
  }

  /// Where an image's picture stands among all, and what of its own plane it covers: left, low, right
  /// and high.
  mutating func picture(of placed: PlacedImage) throws(PaintError) -> (place: Int, box: [Double]) {
    let (width, height) = placed.pixelsInPDF
    let key = ImageInPixels(image: placed.image, width: width, height: height)
    if let known = places[key] { return (known, pictures[known].box) }
    do throws(IntakeFault) {
      pictures.append(
        try placed.image.picture(
          width: width, height: height, fonts: maker.fonts, isForPaper: isForPaper,
          by: maker.intake))
    } catch {
      throw .image(placed, error)
    }
    places[key] = pictures.count - 1
    return (pictures.count - 1, pictures[pictures.count - 1].box)
  }
}

extension MakePicture.Made {
  /// The name of the object that draws the picture.
  static let root = PDFReference(index: 0)

  /// The `BBox` of a form; the unit square of an image.
  fileprivate var box: [Double] {
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
