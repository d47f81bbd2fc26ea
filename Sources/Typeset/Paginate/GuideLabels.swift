/// Finds places for the names and numbers of guides: none upon another, and not upon the letter's
/// own words where there is white for them.
struct GuideLabels {
  private let words: GuideWords
  private let page: Rect
  /// What is printed on the page and the lines of guides, which are better not covered.
  private let ink: [Rect]
  private var taken: [Rect] = []
  /// The labels in their places.
  private(set) var items: [Placed<FrameItem>] = []

  private static let gap = Length.pt(1)

  init(page: Page, lines: [Rect], words: GuideWords) {
    self.words = words
    self.page = Rect(origin: .zero, size: page.size)
    ink = page.ink + lines
  }

  /// Puts a label at a corner of a rectangle: outside where it is white there, else inside.
  mutating func add(_ text: String, _ color: Color, around rect: Rect) {
    let label = words.set(text, color)
    let (w, h, gap) = (label.size.width, label.size.height, Self.gap)
    let (left, right) = (rect.minX, rect.maxX - w)
    let (above, below) = (rect.minY - h, rect.maxY + gap / 2)
    let (top, bottom) = (rect.minY + gap / 2, rect.maxY - h)
    var places: [Point] = []
    for y in [above, top, below, bottom] {
      let isInside = y == top || y == bottom
      for x in isInside ? [right - gap, left + gap] : [left, right] {
        places.append(Point(x: x, y: y))
      }
    }
    // Then wherever there is room at its height, and at last below.
    for row in 1...40 {
      places.append(Point(x: left, y: top + h * Double(row)))
      places.append(Point(x: left, y: above - h * Double(row)))
    }
    put(label, at: places)
  }

  /// Puts a label behind a mark, or above or below it.
  mutating func add(_ text: String, _ color: Color, beside mark: Rect) {
    let label = words.set(text, color)
    let middle = mark.minY + mark.size.height / 2
    let h = label.size.height
    let behind = mark.maxX + Self.gap
    let lines = [middle - h / 2, middle - h, middle]
    put(
      label,
      at: lines.map { Point(x: behind, y: $0) }
        + [Point(x: mark.minX, y: middle - h), Point(x: mark.minX, y: middle)])
  }

  /// Puts a label before a tick; none where another stands already.
  mutating func add(_ text: String, _ color: Color, before tick: Rect) {
    taken.append(tick)
    let label = words.set(text, color)
    put(
      label,
      at: [
        Point(
          x: tick.minX - label.size.width - Self.gap,
          y: tick.minY + tick.size.height / 2 - label.size.height / 2)
      ])
  }

  /// Puts a label at the middle of the line that has most white around it.
  ///
  /// - Returns: the line; nil if there is no room at any.
  mutating func add(_ text: String, _ color: Color, alongOneOf lines: [Rect]) -> Rect? {
    let label = words.set(text, color)
    let places = lines.map { line -> Point in
      let isAcross = line.size.width > line.size.height
      let x = line.minX + line.size.width / 2
      let y = line.minY + line.size.height / 2
      return isAcross
        ? Point(x: x - label.size.width / 2, y: line.minY - label.size.height)
        : Point(x: line.maxX + Self.gap, y: y - label.size.height / 2)
    }
    let free = lines.indices.filter { isFree(Rect(origin: places[$0], size: label.size)) }
    let best = free.min { first, second in
      covered(lines[first], label, places[first]) < covered(lines[second], label, places[second])
    }
    guard let best else { return nil }
    taken.append(lines[best])
    put(label, at: [places[best]])
    return lines[best]
  }

  private func covered(_ line: Rect, _ label: GuideWords.Label, _ place: Point) -> Int {
    let room = Rect(origin: place, size: label.size)
    return (ink + taken).count { $0.intersects(line) } + ink.count { $0.intersects(room) }
  }

  /// Takes the first of the places that is white, or else the first that no other label has.
  private mutating func put(_ label: GuideWords.Label, at places: [Point]) {
    let free = places.filter { isFree(Rect(origin: $0, size: label.size)) }
    let white = free.first { place in
      let rect = Rect(origin: place, size: label.size)
      return !ink.contains { $0.intersects(rect) }
    }
    guard let place = white ?? free.first else { return }
    taken.append(Rect(origin: place, size: label.size))
    items += label.items.moved(by: place)
  }

  private func isFree(_ rect: Rect) -> Bool {
    page.contains(rect) && !taken.contains { $0.intersects(rect) }
  }
}

extension Page {
  /// The places of what is printed on it; what lies behind text, as a tint, is none of it.
  fileprivate var ink: [Rect] {
    var rects: [Rect] = []
    forEachItem { item, place in
      switch item {
      case .line(let line):
        guard !line.runs.isEmpty else { return }
        rects.append(
          Rect(x: place.x + line.left, y: place.y, width: line.width, height: line.height))
      case .image(let image): rects.append(Rect(origin: place, size: image.size))
      case .rule: break
      }
    }
    return rects
  }
}
