extension Paginator {
  /// A rectangle as it stands on an even page of a letter whose pages mirror each other.
  func mirrored(_ rect: Rect, _ isMirrored: Bool) -> Rect {
    guard isMirrored else { return rect }
    return Rect(
      origin: Point(x: plan.page.width - rect.maxX, y: rect.minY), size: rect.size)
  }

  /// A frame in its mirrored place; what stands in it is not turned round.
  func mirrored(_ frame: FixedFrame, _ isMirrored: Bool) -> FixedFrame {
    guard isMirrored else { return frame }
    var frame = frame
    frame.frame = mirrored(frame.frame, true)
    frame.shapes = frame.shapes.map { mirrored($0, true) }
    return frame
  }

  /// A mark in its mirrored place.
  func mirrored(_ shape: FixedShape, _ isMirrored: Bool) -> FixedShape {
    var shape = shape
    shape.rect = mirrored(shape.rect, isMirrored)
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
