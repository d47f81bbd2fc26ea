import Inspection

/// Where the pixels that differ lie, as areas that hang together.
struct PixelPlaces {
  /// An area and how many of its pixels differ.
  struct Place {
    let area: Area
    let count: Int
  }

  /// The places, those of most pixels first.
  let places: [Place]

  /// Gathers pixels in squares of two millimetres; squares that touch are one place.
  init(_ difference: PixelDifference, millimetresAPixel scale: Double) {
    let side = max(1, Int((2 / scale).rounded()))
    let across = (difference.width + side - 1) / side
    let down = (difference.height + side - 1) / side
    var counts = [Int](repeating: 0, count: across * down)
    for y in 0..<difference.height {
      for x in 0..<difference.width
      where difference.verdicts[y * difference.width + x] == PixelDifference.Verdict.different {
        counts[y / side * across + x / side] += 1
      }
    }
    var found: [Place] = []
    for start in counts.indices where counts[start] > 0 {
      var waiting = [start]
      var total = counts[start]
      counts[start] = 0
      var (left, top, right, bottom) = (across, down, 0, 0)
      while let cell = waiting.popLast() {
        let (x, y) = (cell % across, cell / across)
        (left, top, right, bottom) = (min(left, x), min(top, y), max(right, x), max(bottom, y))
        for row in max(0, y - 1)...min(down - 1, y + 1) {
          for column in max(0, x - 1)...min(across - 1, x + 1) {
            let next = row * across + column
            guard counts[next] > 0 else { continue }
            total += counts[next]
            counts[next] = 0
            waiting.append(next)
          }
        }
      }
      let size = Double(side) * scale
      found.append(
        Place(
          area: Area(
            left: Double(left) * size, top: Double(top) * size, right: Double(right + 1) * size,
            bottom: Double(bottom + 1) * size),
          count: total))
    }
    places = found.sorted { $0.count > $1.count }
  }
}
