import PDFFile

/// A path in the making, as far as the box around it goes (ISO 32000-1, 8.5.2).
struct ContentPath {
  /// The box around all of its points in the plane of the page; nil while there are none.
  private(set) var box: [Double]?
  /// Whether it cuts what follows, when it ends.
  var isClipping = false
  private var rectangles = 0
  private var others = 0

  /// Whether it is one rectangle and nothing else.
  var isRectangle: Bool { rectangles == 1 && others == 0 }

  /// Goes to points, two numbers each; control points count as points.
  mutating func reach(_ numbers: [Double], in matrix: PageMatrix) {
    for index in stride(from: 0, to: numbers.count - 1, by: 2) {
      let (x, y) = (numbers[index], numbers[index + 1])
      join(matrix.bounds(of: [x, y, x, y]))
    }
    others += 1
  }

  /// Adds a rectangle by a corner and its extent.
  mutating func addRectangle(_ numbers: [Double], in matrix: PageMatrix) {
    guard numbers.count == 4 else { return }
    join(
      matrix.bounds(
        of: [numbers[0], numbers[1], numbers[0] + numbers[2], numbers[1] + numbers[3]]))
    rectangles += 1
  }

  private mutating func join(_ other: [Double]) {
    guard let box else { return box = other }
    self.box = [
      min(box[0], other[0]), min(box[1], other[1]), max(box[2], other[2]), max(box[3], other[3]),
    ]
  }
}
