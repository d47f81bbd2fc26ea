import PDFFile

/// What content is painted with at a place (ISO 32000-1, 8.4 and 9.3).
struct ContentState {
  var matrix: PageMatrix
  var fill = ContentColor.gray(0)
  var stroke = ContentColor.gray(0)
  /// The spaces that `sc` and `SC` take their colours from.
  var fillSpace = ColorSpace.gray
  var strokeSpace = ColorSpace.gray
  var fillOpacity = 1.0
  var strokeOpacity = 1.0
  /// What is not cut away, in the plane of the page.
  var clip: [Double]
  // Text
  var font: Int?
  var size = 0.0
  var spacing = 0.0
  var wordSpacing = 0.0
  var stretch = 1.0
  var leading = 0.0
  var rise = 0.0
  var rendering = 0

  /// A space of colours, as far as its colours are known here.
  enum ColorSpace: Hashable {
    case gray, rgb, cmyk
    case other(String)

    /// A colour of the space.
    func color(_ numbers: [Double]) -> ContentColor {
      switch (self, numbers.count) {
      case (.gray, 1): .gray(numbers[0])
      case (.rgb, 3): .rgb(numbers[0], numbers[1], numbers[2])
      case (.cmyk, 4): .cmyk(numbers[0], numbers[1], numbers[2], numbers[3])
      case (.other(let name), _): .other(name)
      default: .other("odd")
      }
    }

    /// The colour that it begins with.
    var first: ContentColor {
      switch self {
      case .gray: .gray(0)
      case .rgb: .rgb(0, 0, 0)
      case .cmyk: .cmyk(0, 0, 0, 1)
      case .other(let name): .other(name)
      }
    }
  }
}
