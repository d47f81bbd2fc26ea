/// Fills pages: the column in its regions, then everything at a fixed place.
struct Paginator {
  var plan: Plan
  let shaper: Shaper
  var costs = PageBreakCosts.standard
  /// Whether regions, baselines and break costs are drawn under the page, for designers.
  var drawsGuides = false

  /// Composes the whole letter.
  ///
  /// - Throws: every error found in shaping, breaking and placing, in source order.
  func compose() throws(Diagnostics) -> Composition {
    let setter = BlockSetter(shaper: shaper, structure: plan.structure)
    setter.costs = costs
    let fixed = FixedFrameSetter(setter: setter)
    var settled = self
    let placed = plan.onBaselines(by: shaper)
    settled.plan = GrowingFrames(setter: fixed).settle(ListIndents(setter: setter).settle(placed))
    setter.room = settled.plan.regions.room
    return try settled.compose(with: setter, fixed)
  }

  private func compose(
    with setter: BlockSetter, _ fixed: FixedFrameSetter
  ) throws(Diagnostics) -> Composition {
    var slugs = setter.set(plan.flow, width: plan.regions.first.size.width)
    ClosingRule(costs: costs).apply(to: &slugs)
    let notes = plan.footnotes.map { blocks in
      setter.set(blocks.map { .paragraph($0) }, width: plan.regions.first.size.width)
    }
    let heads = setter.tableHeads.map(\.height)
    let noteLines = NoteLines(slugs: slugs, notes: notes)
    let fit = PageFit(
      policy: plan.fit, paginate: { breaker($0, noteLines, heads).pages() },
      room: plan.regions.next.size.height)
    let result = fit.fit(slugs)
    if let note = result.note { setter.diagnostics.add(note) }
    let set = result.pages.enumerated().map { index, contents in
      page(
        index + 1, of: result.pages.count, Array(result.slugs[contents.slugs]),
        Array(noteLines.lines[contents.notes]), setter, fixed)
    }
    let pages = set.map(\.page)
    setter.diagnostics.add(shaper.diagnostics.all)
    setter.diagnostics.add(ZoneCheck(plan: plan, pages: pages).diagnostics)
    // A paragraph that is set more than once, as to measure it, tells its problems as often.
    var told: Set<Diagnostic> = []
    let found = setter.diagnostics.inSourceOrder.filter { told.insert($0).inserted }
    guard !found.contains(where: { $0.severity == .error }) else { throw Diagnostics(found) }
    let missing = PlacementCheck(plan: plan, pages: pages).diagnostics
    guard missing.isEmpty else { throw Diagnostics(missing) }
    return Composition(
      pages: drawsGuides ? set.map(\.withGuides) : pages, structure: setter.structure,
      metadata: plan.metadata, warnings: found)
  }

  private func breaker(_ slugs: [Slug], _ notes: NoteLines, _ heads: [Length]) -> PageBreaker {
    PageBreaker(
      slugs: slugs,
      room: PageBreaker.Room(
        first: plan.regions.first.size.height, next: plan.regions.next.size.height,
        last: plan.regions.last.size.height),
      notes: notes, noteRule: noteRuleHeight, tableHeads: heads, costs: costs)
  }

  private var noteRuleHeight: Length {
    plan.footnoteRule.spaceBefore + plan.footnoteRule.thickness + plan.footnoteRule.spaceAfter
  }

  // MARK: One page

  /// A page, and what is drawn under it for designers, which is no part of the letter.
  private struct SetPage {
    let page: Page
    let guides: [Placed<FrameItem>]

    var withGuides: Page {
      Page(
        size: page.size, frame: Frame(size: page.size, items: guides + page.frame.items),
        boxes: page.boxes)
    }
  }

  private func page(
    _ number: Int, of count: Int, _ slugs: [Slug], _ notes: [Slug], _ setter: BlockSetter,
    _ fixed: FixedFrameSetter
  ) -> SetPage {
    let isMirrored = plan.mirrorsEvenPages && number % 2 == 0
    let region = mirrored(
      number == 1
        ? plan.regions.first : number == count ? plan.regions.last : plan.regions.next, isMirrored)
    let numbers = PageNumbers(number, of: count, in: plan.pageNumbers)
    var boxes: [NamedBox] = []
    var before: [Placed<FrameItem>] = []
    var after: [Placed<FrameItem>] = []
    for frame in plan.fixed where frame.pages.includes(number, of: count) {
      let isRepeat = (1..<number).contains { frame.pages.includes($0, of: count) }
      let result = fixed.set(
        mirrored(frame, isMirrored), page: numbers, isRepeat: isRepeat)
      if frame.isReadBeforeColumn { before += result.items } else { after += result.items }
      if let box = result.box { boxes.append(NamedBox(name: frame.boxName, rect: box)) }
    }
    var column = ColumnFiller(region: region, setter: setter)
    column.fill(slugs)
    column.place(notes: notes, rule: plan.footnoteRule)
    boxes = column.boxes + boxes
    let marks =
      plan.markPages.includes(number, of: count)
      ? plan.marks.map { mirrored($0, isMirrored).placed } : []
    let contents = Frame(
      size: plan.page,
      items: watermark(setter) + before + column.items + after + marks)
    let guides =
      drawsGuides
      ? Guides(plan: plan, setter: setter).items(
        region: region, slugs: slugs, contents: contents, page: number, of: count) : []
    return SetPage(page: Page(size: plan.page, frame: contents, boxes: boxes), guides: guides)
  }
}

extension Paginator {
  /// The word that marks a draft, large and pale across the page; an artifact.
  private func watermark(_ setter: BlockSetter) -> [Placed<FrameItem>] {
    guard let style = plan.watermark.first?.style else { return [] }
    let paragraph = ParagraphPlan(
      role: .fixed, inlines: plan.watermark,
      style: ParagraphStyle(
        leading: style.size * 1.2, alignment: .center, breaking: .firstFit,
        hyphenation: HyphenationRules(
          enabled: false, before: 2, after: 2, ladder: 0, graded: false, exceptions: []),
        protectsPhrases: false, opticalMargin: false, spaceStretch: 0, spaceShrink: 0),
      textStyle: style)
    let slugs = setter.setParagraph(paragraph, width: plan.page.width, page: .none)
    let (items, height) = setter.stack(slugs)
    let top = (plan.page.height - height) / 2
    return items.map {
      Placed(
        item: $0.item.asArtifact(.pagination(.watermark)),
        origin: $0.origin + Point(x: .zero, y: top))
    }
  }
}

extension Plan.Regions {
  /// The height that what cannot be divided has on any page; a first page of few lines, as below a
  /// large head, does not count.
  fileprivate var room: Length {
    let others = min(next.size.height, last.size.height)
    return first.size.height * 2 < others ? others : min(first.size.height, others)
  }
}

extension FixedFrame {
  /// Addresses and heads are read before the letter, everything else after it.
  var isReadBeforeColumn: Bool {
    switch kind {
    case .recipient, .header, .returnLine, .background, .logo: true
    case .sidebar, .footer, .text, .mark: false
    }
  }

  /// The name of the frame's box in reports.
  var boxName: String {
    switch kind {
    case .recipient: "recipient"
    case .sidebar: "sidebar"
    default: name
    }
  }
}
