/// Slugs put one below the other, as in a cell or a frame.
struct Stack: Sendable {
  private(set) var items: [Placed<FrameItem>] = []
  private(set) var height = Length.zero
  /// Footnotes that they refer to.
  let notes: [Int]
  let problems: [Diagnostic]
  /// Whether a word is too wide for its line.
  let isOverfull: Bool

  init(_ slugs: [Slug]) {
    notes = slugs.flatMap(\.notes)
    problems = slugs.flatMap(\.problems)
    isOverfull = slugs.contains(where: \.isOverfull)
    for (index, slug) in slugs.enumerated() {
      if index > 0 { height += slug.gapBefore }
      items += slug.items.moved(by: Point(x: .zero, y: height))
      height += slug.height
    }
  }
}

extension [Placed<FrameItem>] {
  /// The same items somewhere else.
  func moved(by offset: Point) -> [Placed<FrameItem>] {
    map { Placed(item: $0.item, origin: $0.origin + offset) }
  }
}
