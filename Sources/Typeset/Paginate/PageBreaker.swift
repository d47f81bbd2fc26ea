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

  let slugs: [Slug]
  let room: Room
  /// The notes each slug brings along, and the rule and white above the first on a page.
  let notes: NotePlacement
  let noteRule: Length
  let tableHeads: [Length]
  let costs: PageBreakCosts

  /// A page must not be refused for a difference that no printer can show.
  static let tolerance = 0.01

  /// The slugs of each page; a slug taller than its page stands alone and too tall.
  func pages() -> [Range<Int>] {
    guard !slugs.isEmpty else { return [0..<0] }
    var best = [Double](repeating: .infinity, count: slugs.count + 1)
    var previous = [Int](repeating: 0, count: slugs.count + 1)
    best[0] = 0
    for end in 1...slugs.count { relax(end, &best, &previous) }
    var pages: [Range<Int>] = []
    var end = slugs.count
    while end > 0 {
      pages.append(previous[end]..<end)
      end = previous[end]
    }
    return pages.reversed()
  }

  /// Tries every start of the page that ends before `end`.
  private func relax(_ end: Int, _ best: inout [Double], _ previous: inout [Int]) {
    let isLast = end == slugs.count
    let breakCost = isLast ? 0 : slugs[end].breakCost
    var height = 0.0
    var lines = 0
    var notes = 0.0
    var start = end
    while start > 0 {
      start -= 1
      let slug = slugs[start]
      height += slug.height.points
      if start + 1 < end { height += slugs[start + 1].gapBefore.points }
      lines += slug.lines
      let own = self.notes.height(of: start)
      if own > 0 { notes += own + (notes == 0 ? noteRule.points : 0) }
      let head = slug.tableHead.flatMap { start > 0 ? tableHeads[$0].points : nil } ?? 0
      let total = height + notes + head
      let room = room(from: start, isLast: isLast)
      let fits = total <= room + Self.tolerance
      // The tallest room bounds the search; a single slug is taken even if it does not fit.
      if !fits, start + 1 < end {
        if total > tallestRoom + Self.tolerance { break }
        continue
      }
      let share = max(0, min(1, (room - total) / room))
      var cost = best[start] + breakCost + costs.page
      if !fits { cost += PageBreakCosts.forbidden }
      if !isLast { cost += share * share * costs.emptiness }
      if isLast, start > 0, lines < 3 { cost += costs.shortPage }
      if cost < best[end] {
        best[end] = cost
        previous[end] = start
      }
      if self.notes.pageStarts.contains(start) { break }
    }
  }

  private func room(from start: Int, isLast: Bool) -> Double {
    if start == 0 { return room.first.points }
    return isLast ? room.last.points : room.next.points
  }

  private var tallestRoom: Double {
    max(room.first.points, room.next.points, room.last.points)
  }
}
