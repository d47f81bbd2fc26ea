/// The lines that a choice of breakpoints makes.
struct ChosenLines {
  let fits: [LineFit]
  let faults: Faults

  /// What ragged text is judged by.
  struct Faults: Hashable, Sendable {
    var hyphens = 0
    /// Sums of the squared shares of the measure left empty: of the lines that run on, and of all.
    var running = 0.0
    var all = 0.0

    func isWithin(_ limit: Faults) -> Bool {
      hyphens <= limit.hyphens && running <= limit.running + 1e-9 && all <= limit.all + 1e-9
    }
  }

  init(
    _ text: BreakableText, _ breakpoints: [Int], _ measures: [Double],
    _ shape: BreakParameters.Shape
  ) {
    var fits: [LineFit] = []
    var faults = Faults()
    var start = 0
    for index in breakpoints {
      let place = text.breakpoints[index]
      let fit = LineFit(
        text, shape, from: start, to: place,
        measure: measures[min(fits.count, measures.count - 1)])
      let emptiness = max(0, fit.slack) / max(1, fit.measure)
      faults.all += emptiness * emptiness
      if !place.isForced { faults.running += emptiness * emptiness }
      if place.isFlagged { faults.hyphens += 1 }
      start = place.start
      fits.append(fit)
    }
    (self.fits, self.faults) = (fits, faults)
  }
}
