/// Puts columns and fixed frames together to pages, and enters their divided words in the structure.
struct PageMaker {
  let plan: Plan
  let shaper: Shaper
  let columns: [PageColumn]
  let guides: Guides?

  /// The least white between a wide table and a frame.
  private static let clearance = Length.mm(3)

  /// The pages.
  ///
  /// - Parameter noticed: what was noticed in dividing the columns.
  func make(noticed: Diagnostic?) -> Pagination {
    var spans = WordSpans(plan.structure)
    var columns = columns
    for index in columns.indices { columns[index].slugs.enterWords(in: &spans) }
    for index in columns.indices { columns[index].notes.enterWords(in: &spans) }
    var problems = columns.flatMap(\.slugs).flatMap(\.problems)
    problems += columns.flatMap(\.notes).flatMap(\.problems)
    problems += [noticed].compactMap(\.self)
    let frames = FixedFrames(plan.fixed, pageCount: columns.count, shaper: shaper)
    let watermark = self.watermark
    var pages: [Page] = []
    var drawn: [Guides.Drawn] = []
    var blocked: Set<Int> = []
    for (index, column) in columns.enumerated() {
      let place = PagePlace(number: index + 1, count: columns.count, plan: plan)
      let made = page(place, column, frames, watermark, &spans)
      pages.append(made.page)
      problems += made.problems
      blocked.formUnion(made.blockedTables)
      if let guides { drawn.append(guides.drawn(on: place, column: column, over: made.page)) }
    }
    return Pagination(
      pages: pages, guides: drawn, structure: spans.structure, diagnostics: problems,
      blockedTables: blocked)
  }

  private func page(
    _ place: PagePlace, _ column: PageColumn, _ frames: FixedFrames,
    _ watermark: [Placed<FrameItem>], _ spans: inout WordSpans
  ) -> (page: Page, problems: [Diagnostic], blockedTables: Set<Int>) {
    var filler = ColumnFiller(region: place.region)
    filler.fill(column.slugs)
    filler.place(notes: column.notes, rule: plan.footnoteRule)
    var boxes = filler.boxes
    var before: [Placed<FrameItem>] = []
    var after: [Placed<FrameItem>] = []
    var problems = filler.problems
    var blocked: Set<Int> = []
    func keep(free rect: Rect) {
      for reach in filler.reaches where reach.rect.intersects(rect) { blocked.insert(reach.table) }
    }
    for zone in plan.zones where place.holds(zone.pages) { keep(free: zone.rect) }
    for (index, frame) in plan.fixed.enumerated() where place.holds(frame.pages) {
      var result = frames.set(
        index, as: place.mirrored(frame), page: place.numbers,
        isRepeat: place.comesAfterFirst(of: frame.pages))
      result.items.enterWords(in: &spans)
      if frame.kind.isReadFirst { before += result.items } else { after += result.items }
      if let box = result.box {
        boxes.append(NamedBox(id: frame.boxID, rect: box))
        if frame.isInTheWay { keep(free: box.grown(by: Self.clearance)) }
      }
      problems += result.problems
    }
    let marks = place.holds(plan.markPages) ? plan.marks.map { place.mirrored($0).placed } : []
    let contents = Frame(
      size: plan.page, items: watermark + before + filler.items + after + marks)
    return (Page(size: plan.page, frame: contents, boxes: boxes), problems, blocked)
  }

  /// The word that marks a draft, large and pale across the page; an artifact.
  private var watermark: [Placed<FrameItem>] {
    guard let style = plan.watermark.first?.style else { return [] }
    let paragraph = ParagraphPlan(
      role: .fixed(in: "watermark"), inlines: plan.watermark,
      style: ParagraphStyle(
        leading: style.size * 1.2, alignment: .center, breaking: .firstFit,
        hyphenation: HyphenationRules(
          enabled: false, before: 2, after: 2, ladder: 0, graded: false, exceptions: []),
        protectsPhrases: false, opticalMargin: false, spaceStretch: 0, spaceShrink: 0),
      textStyle: style)
    let column = ColumnSetter(shaper: shaper, width: plan.page.width)
    let stack = Stack(column.setParagraph(paragraph))
    let top = (plan.page.height - stack.height) / 2
    return stack.items.map {
      Placed(
        item: $0.item.asArtifact(.pagination(.watermark)),
        origin: $0.origin + Point(x: .zero, y: top))
    }
  }
}

extension Rect {
  /// The rectangle with so much around it.
  fileprivate func grown(by margin: Length) -> Rect {
    Rect(
      x: minX - margin, y: minY - margin, width: size.width + margin * 2,
      height: size.height + margin * 2)
  }
}

extension FixedFrame {
  /// Whether a table may not reach over it; what lies under the text or is a mark may be.
  fileprivate var isInTheWay: Bool {
    switch kind {
    case .recipient, .sidebar, .header, .footer, .returnLine, .text, .logo: true
    case .mark, .background: false
    }
  }

  /// What the frame is to reports and checks.
  fileprivate var boxID: BoxID {
    switch kind {
    case .recipient: .recipient
    case .sidebar: .sidebar
    case .returnLine: .returnLine(named: name)
    case .header, .footer, .text, .mark, .logo, .background: .frame(named: name)
    }
  }
}

extension [Slug] {
  /// Enters their divided words in a structure.
  fileprivate mutating func enterWords(in spans: inout WordSpans) {
    for index in indices { self[index].items.enterWords(in: &spans) }
  }
}

extension [Placed<FrameItem>] {
  /// Enters their divided words in a structure.
  fileprivate mutating func enterWords(in spans: inout WordSpans) {
    for index in indices {
      guard case .line(let line) = self[index].item,
        line.runs.contains(where: { $0.item.word != nil })
      else { continue }
      let runs = line.runs.map { placed in
        guard let word = placed.item.word else { return placed }
        return Placed(item: placed.item.entered(as: spans.part(of: word)), origin: placed.origin)
      }
      self[index] = Placed(item: .line(line.replacing(runs)), origin: self[index].origin)
    }
  }
}
