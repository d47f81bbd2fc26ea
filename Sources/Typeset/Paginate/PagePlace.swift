/// Which page of the letter it is, and where things stand on it.
struct PagePlace {
  /// From 1.
  let number: Int
  let count: Int
  let plan: Plan

  /// Where the column stands.
  var region: Rect {
    let regions = plan.regions
    return mirrored(number == 1 ? regions.first : number == count ? regions.last : regions.next)
  }

  /// The numbers as the letter writes them.
  var numbers: PageNumbers { PageNumbers(number, of: count, in: plan.pageNumbers) }

  /// Whether something stands on this page.
  func holds(_ pages: PageSelection) -> Bool { pages.includes(number, of: count) }

  /// Whether something stands on an earlier page.
  func comesAfterFirst(of pages: PageSelection) -> Bool {
    (1..<number).contains { pages.includes($0, of: count) }
  }

  /// Whether every x is counted from the right edge.
  private var isMirrored: Bool { plan.mirrorsEvenPages && number % 2 == 0 }

  /// A rectangle as it stands on this page.
  private func mirrored(_ rect: Rect) -> Rect {
    guard isMirrored else { return rect }
    return Rect(
      origin: Point(x: plan.page.width - rect.maxX, y: rect.minY), size: rect.size)
  }

  /// A frame in its place; what stands in it is not turned round.
  func mirrored(_ frame: FixedFrame) -> FixedFrame {
    guard isMirrored else { return frame }
    var frame = frame
    frame.frame = mirrored(frame.frame)
    frame.shapes = frame.shapes.map { mirrored($0) }
    return frame
  }

  /// A mark in its place.
  func mirrored(_ shape: FixedShape) -> FixedShape {
    var shape = shape
    shape.rect = mirrored(shape.rect)
    return shape
  }
}

extension PageNumbers {
  /// The number of a page and of all pages, in a letter's number form.
  init(_ number: Int, of count: Int, in form: PageNumberForm) {
    func written(_ value: Int) -> String {
      switch form {
      case .arabic: String(value)
      case .lowerRoman: roman(value)
      case .upperRoman: roman(value).uppercased()
      }
    }
    self.init(number: written(number), count: written(count))
  }
}
