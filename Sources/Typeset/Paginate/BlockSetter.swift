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
    var keepsNext: Keep?
    var height = Length.zero
    for (index, block) in blocks.enumerated() {
      var made = set(block, width: width, page: page)
      guard !made.isEmpty else { continue }
      let (before, own) = block.white
      made[0].gapBefore = slugs.isEmpty ? .zero : max(after, before)
      if let grid = block.keptGrid {
        made[0].gapBefore += grid.remainder(after: height + made[0].gapBefore)
      }
      height += made.reduce(.zero) { $0 + $1.gapBefore + $1.height }
      if index > 0, blocks[index - 1].introduces(block) {
        made[0].breakCost = max(made[0].breakCost, costs.introduction)
      }
      if keepsNext != nil { made[0].breakCost = max(made[0].breakCost, cost(after: blocks, index)) }
      after = own
      keepsNext = block.keep.withNext ? block.keep : nil
      slugs += made
    }
    return slugs
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

  /// What a page break between a block that keeps its next and that next costs.
  private func cost(after blocks: [FlowBlock], _ index: Int) -> Double {
    guard index > 0 else { return 0 }
    switch blocks[index - 1] {
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

  // MARK: Paragraphs

  /// Sets a paragraph as one slug a line.
  func setParagraph(_ plan: ParagraphPlan, width: Length, page: PageNumbers) -> [Slug] {
    let measure = width - plan.indentLeft - plan.indentRight
    let shaped = shaper.shape(plan, page: page)
    let lines = breakLines(shaped, measure: measure)
    let builder = LineBuilder(paragraph: shaped, shaper: shaper)
    let extents = builder.extents(of: lines)
    reportOverfull(lines, extents, shaped, measure)
    var slugs: [Slug] = []
    var spans: [Int: Part] = [:]
    for (index, extent) in extents.enumerated() {
      let first = index == 0 ? plan.indentFirst : .zero
      let line = builder.build(
        extent, indent: plan.indentLeft + first, measure: measure - first,
        structure: &structure, spans: &spans)
      var items: [Placed<FrameItem>] = decoration(plan, height: line.height, width: width)
      if index == 0 { items += label(plan, line) + marginMark(plan, line) }
      items.append(Placed(item: .line(line), origin: .zero))
      var slug = Slug(
        gapBefore: .zero, height: line.height, items: items, role: plan.role, place: plan.place)
      slug.breakCost = breakCost(plan, index, extents)
      slug.notes = notes(shaped, extent.range)
      slugs.append(slug)
    }
    return slugs
  }

  /// A last line shorter than this looks like a fragment.
  private static let fragment = Length.mm(8)

  private func breakLines(_ shaped: ShapedParagraph, measure: Length) -> BrokenParagraph {
    let style = shaped.plan.style
    let first = (measure - shaped.plan.indentFirst).points
    return breakParagraph(
      shaped.breakItems, measures: [first, measure.points],
      parameters: BreakParameters(
        method: style.breaking == .firstFit ? .firstFit : .totalFit,
        shape: style.alignment == .justify ? .justified : .ragged,
        ladder: style.hyphenation.ladder, fragment: Self.fragment.points,
        balances: style.balances))
  }

  private func reportOverfull(
    _ broken: BrokenParagraph, _ extents: [LineBuilder.Extent], _ shaped: ShapedParagraph,
    _ measure: Length
  ) {
    for index in broken.overfull where extents.indices.contains(index) {
      let words = shaped.text.string(extents[index].range).split(separator: " ")
      let longest = words.max { $0.count < $1.count } ?? ""
      let place = shaped.plan.place.map { $0.first(longest) } ?? nil
      let width = (measure.millimetres * 10).rounded() / 10
      diagnostics.add(
        .error(
          "\(quoted(longest)) is wider than its measure of \(width) mm", at: place,
          hint: "shorten it, or mark where it may be divided with a soft hyphen (U+00AD)"))
    }
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
      guard case .footnoteMark(let note) = shaped.plan.inlines[span.inline].content,
        range.contains(span.range.lowerBound)
      else { return nil }
      return note
    }
  }

  private func label(_ plan: ParagraphPlan, _ line: Line) -> [Placed<FrameItem>] {
    guard let label = plan.label else { return [] }
    return aside(
      label.inlines, plan, x: label.x, width: label.width,
      alignment: label.alignsRight ? .right : .left, below: line)
  }

  private func marginMark(_ plan: ParagraphPlan, _ line: Line) -> [Placed<FrameItem>] {
    guard !plan.marginMark.isEmpty else { return [] }
    let width = Length.mm(10)
    return aside(
      plan.marginMark, plan, x: -width - .mm(2), width: width, alignment: .right, below: line)
  }

  /// Sets a short text beside the first line, on its baseline.
  private func aside(
    _ inlines: [InlinePlan], _ plan: ParagraphPlan, x: Length, width: Length,
    alignment: ParagraphStyle.Alignment, below line: Line
  ) -> [Placed<FrameItem>] {
    var own = ParagraphPlan(
      role: plan.role, inlines: inlines, style: plan.style, textStyle: plan.textStyle)
    own.style.alignment = alignment
    own.style.hyphenation.enabled = false
    let shaped = shaper.shape(own)
    let builder = LineBuilder(paragraph: shaped, shaper: shaper)
    let whole = LineBuilder.Extent(
      range: 0..<shaped.text.bytes.count, hyphenated: false, wordAtEnd: nil, wordAtStart: nil,
      ratio: 0)
    var spans: [Int: Part] = [:]
    let made = builder.build(
      whole, indent: .zero, measure: width, structure: &structure, spans: &spans)
    return [
      Placed(item: .line(made), origin: Point(x: x, y: line.baseline - made.baseline))
    ]
  }

  private func decoration(
    _ plan: ParagraphPlan, height: Length, width: Length
  ) -> [Placed<FrameItem>] {
    guard let decoration = plan.decoration else { return [] }
    var items: [Placed<FrameItem>] = []
    if let background = decoration.background {
      items.append(
        Placed(
          item: .rule(
            Rule(
              size: Size(width: width - decoration.barX, height: height), color: background,
              part: .artifact(.layout))),
          origin: Point(x: decoration.barX, y: .zero)))
    }
    if decoration.barWidth > .zero {
      items.append(
        Placed(
          item: .rule(
            Rule(
              size: Size(width: decoration.barWidth, height: height),
              color: decoration.barColor, part: .artifact(.layout))),
          origin: Point(x: decoration.barX, y: .zero)))
    }
    return items
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
