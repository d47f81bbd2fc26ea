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
    settled.plan = GrowingFrames(setter: fixed).settle(plan.onBaselines(by: shaper))
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
    let fit = PageFit(
      policy: plan.fit, paginate: { choosePages($0, notes, heads) },
      room: plan.regions.next.size.height)
    let result = fit.fit(slugs)
    if let note = result.note { setter.diagnostics.add(note) }
    var pages: [Page] = []
    let rest = result.notes.pagesAfter(
      result.pages, room: plan.regions.last.size.height - noteRuleHeight)
    let count = result.pages.count + rest.count
    for (index, range) in result.pages.enumerated() {
      pages.append(
        page(
          index + 1, of: count, Array(result.slugs[range]),
          result.notes.slugs(on: range), setter, fixed))
    }
    for notes in rest { pages.append(page(pages.count + 1, of: count, [], notes, setter, fixed)) }
    setter.diagnostics.add(shaper.diagnostics.all)
    setter.diagnostics.add(ZoneCheck(plan: plan, pages: pages).diagnostics)
    // A paragraph that is set more than once, as to measure it, tells its problems as often.
    var told: Set<Diagnostic> = []
    let found = setter.diagnostics.inSourceOrder.filter { told.insert($0).inserted }
    guard !found.contains(where: { $0.severity == .error }) else { throw Diagnostics(found) }
    return Composition(
      pages: pages, structure: setter.structure, metadata: plan.metadata, warnings: found)
  }

  /// Chooses the page breaks, again after each note that has to be divided.
  private func choosePages(
    _ slugs: [Slug], _ notes: [[Slug]], _ heads: [Length]
  ) -> (pages: [Range<Int>], notes: NotePlacement) {
    var placement = NotePlacement(
      slugs: slugs, notes: notes, room: plan.regions.next.size.height)
    while true {
      let pages = PageBreaker(
        slugs: slugs,
        room: PageBreaker.Room(
          first: plan.regions.first.size.height, next: plan.regions.next.size.height,
          last: plan.regions.last.size.height),
        notes: placement, noteRule: noteRuleHeight, tableHeads: heads, costs: costs
      ).pages()
      guard placement.continueNotes(over: pages) else { return (pages, placement) }
    }
  }

  private var noteRuleHeight: Length {
    plan.footnoteRule.spaceBefore + plan.footnoteRule.thickness + plan.footnoteRule.spaceAfter
  }

  // MARK: One page

  private func page(
    _ number: Int, of count: Int, _ slugs: [Slug], _ notes: [[Slug]], _ setter: BlockSetter,
    _ fixed: FixedFrameSetter
  ) -> Page {
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
    guard drawsGuides else { return Page(size: plan.page, frame: contents, boxes: boxes) }
    let guides = Guides(plan: plan, setter: setter).items(
      region: region, slugs: slugs, contents: contents, page: number, of: count)
    return Page(
      size: plan.page, frame: Frame(size: plan.page, items: guides + contents.items), boxes: boxes)
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
