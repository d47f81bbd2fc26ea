/// Chooses the page breaks of the whole letter together, as lines of a paragraph are chosen.
///
/// Michael Plass, *Optimal Pagination Techniques for Automatic Typesetting Systems*, Stanford
/// 1981: dynamic programming over the places where a page may start.
struct PageBreaker {
  /// The room of a page's column, without footnotes.
  struct Room: Sendable {
    /// The first page of the letter; nil where the text begins on a later one.
    var first: Length?
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
    /// The share of what its white can give that is taken out.
    var tightening = 0.0
  }

  /// The best way found to end a page before a slug.
  struct Way: Sendable {
    var cost = Double.infinity
    /// The slug that the page starts with.
    var start = 0
    /// How many lines of the notes stand on this page and those before it.
    var notes = 0
    /// The share of what this page's white can give that is taken out.
    var tightening = 0.0
  }

  let slugs: [Slug]
  /// What it costs to start a page with each of them.
  let breakCosts: [Double]
  let notes: NoteLines
  let room: Room
  /// The rule and white above the first note on a page.
  let noteRule: Length
  let costs: PageBreakCosts
  var tightening = Tightening.none

  /// A page must not be refused for a difference that no printer can show.
  static let tolerance = 0.01
  /// The share of a page that notes take where they have to go on over several: text stays the
  /// larger part.
  static let largestNotes = 0.4
  /// The share of a page that may stay empty without a closer look.
  private static let smallHole = 0.1
  /// A last page of fewer lines looks like a mistake.
  private static let fewestLines = 3

  /// What stands on each page; a slug taller than its page stands alone and too tall.
  func pages() -> [Page] {
    guard !slugs.isEmpty else { return [Page(slugs: 0..<0, notes: 0..<0)] }
    let ways = ways(endingLetter: true)
    let rest = restPages(ways[slugs.count].notes)
    return pages(ways, to: slugs.count)
      + rest.map { Page(slugs: slugs.count..<slugs.count, notes: $0) }
  }

  /// The pages of the best way to end one before a slug.
  func pages(_ ways: [Way], to slug: Int) -> [Page] {
    var pages: [Page] = []
    var end = slug
    while end > 0 {
      let way = ways[end]
      pages.append(
        Page(
          slugs: way.start..<end, notes: ways[way.start].notes..<way.notes,
          tightening: way.tightening))
      end = way.start
    }
    return pages.reversed()
  }

  /// The best way to end a page before each slug, and after the last.
  ///
  /// - Parameter endingLetter: whether the page with the last slug is the last of the letter.
  func ways(endingLetter: Bool) -> [Way] {
    var ways = [Way](repeating: Way(), count: slugs.count + 1)
    ways[0].cost = 0
    let fullest = slugs.indices.map { fullestHeight(from: $0) }
    for end in slugs.indices.map({ $0 + 1 }) {
      relax(end, &ways, fullest, isLast: endingLetter && end == slugs.count)
    }
    return ways
  }

  /// The ways to end the first of the pages, by the slug that the second starts with; those that
  /// nothing can follow or that do not fit are left out.
  func firstPages() -> [(end: Int, way: Way)] {
    var made: [(Int, Way)] = []
    var height = slugs.first?.tableHead?.height.points ?? 0
    var give = 0.0
    let fullest = slugs.isEmpty ? 0 : fullestHeight(from: 0)
    for end in slugs.indices.map({ $0 + 1 }) {
      let slug = slugs[end - 1]
      height += slug.height.points + (end > 1 ? slug.gapBefore.points : 0)
      give += tightening.ink(of: slug) + (end > 1 ? tightening.gap(of: slug) : 0)
      guard height - give <= room(from: 0, isLast: false) + Self.tolerance || end == 1
      else { break }
      let tried = Try(
        start: 0, end: end, text: height + foot(before: end), give: give, lines: 0,
        fullest: fullest, isLast: false)
      if let way = way(tried, after: Way(cost: 0)) { made.append((end, way)) }
    }
    return made
  }

  // MARK: One page

  /// A page that is tried.
  private struct Try {
    let start: Int
    let end: Int
    /// The height of its text, in points.
    let text: Double
    /// How much of that its white can give.
    let give: Double
    let lines: Int
    /// How high its text could be, with its notes.
    let fullest: Double
    let isLast: Bool
  }

  /// Tries every start of the page that ends before `end`.
  private func relax(_ end: Int, _ ways: inout [Way], _ fullest: [Double], isLast: Bool) {
    var height = 0.0
    var give = 0.0
    var lines = 0
    var start = end
    while start > 0 {
      start -= 1
      let slug = slugs[start]
      height += slug.height.points
      give += tightening.ink(of: slug)
      if start + 1 < end {
        height += slugs[start + 1].gapBefore.points
        give += tightening.gap(of: slugs[start + 1])
      }
      lines += slug.lines
      let text = height + (slug.tableHead?.height.points ?? 0) + foot(before: end)
      let tried = Try(
        start: start, end: end, text: text, give: give, lines: lines, fullest: fullest[start],
        isLast: isLast)
      if let way = way(tried, after: ways[start]) {
        if way.cost < ways[end].cost { ways[end] = way }
      } else if text - give > tallestRoom + Self.tolerance {
        break
      }
    }
  }

  /// The way over one page after another; nil if it does not fit, unless it is a single slug.
  private func way(_ page: Try, after before: Way) -> Way? {
    let isLater = page.start > 0 || room.first == nil
    var room = room(from: page.start, isLast: page.isLast)
    var (foot, taken) = settle(page, from: before.notes, in: room)
    if page.isLast, foot.isDivided {
      // Notes go on after the text, so this page is not the last.
      if isLater { room = min(room, self.room.next.points) }
      (foot, taken) = settle(page, from: before.notes, in: room)
    }
    let text = page.text - taken
    let total = text + foot.height
    let fits = text <= room + Self.tolerance
    if !fits, page.start + 1 < page.end { return nil }
    let share = max(0, min(1, (room - total) / room))
    let breakCost = page.end < slugs.count ? breakCosts[page.end] : 0
    var cost = before.cost + breakCost + costs.page + foot.cost
    if !fits { cost += PageBreakCosts.forbidden }
    let tightening = taken > 0 ? taken / page.give : 0
    if taken > 0 { cost += costs.tightening * (1 + tightening) }
    if !page.isLast {
      let goesOn = before.notes < notes.end(before: page.start)
      let more = goesOn ? nextBlock(after: page.end, total, room) : page.fullest - total
      cost += costs.hole(share, needless: max(0, min(share, more / room)))
    } else {
      if isLater { cost += costOfLastPage(lines: page.lines) }
      cost += costs.page * Double(restPages(foot.end).count)
    }
    return Way(cost: cost, start: page.start, notes: foot.end, tightening: tightening)
  }

  /// The notes under the text of a page, and the white taken out so that both find room.
  private func settle(
    _ page: Try, from note: Int, in room: Double
  ) -> (foot: Foot, taken: Double) {
    let loose = foot(from: note, to: page.end, room, room - page.text)
    let fits = page.text <= room + Self.tolerance && !loose.isDivided
    guard !fits, page.text - page.give <= room + Self.tolerance else { return (loose, 0) }
    let tight = foot(from: note, to: page.end, room, room - page.text + page.give)
    guard !tight.isDivided else { return (loose, 0) }
    return (tight, min(page.give, max(0, page.text + tight.height - room)))
  }

  /// What a last page costs for the few lines on it.
  func costOfLastPage(lines: Int) -> Double { lines < Self.fewestLines ? costs.shortPage : 0 }

  private func restPages(_ first: Int) -> [Range<Int>] {
    notes.pages(
      from: first, next: room.next.points - noteRule.points,
      last: room.last.points - noteRule.points)
  }

  /// How high the text of a page can be, with its own notes whole, that begins with a slug and ends
  /// at a good break.
  private func fullestHeight(from start: Int) -> Double {
    let room = room(from: start, isLast: false)
    var height = slugs[start].tableHead?.height.points ?? 0
    var filled = 0.0
    var fullest = 0.0
    for end in start..<slugs.count {
      if end > start {
        if breakCosts[end] < costs.goodBreak { fullest = filled + foot(before: end) }
        height += slugs[end].gapBefore.points
      }
      height += slugs[end].height.points
      let brought = notes.end(before: start)..<notes.end(before: end + 1)
      filled = height + (brought.isEmpty ? 0 : notes.height(brought) + noteRule.points)
      if filled > room + Self.tolerance { break }
    }
    return fullest
  }

  /// How much higher a page would be with what follows up to a good break; nothing if that does not
  /// fit, or brings notes.
  ///
  /// How full a page can be beside notes that go on from the page before is not known beforehand.
  private func nextBlock(after end: Int, _ filled: Double, _ room: Double) -> Double {
    guard filled < room * (1 - Self.smallHole) else { return 0 }
    var more = 0.0
    for next in end..<slugs.count {
      if next > end, breakCosts[next] < costs.goodBreak { return more }
      more += slugs[next].gapBefore.points + slugs[next].height.points
      if filled + more > room || !slugs[next].notes.isEmpty { return 0 }
    }
    return 0
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
      + (notes.dividesShortNote(before: end) ? costs.dividedShortNote : 0)
      + Double(notes.count(in: rest)) * costs.lateNote
      + notes.height(rest) / page * costs.shortfall
    return foot
  }

  /// What ends the box of a call-out that goes on behind a break.
  private func foot(before end: Int) -> Double {
    end < slugs.count ? slugs[end - 1].foot.points : 0
  }

  private func room(from start: Int, isLast: Bool) -> Double {
    if start == 0, let first = room.first { return first.points }
    return isLast ? room.last.points : room.next.points
  }

  /// The tallest room bounds the search.
  private var tallestRoom: Double {
    max(room.first?.points ?? 0, room.next.points, room.last.points)
  }
}
