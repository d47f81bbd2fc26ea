/// The column as far as it is set.
struct SetColumn {
  /// The slugs so far, the last box open.
  private var made: [Slug] = []
  private var previous: FlowBlock?
  private(set) var height = Length.zero
  /// What stands beside the first line of the block that comes next, and where it began.
  private var labels: [Slug] = []
  private var firstLabel: Int?

  /// The slugs, the last of them the end of the box it stands in.
  var slugs: [Slug] {
    guard let last = made.last, last.callout != nil else { return made }
    var closed = made
    closed[closed.count - 1].closeBox()
    return closed
  }

  /// Puts the slugs of a block below the others, with the larger of the two whites between them.
  mutating func add(_ new: [Slug], of block: FlowBlock, at index: Int) {
    guard !new.isEmpty else { return }
    if block.isLabelOfNext {
      labels += new
      firstLabel = firstLabel ?? index
      return
    }
    var new = new
    for label in labels { new[0].place(label, at: block.firstLine) }
    enterBox(of: block, &new)
    let above = previous.map(\.white.after) ?? .zero
    new[0].gapBefore = made.isEmpty ? .zero : max(above, block.white.before)
    if let previous { new[0].boundary = previous.boundary(before: block) }
    if let grid = block.keptGrid {
      let inner = new[0].callout.map { $0.opens ? $0.box.padding : .zero } ?? .zero
      new[0].gapBefore += grid.remainder(after: height + new[0].gapBefore + inner)
    }
    height += new.reduce(.zero) { $0 + $1.gapBefore + $1.height }
    for number in new.indices {
      new[number].bars = block.bars
      new[number].start?.block = index
    }
    if let firstLabel { new[0].start?.block = firstLabel }
    (labels, firstLabel, previous) = ([], nil, block)
    made += new
  }

  /// Ends the box of the block before, and puts slugs into that of their own.
  private mutating func enterBox(of block: FlowBlock, _ new: inout [Slug]) {
    let (old, box) = (previous?.callout, block.callout)
    if let old, old.number != box?.number, !made.isEmpty {
      made[made.count - 1].closeBox()
      height += old.padding
    }
    guard let box else { return }
    for index in new.indices {
      new[index].enter(box, opens: index == 0 && old?.number != box.number)
    }
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
