/// Sets blocks one below the other in a column: a function from blocks to slugs.
struct ColumnSetter {
  let shaper: Shaper
  /// The width of the column.
  let width: Length
  /// The height of the pages' column, which nothing that cannot be divided may exceed.
  var room = Length.pt(.greatestFiniteMagnitude)
  /// What stands for page numbers in the text.
  var page = PageNumbers.none

  /// A column of another width, as within a table, where there are no page numbers.
  func narrowed(to width: Length) -> ColumnSetter {
    ColumnSetter(shaper: shaper, width: width, room: room)
  }

  /// The slugs of the blocks, in their order.
  func set(_ blocks: [FlowBlock]) -> [Slug] {
    var column = SetColumn()
    for (index, block) in blocks.enumerated() { column.add(set(block), of: block, at: index) }
    return column.slugs
  }

  /// The slugs of a block that stands alone.
  func set(_ block: FlowBlock) -> [Slug] {
    switch block {
    case .paragraph(let plan): setParagraph(plan)
    case .row(let plan): [setRow(plan)]
    case .table(let plan): within(block.callout).setTable(plan)
    case .image(let plan): [setImage(plan)]
    case .rule(let plan): [setRule(plan)]
    }
  }

  /// The same with the room that a box leaves on each page it reaches.
  private func within(_ box: CalloutBox?) -> ColumnSetter {
    guard let box, room < .pt(.greatestFiniteMagnitude) else { return self }
    var setter = self
    setter.room = room - box.padding * 2
    return setter
  }

  // MARK: Paragraphs

  /// Sets a paragraph as one slug a line, below its label where that is wider than its room.
  func setParagraph(_ plan: ParagraphPlan) -> [Slug] {
    guard let above = labelAbove(plan) else { return setLines(plan) }
    var label = setLines(above)
    for index in label.indices.dropFirst() { label[index].start = nil }
    var rest = plan
    rest.label = nil
    rest.marginMark = []
    var text = setLines(rest)
    if !text.isEmpty, !label.isEmpty {
      text[0].boundary = .after(.heading)
      text[0].start?.within = .text(0)
    }
    return label + text
  }

  private func setLines(_ plan: ParagraphPlan) -> [Slug] {
    let measure = width - plan.indentLeft - plan.indentRight
    let lines = LineSetter(shaper: shaper).set(plan, measure: measure, page: page)
    return lines.enumerated().map { index, set in
      var slug = Slug(
        height: set.line.height, items: set.items,
        boundary: boundary(plan, index, lines), notes: set.notes, box: plan.handling.box,
        isClosing: plan.handling.isClosing, isAddendum: plan.handling.isAddendum,
        leadingGives: plan.handling.leadingGives,
        start: ColumnPlace(block: 0, within: index == 0 ? .start : .text(set.range.lowerBound)),
        place: plan.place, isOverfull: set.isOverfull, problems: set.problems)
      if index == 0 {
        slug.add(asides(of: plan, beside: set.line))
        slug.notes = (plan.label?.inlines.notes ?? []) + set.notes
      }
      return slug
    }
  }

  private func boundary(_ plan: ParagraphPlan, _ index: Int, _ lines: [ParagraphLine]) -> Boundary {
    guard index > 0 else { return .free }
    if plan.keep.together { return .inseparable }
    return .lines(
      .init(
        isOrphan: index < plan.keep.orphans, isWidow: lines.count - index < plan.keep.widows,
        dividesWord: lines[index - 1].isHyphenated))
  }
}

extension Slug {
  /// Puts something beside its line, to be read before it.
  fileprivate mutating func add(_ asides: [Aside]) {
    items.insert(contentsOf: asides.flatMap(\.items), at: 0)
    problems += asides.flatMap(\.problems)
  }
}

/// A line of text on its own, from its top left corner.
func setLine(_ plan: ParagraphPlan, width: Length, shaper: Shaper) -> [Placed<FrameItem>] {
  Stack(ColumnSetter(shaper: shaper, width: width).setParagraph(plan)).items
}
