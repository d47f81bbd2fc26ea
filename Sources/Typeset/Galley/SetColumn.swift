/// The column as far as it is set.
struct SetColumn {
  private(set) var slugs: [Slug] = []
  private var previous: FlowBlock?
  private(set) var height = Length.zero
  /// What stands beside the first line of the block that comes next, and where it began.
  private var labels: [Slug] = []
  private var firstLabel: Int?

  /// Puts the slugs of a block below the others, with the larger of the two whites between them.
  mutating func add(_ made: [Slug], of block: FlowBlock, at index: Int) {
    guard !made.isEmpty else { return }
    if block.isLabelOfNext {
      labels += made
      firstLabel = firstLabel ?? index
      return
    }
    var made = made
    for label in labels { made[0].place(label, at: block.firstLine) }
    let above = previous.map(\.white.after) ?? .zero
    made[0].gapBefore = slugs.isEmpty ? .zero : max(above, block.white.before)
    if let previous { made[0].boundary = previous.boundary(before: block) }
    if let grid = block.keptGrid {
      made[0].gapBefore += grid.remainder(after: height + made[0].gapBefore)
    }
    height += made.reduce(.zero) { $0 + $1.gapBefore + $1.height }
    for number in made.indices {
      made[number].bars = block.bars
      made[number].start?.block = index
    }
    if let firstLabel { made[0].start?.block = firstLabel }
    (labels, firstLabel, previous) = ([], nil, block)
    slugs += made
  }
}

extension Slug {
  /// Puts a label beside the first line.
  fileprivate mutating func place(_ label: Slug, at y: Length) {
    items += label.items.moved(by: Point(x: .zero, y: y))
    notes = label.notes + notes
    height = max(height, y + label.height)
    problems = label.problems + problems
  }
}

extension FlowBlock {
  /// Where its first line begins, from its top.
  fileprivate var firstLine: Length {
    guard case .table(let plan) = self, plan.caption == nil else { return .zero }
    return plan.rules.outer + plan.padding.height
  }

  /// Whether it is nothing but the label of what begins beside it.
  fileprivate var isLabelOfNext: Bool {
    guard case .paragraph(let plan) = self else { return false }
    return plan.label?.belongsToNext == true
  }
}
