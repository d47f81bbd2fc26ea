/// Chooses the page breaks of the whole letter together, as lines of a paragraph are chosen.
///
/// Michael Plass, *Optimal Pagination Techniques for Automatic Typesetting Systems*, Stanford
/// 1981: dynamic programming over the places where a page may start.
struct PageBreaker {
  /// The room of a page's column, without footnotes.
  struct Room: Sendable {
    var first: Length
    var next: Length
    /// The last page of a letter of two or more.
    var last: Length
  }

  /// What stands on one page.
  struct Page: Hashable, Sendable {
    /// Slugs of the text; none on a page that only goes on with notes.
    var slugs: Range<Int>
    /// Lines of the notes.
    var notes: Range<Int>
  }

  let slugs: [Slug]
  let room: Room
  let notes: NoteLines
  /// The rule and white above the first note on a page.
  let noteRule: Length
  let tableHeads: [Length]
  let costs: PageBreakCosts

  /// A page must not be refused for a difference that no printer can show.
  static let tolerance = 0.01
  /// The share of a page that notes take where they have to go on over several: text stays the
  /// larger part.
  static let largestNotes = 0.4

  /// The best way found to end a page before a slug.
  private struct Way {
    var cost = Double.infinity
    var start = 0
    /// How many lines of the notes stand on this page and those before it.
    var notes = 0
  }

  /// What stands on each page; a slug taller than its page stands alone and too tall.
  func pages() -> [Page] {
    guard !slugs.isEmpty else { return [Page(slugs: 0..<0, notes: 0..<0)] }
    var ways = [Way](repeating: Way(), count: slugs.count + 1)
    ways[0].cost = 0
    let fullest = slugs.indices.map { fullestHeight(from: $0) }
    for end in 1...slugs.count { relax(end, &ways, fullest) }
    var pages: [Page] = []
    var end = slugs.count
    while end > 0 {
      let way = ways[end]
      pages.append(Page(slugs: way.start..<end, notes: ways[way.start].notes..<way.notes))
      end = way.start
    }
    let rest = restPages(ways[slugs.count].notes)
    return pages.reversed() + rest.map { Page(slugs: slugs.count..<slugs.count, notes: $0) }
  }

  private func restPages(_ first: Int) -> [Range<Int>] {
    notes.pages(
      from: first, next: room.next.points - noteRule.points,
      last: room.last.points - noteRule.points)
  }

  /// Tries every start of the page that ends before `end`.
  private func relax(_ end: Int, _ ways: inout [Way], _ fullest: [Double]) {
    let isLast = end == slugs.count
    let breakCost = isLast ? 0 : slugs[end].breakCost
    var height = 0.0
    var lines = 0
    var start = end
    while start > 0 {
      start -= 1
      let slug = slugs[start]
      height += slug.height.points
      if start + 1 < end { height += slugs[start + 1].gapBefore.points }
      lines += slug.lines
      let head = slug.tableHead.flatMap { start > 0 ? tableHeads[$0].points : nil } ?? 0
      let text = height + head
      var room = room(from: start, isLast: isLast)
      var foot = foot(from: ways[start].notes, to: end, room, room - text)
      if isLast, foot.isDivided {
        // Notes go on after the text, so this page is not the last.
        if start > 0 { room = min(room, self.room.next.points) }
        foot = self.foot(from: ways[start].notes, to: end, room, room - text)
      }
      let total = text + foot.height
      let fits = text <= room + Self.tolerance
      // The tallest room bounds the search; a single slug is taken even if it does not fit.
      if !fits, start + 1 < end {
        if text > tallestRoom + Self.tolerance { break }
        continue
      }
      let share = max(0, min(1, (room - total) / room))
      var cost = ways[start].cost + breakCost + costs.page + foot.cost
      if !fits { cost += PageBreakCosts.forbidden }
      if !isLast {
        let needless = max(0, min(share, (fullest[start] - text) / room))
        cost += share * share * costs.emptiness + needless * costs.needlessHole
      }
      if isLast, start > 0, lines < 3 { cost += costs.shortPage }
      if isLast { cost += costs.page * Double(restPages(foot.end).count) }
      if cost < ways[end].cost { ways[end] = Way(cost: cost, start: start, notes: foot.end) }
    }
  }

  /// How high the text of a page can be that begins with a slug and ends at a good break.
  ///
  /// Where notes take part of the page nothing is said beyond them.
  private func fullestHeight(from start: Int) -> Double {
    let room = room(from: start, isLast: false)
    var height = slugs[start].tableHead.flatMap { start > 0 ? tableHeads[$0].points : nil } ?? 0
    var fullest = 0.0
    for end in start..<slugs.count {
      if end > start {
        if slugs[end].breakCost < costs.goodBreak { fullest = height }
        height += slugs[end].gapBefore.points
      }
      height += slugs[end].height.points
      if height > room + Self.tolerance || !slugs[end].notes.isEmpty { break }
    }
    return fullest
  }

  /// The notes at the foot of a page.
  private struct Foot {
    var end: Int
    /// With the rule above them.
    var height = 0.0
    var cost = 0.0
    var isDivided = false
  }

  /// As many of the notes that are due as there is room for under the text.
  private func foot(
    from first: Int, to slug: Int, _ page: Double, _ left: Double
  ) -> Foot {
    let due = first..<notes.end(before: slug)
    guard !due.isEmpty else { return Foot(end: first) }
    let left = left - noteRule.points
    let whole = notes.height(due)
    guard whole > left + Self.tolerance else {
      return Foot(end: due.upperBound, height: whole + noteRule.points)
    }
    let share = slug == slugs.count ? left : min(left, page * Self.largestNotes)
    let end = notes.end(from: first, before: due.upperBound, within: share)
    let rest = end..<due.upperBound
    var foot = Foot(end: end, isDivided: true)
    if end > first { foot.height = notes.height(first..<end) + noteRule.points }
    foot.cost =
      (whole <= page * Self.largestNotes ? costs.dividedNote : 0)
      + Double(notes.count(in: rest)) * costs.lateNote
      + notes.height(rest) / page * costs.emptiness
    return foot
  }

  private func room(from start: Int, isLast: Bool) -> Double {
    if start == 0 { return room.first.points }
    return isLast ? room.last.points : room.next.points
  }

  private var tallestRoom: Double {
    max(room.first.points, room.next.points, room.last.points)
  }
}
