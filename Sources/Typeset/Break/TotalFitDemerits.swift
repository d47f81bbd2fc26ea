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
    var faults = place.cost
    if place.isFlagged && node.hyphens > 0 { faults += costs.raggedRun }
    if index == text.breakpoints.count - 1, node.breakpoint >= 0 {
      if node.hyphens > 0 { faults += costs.raggedFinalHyphen }
      if text.isOneWord(line.start, line.end) {
        faults += node.hyphens > 0 ? costs.raggedLonePiece : costs.raggedLoneWord
      }
    }
    let raggedness = costs.raggedness * line.emptiness * line.emptiness
    return Candidate(fitness: Self.decent, demerits: raggedness + weight * faults)
  }

  private func judgeJustified(_ line: LineFit, from node: Node, to index: Int) -> Candidate? {
    let place = text.breakpoints[index]
    let ratio = line.ratio
    guard ratio <= tolerance else { return nil }
    let fitness: Int8 = ratio < -0.5 ? 0 : ratio <= 0.5 ? Self.decent : ratio <= 1 ? 2 : 3
    let fault = 1 + line.badness
    var demerits =
      place.cost >= 0
      ? (fault + place.cost) * (fault + place.cost) : fault * fault - place.cost * place.cost
    if abs(fitness - node.fitness) > 1 { demerits += costs.uneven }
    if place.isFlagged && node.hyphens > 0 { demerits += costs.doubleHyphen }
    if index == text.breakpoints.count - 1, node.breakpoint >= 0 {
      if node.hyphens > 0 { demerits += costs.finalHyphen }
      if text.isOneWord(line.start, line.end) {
        demerits += node.hyphens > 0 ? costs.lonePiece : costs.loneWord
      }
    }
    return Candidate(fitness: fitness, demerits: demerits)
  }
}
