package import Inspection

extension Comparison {
  /// Expected, difference and actual beside each other, for each page that looks different one below the
  /// other; nil where none does.
  package static func panels(of pictures: [PagePictures]) -> PageRaster? {
    guard let first = pictures.first, let sample = first.expected ?? first.actual else {
      return nil
    }
    let rows = pictures.map { picture in
      [picture.expected, picture.differenceRaster, picture.actual]
    }
    let width = rows.joined().compactMap { $0?.width }.max() ?? 0
    let heights = rows.map { $0.compactMap { $0?.height }.max() ?? 0 }
    var canvas = PanelCanvas(
      width: width * 3 + Panel.gap * 2,
      height: heights.reduce(0) { $0 + $1 + Panel.gap } - Panel.gap)
    var top = 0
    for (row, height) in zip(rows, heights) {
      for (place, panel) in row.enumerated() {
        if let panel { canvas.put(panel, left: place * (width + Panel.gap), top: top) }
      }
      top += height + Panel.gap
    }
    return PageRaster(
      width: canvas.width, height: canvas.height, channels: .rgb, bytes: canvas.bytes,
      dotsPerInch: sample.dotsPerInch)
  }
}

private enum Panel {
  /// Pixels between panels.
  static let gap = 8
}

extension PagePictures {
  /// The expected page as a shadow, with red where pixels differ and yellow where only edges are smoothed
  /// in another way; nil where one of the two is missing.
  package var differenceRaster: PageRaster? {
    guard let difference, let expected else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(difference.width * difference.height * 3)
    for y in 0..<difference.height {
      for x in 0..<difference.width {
        switch difference.verdicts[y * difference.width + x] {
        case PixelDifference.Verdict.different: bytes += [255, 0, 0]
        case PixelDifference.Verdict.smoothed: bytes += [255, 215, 0]
        default:
          let place = (y * expected.width + x) * 3
          let sum = (0..<3).reduce(0) { $0 + Int(expected.bytes[place + $1]) }
          // A fifth of its darkness.
          let shade = UInt8(255 - (765 - sum) / 15)
          bytes += [shade, shade, shade]
        }
      }
    }
    return PageRaster(
      width: difference.width, height: difference.height, channels: .rgb, bytes: bytes,
      dotsPerInch: expected.dotsPerInch)
  }
}

/// A grey ground that pictures are put on.
private struct PanelCanvas {
  let width: Int
  let height: Int
  private(set) var bytes: [UInt8]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    bytes = [UInt8](repeating: 160, count: width * height * 3)
  }

  mutating func put(_ picture: PageRaster, left: Int, top: Int) {
    for y in 0..<min(picture.height, height - top) {
      let target = ((top + y) * width + left) * 3
      let source = y * picture.width * 3
      bytes.replaceSubrange(
        target..<target + picture.width * 3,
        with: picture.bytes[source..<source + picture.width * 3])
    }
  }
}
