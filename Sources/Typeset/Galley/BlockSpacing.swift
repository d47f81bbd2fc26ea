extension FlowBlock {
  /// The white above and below.
  var white: (before: Length, after: Length) {
    switch self {
    case .paragraph(let plan): (plan.spaceBefore, plan.spaceAfter)
    case .row(let plan): (plan.spaceBefore, plan.spaceAfter)
    case .table(let plan): (plan.spaceBefore, plan.spaceAfter)
    case .image(let plan): (plan.spaceBefore, plan.spaceAfter)
    case .rule(let plan): (plan.spaceBefore, plan.spaceAfter)
    }
  }

  /// The lines that the block's first line has to stand on; nil if it may stand anywhere.
  var keptGrid: LineGrid? {
    guard case .paragraph(let plan) = self, let grid = plan.style.grid, grid.isKept,
      plan.handling.isInColumn, grid.holds(plan.style.leading, inColumn: true)
    else { return nil }
    return grid
  }

  /// What a page would divide that starts with a block behind this one.
  func boundary(before next: FlowBlock) -> Boundary {
    if let kept = keptNext { return .after(kept) }
    return introduces(next) ? .after(.introduction) : .free
  }

  private var keptNext: Keep.Next? {
    switch self {
    case .paragraph(let plan): plan.keep.next
    case .row(let plan): plan.keep.next
    case .image(let plan): plan.keep.next
    case .table, .rule: nil
    }
  }

  /// Whether this is a paragraph that ends in a colon and a list item follows.
  private func introduces(_ next: FlowBlock) -> Bool {
    guard case .paragraph(let intro) = self, case .paragraph(let item) = next,
      !intro.handling.isListItem, item.handling.isListItem, let last = intro.inlines.last,
      case .text(let text) = last.content
    else { return false }
    return text.last { $0 != " " } == ":"
  }
}
