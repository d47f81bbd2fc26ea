extension [FlowBlock] {
  /// What is still to be set from a place on, as blocks of their own.
  func rest(from place: ColumnPlace) -> [FlowBlock] {
    guard indices.contains(place.block) else { return [] }
    return [self[place.block].rest(from: place.within)] + self[(place.block + 1)...]
  }
}

extension FlowBlock {
  fileprivate func rest(from place: ColumnPlace.Within) -> FlowBlock {
    switch (self, place) {
    case (.paragraph(var plan), .text(let byte)):
      plan.start = byte
      plan.label = nil
      plan.marginMark = []
      return .paragraph(plan)
    case (.table(var plan), .row(let row, let cells)):
      plan.caption = nil
      plan.rowsBefore += row
      plan.body.removeFirst(Swift.min(row, plan.body.count))
      plan.beginsWithinRow = cells != nil
      if let cells, !plan.body.isEmpty { plan.body[0].leaveOut(before: cells) }
      return .table(plan)
    default: return self
    }
  }
}

extension TablePlan.Row {
  fileprivate mutating func leaveOut(before places: [ColumnPlace?]) {
    for index in cells.indices {
      let place = places.indices.contains(index) ? places[index] : nil
      let blocks = cells[index].paragraphs.map { FlowBlock.paragraph($0) }
      cells[index].paragraphs = (place.map { blocks.rest(from: $0) } ?? []).compactMap {
        if case .paragraph(let plan) = $0 { plan } else { nil }
      }
    }
  }
}
