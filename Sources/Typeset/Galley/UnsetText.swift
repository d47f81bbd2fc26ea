/// The text of a letter that is still to be set.
struct UnsetText: Sendable {
  /// The column, in reading order.
  var flow: [FlowBlock]
  /// The notes by their number; one that is set is empty.
  var notes: [[ParagraphPlan]]
  /// The notes that text set before refers to and that are still to be set, in order.
  var due: [Int] = []
  /// The first of the notes that are due, if a part of it is set.
  var dividedNote: Int? = nil
  /// How many blocks of the letter stand before the column's first.
  var blocksBefore = 0
  /// Whether a part of the first block is set.
  var beginsWithinBlock = false

  /// What is left behind a place; nil stands for the end.
  func rest(from place: ColumnPlace?) -> UnsetText {
    var rest = self
    guard let place else {
      rest.flow = []
      return rest
    }
    rest.flow = flow.rest(from: place)
    rest.blocksBefore += place.block
    rest.beginsWithinBlock =
      place.within != .start || place.block == 0 && beginsWithinBlock
    return rest
  }
}

extension [ParagraphPlan] {
  /// What is still to be set from a place on.
  func rest(from place: ColumnPlace) -> [ParagraphPlan] {
    map { FlowBlock.paragraph($0) }.rest(from: place).compactMap {
      if case .paragraph(let plan) = $0 { plan } else { nil }
    }
  }
}

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
      cells[index].paragraphs = place.map { cells[index].paragraphs.rest(from: $0) } ?? []
    }
  }
}
