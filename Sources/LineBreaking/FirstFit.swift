/// Breaks each line at the last place where it fits, as the letters of 2019 were set.
struct FirstFit {
  let text: BreakableText
  /// The measure of each line; the last one holds for all that follow.
  let measures: [Double]
  let parameters: BreakParameters

  /// The indices of the breakpoints taken.
  func chooseBreaks() -> [Int] {
    var chosen: [Int] = []
    var start = 0
    var next = 0
    var hyphens = 0
    while next < text.breakpoints.count {
      let measure = measures[min(chosen.count, measures.count - 1)]
      let taken = lastFitting(
        from: next, start, measure, mayFlag: parameters.ladder <= 0 || hyphens < parameters.ladder)
      hyphens = text.breakpoints[taken].isFlagged ? hyphens + 1 : 0
      start = text.breakpoints[taken].start
      next = taken + 1
      chosen.append(taken)
    }
    return chosen
  }

  /// The last breakpoint that fits; poor divisions, then longer ladders, only where else nothing
  /// fits; if nothing fits at all, the next.
  private func lastFitting(from next: Int, _ start: Int, _ measure: Double, mayFlag: Bool) -> Int {
    var fitting: Int?
    var poor: Int?
    var flagged: Int?
    let limit = measure + BreakCosts.rounding
    for i in next..<text.breakpoints.count {
      let place = text.breakpoints[i]
      let width = text.width(start, place.end)
      if width + place.width - place.hang <= limit {
        if place.isFlagged && !mayFlag {
          flagged = i
        } else if place.cost >= parameters.costs.lastResort {
          poor = i
        } else {
          fitting = i
        }
      }
      if place.isForced || width - text.longestHang > limit { break }
    }
    return fitting ?? poor ?? flagged ?? next
  }
}
