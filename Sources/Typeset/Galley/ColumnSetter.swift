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
    var column = Column()
    for (index, block) in blocks.enumerated() { column.add(set(block), of: block, at: index) }
    return column.slugs
  }

  private func set(_ block: FlowBlock) -> [Slug] {
    switch block {
    case .paragraph(let plan): setParagraph(plan)
    case .row(let plan): [setRow(plan)]
    case .table(let plan): setTable(plan)
    case .image(let plan): [setImage(plan)]
    case .rule(let plan): [setRule(plan)]
    }
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
        height: set.line.height, items: [Placed(item: .line(set.line), origin: .zero)],
        boundary: boundary(plan, index, lines), notes: set.notes, box: plan.handling.box,
        isClosing: plan.handling.isClosing, leadingGives: plan.handling.leadingGives,
        start: ColumnPlace(block: 0, within: index == 0 ? .start : .text(set.range.lowerBound)),
        place: plan.place, isOverfull: set.isOverfull, problems: set.problems)
      if index == 0 {
        for aside in asides(of: plan, beside: set.line) { slug.add(aside) }
        slug.notes = (plan.label?.inlines.notes ?? []) + set.notes
      }
      return slug
    }
  }

  private func boundary(_ plan: ParagraphPlan, _ index: Int, _ lines: [SetLine]) -> Boundary {
    guard index > 0 else { return .free }
    if plan.keep.together { return .inseparable }
    return .lines(
      .init(
        isOrphan: index < plan.keep.orphans, isWidow: lines.count - index < plan.keep.widows,
        dividesWord: lines[index - 1].isHyphenated))
  }
}

/// The column as far as it is set.
private struct Column {
  private(set) var slugs: [Slug] = []
  private var previous: FlowBlock?
  private var height = Length.zero
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

  /// Puts something beside its line, to be read before it.
  fileprivate mutating func add(_ aside: Aside) {
    items.insert(aside.item, at: items.count - 1)
    problems += aside.problems
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

/// A line of text on its own, from its top left corner.
func setLine(_ plan: ParagraphPlan, width: Length, shaper: Shaper) -> [Placed<FrameItem>] {
  Stack(ColumnSetter(shaper: shaper, width: width).setParagraph(plan)).items
}
