/// Puts lists that Word keeps apart by their styles into each other: `List Bullet 2` below a point of
/// `List Bullet`.
func nestingLists(_ blocks: [WordBlock]) -> [WordBlock] {
  var made: [WordBlock] = []
  for block in blocks {
    guard let depth = block.listDepth, let last = made.last, let outer = last.listDepth else {
      made.append(block)
      continue
    }
    if depth > outer, let joined = last.nesting(block) {
      made[made.count - 1] = joined
    } else if depth == outer, last.endsInList, let joined = last.going(on: block) {
      made[made.count - 1] = joined
    } else {
      made.append(block)
    }
  }
  return made
}

extension WordBlock {
  /// How deep a list stands by the style of its points, from 1; nil for what is none.
  fileprivate var listDepth: Int? {
    guard let items else { return nil }
    guard case .paragraph(_, let style?)? = items.first?.first else { return 1 }
    let words = style.split(separator: " ")
    guard words.count > 1, let depth = words.last.flatMap({ Int($0) }), (2...9).contains(depth)
    else { return 1 }
    return depth
  }

  fileprivate var items: [[WordBlock]]? {
    switch self {
    case .bullets(let items), .numbered(_, let items): items
    default: nil
    }
  }

  /// The list with other points.
  private func holding(_ items: [[WordBlock]]) -> WordBlock {
    if case .numbered(let from, _) = self { .numbered(from: from, items) } else { .bullets(items) }
  }

  /// Whether a list stands below its last point.
  fileprivate var endsInList: Bool {
    items?.last?.last.map { $0.items != nil } ?? false
  }

  /// The list with another below its last point.
  fileprivate func nesting(_ inner: WordBlock) -> WordBlock? {
    guard var items, let last = items.last else { return nil }
    items[items.count - 1] = nestingLists(last + [inner])
    return holding(items)
  }

  /// The list with the points of one that goes on after what stood below the last point.
  fileprivate func going(on next: WordBlock) -> WordBlock? {
    switch (self, next) {
    case (.bullets(let items), .bullets(let more)): .bullets(items + more)
    case (.numbered(let from, let items), .numbered(let start, let more))
    where start == from + items.count:
      .numbered(from: from, items + more)
    default: nil
    }
  }
}
