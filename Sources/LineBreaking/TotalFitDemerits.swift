extension TotalFit {
  /// Fitness classes (paper, page 1129): tight, decent, loose and very loose.
  static let decent: Int8 = 1

  /// What a line that fits costs; nil if it may not be made.
  func judge(_ line: LineFit, from node: Node, to index: Int) -> Candidate? {
    let place = text.breakpoints[index]
    let lengthens = place.isFlagged && ladder > 0 && node.hyphens >= ladder
    if lengthens && !isEmergency { return nil }
    var candidate: Candidate?
    switch parameters.shape {
    case .ragged: candidate = judgeRagged(line, from: node, to: index)
    case .justified: candidate = judgeJustified(line, from: node, to: index)
    }
    if lengthens { candidate?.demerits += costs.ladder }
    return candidate
  }

  private func judgeRagged(_ line: LineFit, from node: Node, to index: Int) -> Candidate {
    let place = text.breakpoints[index]
    let emptiness = line.emptiness
    let hole = max(0, emptiness - costs.holeFrom)
    var demerits = costs.raggedness * emptiness * emptiness + costs.hole * hole * hole
    demerits += place.cost
    if place.isFlagged && node.hyphens > 0 { demerits += costs.raggedRun }
    if endsText(line, from: node, to: place) {
      if node.hyphens > 0 { demerits += costs.raggedFinalHyphen }
      let isOneWord = text.isOneWord(line.start, line.end)
      if isOneWord { demerits += node.hyphens > 0 ? costs.raggedLonePiece : costs.raggedLoneWord }
      if isFragment(line, isOneWord) { demerits += costs.raggedFragment }
    }
    return Candidate(fitness: Self.decent, demerits: demerits)
  }

  private func judgeJustified(_ line: LineFit, from node: Node, to index: Int) -> Candidate? {
    let place = text.breakpoints[index]
    let ratio = line.ratio
    guard ratio <= tolerance else { return nil }
    let fitness: Int8 = ratio < -0.5 ? 0 : ratio <= 0.5 ? Self.decent : ratio <= 1 ? 2 : 3
    let fault = 1 + line.badness(costs)
    let cost = place.isFlagged ? costOfHyphen(place, measure: line.measure) : place.cost
    var demerits = cost >= 0 ? (fault + cost) * (fault + cost) : fault * fault - cost * cost
    if ratio > 1 { demerits += costs.loose }
    if ratio > 2 { demerits += costs.veryLoose }
    if abs(fitness - node.fitness) > 1 { demerits += costs.uneven }
    if place.isFlagged && node.hyphens > 0 { demerits += costs.doubleHyphen }
    if endsText(line, from: node, to: place) {
      if node.hyphens > 0 { demerits += costs.finalHyphen }
      let isOneWord = text.isOneWord(line.start, line.end)
      if isOneWord { demerits += node.hyphens > 0 ? costs.lonePiece : costs.loneWord }
      if isFragment(line, isOneWord) { demerits += costs.fragment }
    }
    return Candidate(fitness: fitness, demerits: demerits)
  }

  private func costOfHyphen(_ place: Breakpoint, measure: Double) -> Double {
    let wide = costs.narrowMeasure * text.meanSpace
    let narrowness = wide > 0 ? min(1, measure / wide) : 1
    return (costs.hyphen + costs.hyphenShare * place.cost) * narrowness
  }

  /// Whether a line is the last of several, at the end or where the author ended a line.
  private func endsText(_ line: LineFit, from node: Node, to place: Breakpoint) -> Bool {
    place.isForced && node.breakpoint >= 0 && !text.breakpoints[node.breakpoint].isForced
  }

  /// Whether a last line is so short that it looks like a fragment.
  private func isFragment(_ line: LineFit, _ isOneWord: Bool) -> Bool {
    line.width < parameters.fragment * (isOneWord ? 1.5 : 1)
  }
}
