/// Divides a letter whose pages differ in width: each page's text is set in the width of its region.
///
/// What goes on over a page is set again from where it goes on. The pages between the first and the
/// last share a width, and their breaks are chosen together; the first page ends where it is best
/// with the pages that follow as far as they are looked at ahead, and the last begins where it is
/// best with all before it.
struct VariedColumns: ColumnDivider {
  let text: UnsetText
  let regions: Plan.Regions
  /// The rule and white above the first note on a page.
  let noteRule: Length
  let costs: PageBreakCosts
  let tightening: Tightening
  let kept: KeptBlocks

  /// The pages looked at ahead of a break.
  private static let pagesAhead = 3.0
  /// The breaks of a page that are looked at with what follows.
  private static let mostBreaks = 8
  /// How much more than a page is set to choose where it ends.
  private static let margin = Length.pt(100)
  /// How much more than its room a page may hold before its white gives.
  private static let tightest = 1.1

  func columns(_ white: WhiteScale) -> [PageColumn] {
    if case .fits(let only) = page(text, in: regions.first, white) { return [only] }
    guard regions.first.size.width != regions.next.size.width else {
      return ending(text, opens: true, white)
    }
    let (first, rest) = opening(white)
    return [first] + following(rest, white)
  }

  private func galley(
    of text: UnsetText, in region: Rect, height: Length? = nil, _ white: WhiteScale
  ) -> Galley {
    // White that is taken out makes room for more.
    let wanted = height.map { $0 / min(1, white.gap, white.leading) }
    var galley = kept.galley(of: text, width: region.size.width, height: wanted)
    galley.slugs = galley.slugs.scaled(by: white)
    return galley
  }

  private func breaker(_ galley: Galley, opens: Bool, _ white: WhiteScale) -> PageBreaker {
    PageBreaker(
      slugs: galley.slugs, breakCosts: costs.above(galley.slugs), notes: NoteLines(galley),
      room: PageBreaker.Room(
        first: opens ? regions.first.size.height : nil, next: regions.next.size.height,
        last: regions.last.size.height), noteRule: noteRule, costs: costs,
      tightening: tightening.beside(white))
  }

  // MARK: One page

  /// A text on a single page.
  private enum Single {
    case fits(PageColumn)
    case textTooTall
    case notesTooTall
  }

  private func page(_ text: UnsetText, in region: Rect, _ white: WhiteScale) -> Single {
    let room = region.size.height + .pt(PageBreaker.tolerance)
    let galley = galley(of: text, in: region, height: room * Self.tightest, white)
    var column = column(galley)
    let tightening = tightening.beside(white)
    let give = tightening.give(of: column.slugs)
    // What this width refuses may find room in another.
    guard galley.isWhole, column.height - .pt(give) <= room, !column.hasErrors
    else { return .textTooTall }
    let notes = column.notes.isEmpty ? .zero : Stack(column.notes).height + noteRule
    let excess = (column.height + notes - room).points
    guard excess <= give else { return .notesTooTall }
    if excess > 0 { column.slugs = tightening.tightened(column.slugs, by: excess / give) }
    return .fits(column)
  }

  /// All of a galley on one page, whether or not it fits.
  private func column(_ galley: Galley) -> PageColumn {
    PageColumn(
      slugs: galley.slugs, breakCosts: costs.above(galley.slugs), notes: NoteLines(galley).lines)
  }

  // MARK: The first page

  /// A page, what is left after it and what both cost.
  private struct Step {
    let column: PageColumn
    let rest: UnsetText
    var cost: Double
  }

  /// The first page where it stands in a width of its own.
  private func opening(_ white: WhiteScale) -> (PageColumn, UnsetText) {
    let height = regions.first.size.height + Self.margin
    let galley = galley(of: text, in: regions.first, height: height, white)
    let breaker = breaker(galley, opens: true, white)
    var steps = breaker.firstPages().compactMap { end, way in
      step(breaker, end, way, isWhole: galley.isWhole)
    }
    steps.sort { $0.cost < $1.cost }
    steps = steps.prefix(Self.mostBreaks).map { step in
      var step = step
      step.cost += costAhead(of: step.rest, white)
      return step
    }
    guard let best = steps.min(by: { $0.cost < $1.cost }) else {
      // Nothing of it can be parted: it is told to be too tall.
      return (column(galley), UnsetText(flow: [], notes: text.notes))
    }
    return (best.column, best.rest)
  }

  /// A first page that ends before a slug; nil if nothing could follow it.
  private func step(
    _ breaker: PageBreaker, _ end: Int, _ way: PageBreaker.Way, isWhole: Bool
  ) -> Step? {
    let isEnd = end == breaker.slugs.count
    let hasNotes = way.notes < breaker.notes.lines.count
    guard isEnd ? isWhole && hasNotes : breaker.slugs[end].start != nil else { return nil }
    let page = PageBreaker.Page(slugs: 0..<end, notes: 0..<way.notes, tightening: way.tightening)
    return Step(
      column: breaker.columns([page])[0],
      rest: rest(of: text, in: breaker, from: end, noteLine: way.notes),
      cost: way.cost - widowCost(breaker, end))
  }

  /// What is left of a text behind a slug and a line of its notes.
  private func rest(
    of text: UnsetText, in breaker: PageBreaker, from slug: Int, noteLine: Int
  ) -> UnsetText {
    let notes = breaker.notes
    let place = slug < breaker.slugs.count ? breaker.slugs[slug].start : nil
    return notes.unset(text, from: noteLine, to: notes.end(before: slug)).rest(from: place)
  }

  /// What was counted for few lines below a break, which are counted anew in their own width.
  private func widowCost(_ breaker: PageBreaker, _ slug: Int) -> Double {
    guard slug < breaker.slugs.count, case .lines(let lines) = breaker.slugs[slug].boundary
    else { return 0 }
    return lines.isWidow ? costs.widow : 0
  }

  /// The same for a text that goes on with a paragraph.
  private func widowCost(_ text: UnsetText, _ slugs: [Slug]) -> Double {
    guard text.beginsWithinBlock, case .paragraph(let plan)? = text.flow.first else { return 0 }
    return slugs.count { $0.start?.block == 0 } < plan.keep.widows ? costs.widow : 0
  }

  /// What the next pages cost.
  private func costAhead(of text: UnsetText, _ white: WhiteScale) -> Double {
    if text.flow.isEmpty { return costs.page * Double(noteColumns(text, white).count) }
    let galley = galley(
      of: text, in: regions.next, height: regions.next.size.height * Self.pagesAhead, white)
    let ways = breaker(galley, opens: false, white).ways(endingLetter: true)
    return (ways.last?.cost ?? 0) + widowCost(text, galley.slugs)
  }

  // MARK: The pages after it

  private func following(_ text: UnsetText, _ white: WhiteScale) -> [PageColumn] {
    if text.flow.isEmpty { return noteColumns(text, white) }
    guard regions.next.size.width == regions.last.size.width else {
      return ending(text, opens: false, white)
    }
    let breaker = breaker(galley(of: text, in: regions.next, white), opens: false, white)
    return breaker.columns(breaker.pages())
  }

  /// Pages of one width and a last one of another.
  private func ending(_ text: UnsetText, opens: Bool, _ white: WhiteScale) -> [PageColumn] {
    if !opens, case .fits(let only) = page(text, in: regions.last, white) { return [only] }
    let breaker = breaker(galley(of: text, in: regions.next, white), opens: opens, white)
    let ways = breaker.ways(endingLetter: false)
    var best: (cost: Double, end: Int, columns: [PageColumn])?
    func take(_ cost: Double, _ end: Int, _ columns: [PageColumn]) {
      if best.map({ cost < $0.cost }) ?? true { best = (cost, end, columns) }
    }
    let count = breaker.slugs.count
    if ways[count].notes < breaker.notes.lines.count {
      let rest = rest(of: text, in: breaker, from: count, noteLine: ways[count].notes)
      let columns = noteColumns(rest, white)
      take(ways[count].cost + costs.page * Double(columns.count), count, columns)
    }
    var fallback: (end: Int, rest: UnsetText)?
    search: for end in stride(from: count - 1, to: 0, by: -1)
    where breaker.slugs[end].start != nil {
      let rest = rest(of: text, in: breaker, from: end, noteLine: ways[end].notes)
      if fallback == nil { fallback = (end, rest) }
      switch page(rest, in: regions.last, white) {
      case .textTooTall: break search
      case .notesTooTall: continue
      case .fits(let column):
        let lines = column.slugs.reduce(0) { $0 + $1.lines }
        let cost =
          ways[end].cost - widowCost(breaker, end) + widowCost(rest, column.slugs) + costs.page
          + breaker.costOfLastPage(lines: lines)
        take(cost, end, [column])
      }
    }
    if let best { return breaker.columns(breaker.pages(ways, to: best.end)) + best.columns }
    // Its last block is too tall for the last page, which is told.
    guard let fallback else { return [column(galley(of: text, in: regions.last, white))] }
    return breaker.columns(breaker.pages(ways, to: fallback.end))
      + [column(galley(of: fallback.rest, in: regions.last, white))]
  }

  /// Pages of nothing but notes, for those that the last page of the text does not finish.
  private func noteColumns(_ text: UnsetText, _ white: WhiteScale) -> [PageColumn] {
    var columns: [PageColumn] = []
    var text = text
    while !text.due.isEmpty {
      let last = NoteLines(galley(of: text, in: regions.last, white))
      let (room, lastRoom) = (noteRoom(regions.next), noteRoom(regions.last))
      if last.height(0..<last.lines.count) <= lastRoom || last.lines.count < 2 {
        return columns + [PageColumn(notes: last.lines)]
      }
      let next = NoteLines(galley(of: text, in: regions.next, white))
      let count = next.lines.count
      var end = next.end(from: 0, before: count, within: room)
      // The last page has less room than others: it gets what does not fit in as much here.
      if end == count { end = next.end(from: 0, before: count, within: lastRoom) }
      end = max(1, min(end, count - 1))
      columns.append(PageColumn(notes: Array(next.lines[..<end])))
      text = next.unset(text, from: end, to: count)
    }
    return columns
  }

  private func noteRoom(_ region: Rect) -> Double {
    (region.size.height - noteRule).points + PageBreaker.tolerance
  }
}

extension PageColumn {
  /// Whether something in its text stops the letter.
  fileprivate var hasErrors: Bool {
    slugs.contains { slug in slug.problems.contains { $0.severity == .error } }
  }

  /// The height of its text.
  fileprivate var height: Length {
    slugs.enumerated().reduce(slugs.first?.tableHead?.height ?? .zero) {
      $0 + $1.element.height + ($1.offset > 0 ? $1.element.gapBefore : .zero)
    }
  }
}
