import LineBreaking

/// Sets the blocks of a column as slugs: lines of paragraphs, rows, images, rules.
///
/// Collects the structure's spans for divided words and every diagnostic on the way.
final class BlockSetter {
  let shaper: Shaper
  var structure: StructureTree
  var diagnostics = DiagnosticCollector()
  /// The heads of tables, to be repeated where a page starts within one.
  private(set) var tableHeads: [TableHead] = []

  /// The head of a table as it is repeated: an artifact, since it was read once.
  struct TableHead: Sendable {
    let height: Length
    let items: [Placed<FrameItem>]
  }

  init(shaper: Shaper, structure: StructureTree) {
    self.shaper = shaper
    self.structure = structure
  }

  /// Sets blocks one below the other in a column of that width.
  func set(_ blocks: [FlowBlock], width: Length, page: PageNumbers = .none) -> [Slug] {
    var slugs: [Slug] = []
    var after = Length.zero
    var previous: FlowBlock?
    var labels: [Slug] = []
    var height = Length.zero
    for block in blocks {
      var made = set(block, width: width, page: page)
      guard !made.isEmpty else { continue }
      if block.isLabelOfNext {
        labels += made
        continue
      }
      for label in labels { made[0].place(label, at: block.firstLine) }
      labels = []
      let (before, own) = block.white
      made[0].gapBefore = slugs.isEmpty ? .zero : max(after, before)
      if let previous { made[0].breakCost = max(made[0].breakCost, cost(previous, block)) }
      if let grid = block.keptGrid {
        made[0].gapBefore += grid.remainder(after: height + made[0].gapBefore)
      }
      height += made.reduce(.zero) { $0 + $1.gapBefore + $1.height }
      after = own
      previous = block
      for index in made.indices { made[index].bars = block.bars }
      slugs += made
    }
    return slugs
  }

  /// What a page break costs between a block and its next.
  private func cost(_ block: FlowBlock, _ next: FlowBlock) -> Double {
    let introduction = block.introduces(next) ? costs.introduction : 0
    return max(introduction, block.keep.withNext ? cost(after: block) : 0)
  }

  private func set(_ block: FlowBlock, width: Length, page: PageNumbers) -> [Slug] {
    switch block {
    case .paragraph(let plan): setParagraph(plan, width: width, page: page)
    case .row(let plan): [setRow(plan, page: page)]
    case .table(let plan):
      TableSetter(plan: plan, width: width, setter: self).set { tableHeads.append($0) }
    case .image(let plan): [setImage(plan, width: width)]
    case .rule(let plan): [setRule(plan, width: width)]
    }
  }

  /// What a page break costs between a block that keeps its next and that next.
  private func cost(after block: FlowBlock) -> Double {
    switch block {
    case .paragraph(let plan):
      switch plan.role {
      case .heading: return costs.heading
      case .closing, .signature: return costs.splitClosing
      default: return costs.introduction
      }
    case .row: return costs.splitClosing
    case .table, .image, .rule: return costs.heading
    }
  }

  var costs = PageBreakCosts.standard
  /// The height of the pages' column, which nothing that cannot be divided may exceed.
  var room = Length.pt(.greatestFiniteMagnitude)

  // MARK: Paragraphs

  /// Sets a paragraph as one slug a line, below its label where that is wider than its room.
  func setParagraph(_ plan: ParagraphPlan, width: Length, page: PageNumbers) -> [Slug] {
    guard let above = labelAbove(plan) else { return setLines(plan, width: width, page: page) }
    let label = setLines(above, width: width, page: page)
    var rest = plan
    rest.label = nil
    rest.marginMark = []
    var text = setLines(rest, width: width, page: page)
    if !text.isEmpty { text[0].breakCost = costs.heading }
    if label.isEmpty { return text }
    return label + text
  }

  private func setLines(_ plan: ParagraphPlan, width: Length, page: PageNumbers) -> [Slug] {
    let measure = width - plan.indentLeft - plan.indentRight
    let (shaped, lines) = broken(plan, measure: measure, page: page)
    let builder = LineBuilder(paragraph: shaped, shaper: shaper)
    var extents = builder.extents(of: lines)
    // A bullet without words has a line all the same.
    if extents.isEmpty, plan.label != nil { extents = [.nothing] }
    var slugs: [Slug] = []
    var spans: [Int: Part] = [:]
    for (index, extent) in extents.enumerated() {
      let first = index == 0 ? plan.indentFirst : .zero
      let line = builder.build(
        extent, indent: plan.indentLeft + first, measure: measure - first,
        structure: &structure, spans: &spans)
      var items: [Placed<FrameItem>] = []
      if index == 0 { items += label(plan, line) + marginMark(plan, line) }
      items.append(Placed(item: .line(line), origin: .zero))
      var slug = Slug(
        gapBefore: .zero, height: line.height, items: items, role: plan.role, place: plan.place)
      slug.breakCost = breakCost(plan, index, extents)
      slug.notes = (index == 0 ? plan.label?.inlines.notes ?? [] : []) + notes(shaped, extent.range)
      slugs.append(slug)
    }
    return slugs
  }

  private func breakCost(
    _ plan: ParagraphPlan, _ index: Int, _ extents: [LineBuilder.Extent]
  ) -> Double {
    guard index > 0 else { return 0 }
    let count = extents.count
    if plan.keep.together { return PageBreakCosts.forbidden }
    var cost = costs.insideParagraph
    if index < plan.keep.orphans { cost += costs.orphan }
    if count - index < plan.keep.widows { cost += costs.widow }
    if extents[index - 1].hyphenated { cost += costs.hyphen }
    return cost
  }

  private func notes(_ shaped: ShapedParagraph, _ range: Range<Int>) -> [Int] {
    shaped.text.spans.compactMap { span in
      guard range.contains(span.range.lowerBound) else { return nil }
      return shaped.plan.inlines[span.inline].note
    }
  }
}

extension Slug {
  /// Puts a label beside the first line.
  fileprivate mutating func place(_ label: Slug, at y: Length) {
    items += label.items.map {
      Placed(item: $0.item, origin: $0.origin + Point(x: .zero, y: y))
    }
    notes = label.notes + notes
    height = max(height, y + label.height)
  }
}

extension FlowBlock {
  /// Whether this is a paragraph that ends in a colon and a list item follows.
  fileprivate func introduces(_ next: FlowBlock) -> Bool {
    guard case .paragraph(let intro) = self, case .paragraph(let item) = next,
      intro.role != .listItem, item.role == .listItem, let last = intro.inlines.last,
      case .text(let text) = last.content
    else { return false }
    return text.last { $0 != " " } == ":"
  }

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

extension SourceRange {
  /// The first place of a text within the stretch; the stretch itself if it is not found.
  func first(_ wanted: some StringProtocol) -> SourceRange {
    let needle = Array(wanted.utf8)
    let hay = file.bytes[lower..<upper]
    guard let head = needle.first, hay.count >= needle.count else { return self }
    var start = hay.startIndex
    while start + needle.count <= hay.endIndex {
      if hay[start] == head, hay[start..<start + needle.count].elementsEqual(needle) {
        return file.range(start, start + needle.count)
      }
      start += 1
    }
    return self
  }
}
