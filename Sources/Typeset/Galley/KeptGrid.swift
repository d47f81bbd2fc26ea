extension FlowBlock {
  /// The lines that the block's first line has to stand on; nil if it may stand anywhere.
  var keptGrid: LineGrid? {
    guard case .paragraph(let plan) = self, let grid = plan.style.grid, grid.isKept,
      plan.role.isInColumn, grid.holds(plan.style.leading, inColumn: true)
    else { return nil }
    return grid
  }
}

extension FlowRole {
  /// Whether it is a kind of text that stands right in the column.
  var isInColumn: Bool {
    switch self {
    case .fixed, .recipient, .attention, .tableCell, .footnote: false
    default: true
    }
  }
}
