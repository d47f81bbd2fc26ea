package import Inspection

/// Where two pictures of a page differ for the eye, after the way of pixelmatch (Vyšniauskas, “Anti-aliased
/// Pixel and Intensity Slope Detector”; Kotsarenko and Ramos, “Measuring perceived color difference using
/// YIQ NTSC transmission color space”).
package struct PixelDifference: Hashable, Sendable {
  /// What a pixel is.
  package enum Verdict {
    /// The same, or nearly.
    package static let same: UInt8 = 0
    /// Different only by how an edge is smoothed.
    package static let smoothed: UInt8 = 1
    /// Different.
    package static let different: UInt8 = 2
  }

  /// What both pictures have in common across and down, in pixels.
  package let width: Int
  package let height: Int
  /// What each pixel is, row by row.
  package private(set) var verdicts: [UInt8]

  /// Compares two pictures of three channels from their top left corners.
  ///
  /// - Parameter color: how far a colour may be off: 0 for not at all, 1 for from black to white.
  package init(_ old: PageRaster, _ new: PageRaster, color: Double) {
    width = min(old.width, new.width)
    height = min(old.height, new.height)
    verdicts = [UInt8](repeating: Verdict.same, count: width * height)
    guard width > 0, height > 0 else { return }
    // The largest difference there is between two colours in YIQ.
    let most = 35_215 * color * color
    old.bytes.withUnsafeBufferPointer { first in
      new.bytes.withUnsafeBufferPointer { second in
        let old = PixelView(bytes: first, stride: old.width, width: width, height: height)
        let new = PixelView(bytes: second, stride: new.width, width: width, height: height)
        verdicts.withUnsafeMutableBufferPointer { verdicts in
          for y in 0..<height where !old.rowEquals(new, y) {
            for x in 0..<width {
              guard abs(old.distance(x, y, to: new, x, y)) > most else { continue }
              let isSmoothed = old.isEdge(x, y, beside: new) || new.isEdge(x, y, beside: old)
              verdicts[y * width + x] = isSmoothed ? Verdict.smoothed : Verdict.different
            }
          }
        }
      }
    }
  }

  /// Takes what lies in some pixels for the same.
  package mutating func forget(columns: Range<Int>, rows: Range<Int>) {
    let columns = columns.clamped(to: 0..<width)
    for y in rows.clamped(to: 0..<height) {
      for x in columns { verdicts[y * width + x] = Verdict.same }
    }
  }

  /// How many pixels are different.
  package var count: Int { verdicts.count { $0 == Verdict.different } }
}

/// The pixels of a picture for reading, three bytes each.
private struct PixelView {
  let bytes: UnsafeBufferPointer<UInt8>
  /// How many pixels a row has.
  let stride: Int
  /// How many of them, and how many rows, are looked at.
  let width: Int
  let height: Int

  func rowEquals(_ other: PixelView, _ y: Int) -> Bool {
    let (a, b) = (y * stride * 3, y * other.stride * 3)
    return UnsafeBufferPointer(rebasing: bytes[a..<a + width * 3])
      .elementsEqual(UnsafeBufferPointer(rebasing: other.bytes[b..<b + width * 3]))
  }

  @inline(__always)
  private func color(_ x: Int, _ y: Int) -> (Double, Double, Double) {
    let place = (y * stride + x) * 3
    return (Double(bytes[place]), Double(bytes[place + 1]), Double(bytes[place + 2]))
  }

  /// How bright a pixel is: Y of YIQ.
  @inline(__always)
  private func brightness(_ x: Int, _ y: Int) -> Double {
    let (red, green, blue) = color(x, y)
    return red * 0.29889531 + green * 0.58662247 + blue * 0.11448223
  }

  /// The square of the distance that the eye sees between two colours; below 0 where the second is
  /// darker.
  @inline(__always)
  func distance(_ x: Int, _ y: Int, to other: PixelView, _ x2: Int, _ y2: Int) -> Double {
    let (a, b) = (color(x, y), other.color(x2, y2))
    let (red, green, blue) = (a.0 - b.0, a.1 - b.1, a.2 - b.2)
    if red == 0, green == 0, blue == 0 { return 0 }
    let y = red * 0.29889531 + green * 0.58662247 + blue * 0.11448223
    let i = red * 0.59597799 - green * 0.27417610 - blue * 0.32180189
    let q = red * 0.21147017 - green * 0.52261711 + blue * 0.31114694
    let square = 0.5053 * y * y + 0.299 * i * i + 0.1957 * q * q
    return y > 0 ? -square : square
  }

  /// Whether a pixel smooths an edge: it has a darker and a lighter neighbour, and one of these belongs to
  /// a plain area of both pictures.
  func isEdge(_ x: Int, _ y: Int, beside other: PixelView) -> Bool {
    let own = brightness(x, y)
    var plain = x == 0 || y == 0 || x == width - 1 || y == height - 1 ? 1 : 0
    var (least, most) = (0.0, 0.0)
    var (darkest, lightest) = ((x, y), (x, y))
    for row in max(0, y - 1)...min(height - 1, y + 1) {
      for column in max(0, x - 1)...min(width - 1, x + 1) where column != x || row != y {
        let off = own - brightness(column, row)
        if off == 0 {
          plain += 1
          if plain > 2 { return false }
        } else if off < least {
          (least, lightest) = (off, (column, row))
        } else if off > most {
          (most, darkest) = (off, (column, row))
        }
      }
    }
    guard least < 0, most > 0 else { return false }
    return hasSiblings(darkest) && other.hasSiblings(darkest)
      || hasSiblings(lightest) && other.hasSiblings(lightest)
  }

  /// Whether three neighbours at least have the colour of a pixel.
  private func hasSiblings(_ place: (Int, Int)) -> Bool {
    let (x, y) = place
    let own = color(x, y)
    var equal = x == 0 || y == 0 || x == width - 1 || y == height - 1 ? 1 : 0
    for row in max(0, y - 1)...min(height - 1, y + 1) {
      for column in max(0, x - 1)...min(width - 1, x + 1) where column != x || row != y {
        if color(column, row) == own { equal += 1 }
        if equal > 2 { return true }
      }
    }
    return false
  }
}
