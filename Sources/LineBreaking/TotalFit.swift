/// Chooses the breaks of a paragraph together, so that its worst lines are as good as they can be.
///
/// The algorithm is that of Knuth and Plass, *Breaking Paragraphs into Lines* (Software – Practice
/// and Experience 11, 1981, pages 1156-1163): breakpoints are visited in order, with a list of those
/// from which a line could reach the present one. The list is never longer than the breakpoints
/// of one line, so the time is linear.
struct TotalFit {
  let text: BreakableText
  /// The measure of each line; the last one holds for all that follow.
  let measures: [Double]
  let parameters: BreakParameters
  /// The largest stretch ratio of a justified line.
  var tolerance = Double.infinity
  /// Whether lines too wide and ladders too long are made, at a high cost, rather than none.
  var isEmergency = false

  let costs: BreakCosts
  let ladder: Int

  /// A breakpoint as it is best reached.
  ///
  /// Kept small: a paragraph of a megabyte has a million of them.
  struct Node {
    private var place: Int32
    private var origin: Int32
    private var first: Int32
    private var number: Int32
    var fitness: Int8
    private var run: Int8
    var demerits: Double

    init(
      breakpoint: Int, start: Int, line: Int, fitness: Int8, hyphens: Int, demerits: Double,
      previous: Int
    ) {
      (place, first) = (Int32(clamping: breakpoint), Int32(clamping: start))
      (number, origin) = (Int32(clamping: line), Int32(clamping: previous))
      (self.fitness, run, self.demerits) = (fitness, Int8(clamping: hyphens), demerits)
    }

    var breakpoint: Int { Int(place) }
    /// The first item of a line that starts here.
    var start: Int { Int(first) }
    var line: Int { Int(number) }
    /// How many lines in a row end in a hyphen here.
    var hyphens: Int { Int(run) }
    var previous: Int { Int(origin) }

    /// Whether another node of the same breakpoint is reached in the same way.
    func isReachedAs(_ other: Node) -> Bool {
      number == other.number && run == other.run && fitness == other.fitness
    }
  }

  /// A line from an active node to the present breakpoint.
  struct Candidate {
    var fitness: Int8
    var demerits: Double
  }

  private var nodes: [Node] = []
  private var active: [Int] = []

  init(_ text: BreakableText, _ measures: [Double], _ parameters: BreakParameters) {
    (self.text, self.measures, self.parameters) = (text, measures, parameters)
    costs = parameters.costs
    ladder = min(max(0, parameters.ladder), 100)
  }

  /// The indices of the breakpoints taken; nil if no way through was found.
  mutating func chooseBreaks() -> [Int]? {
    nodes = [
      Node(
        breakpoint: -1, start: 0, line: 0, fitness: Self.decent, hyphens: 0, demerits: 0,
        previous: -1)
    ]
    active = [0]
    for i in text.breakpoints.indices {
      visit(i)
      if active.isEmpty { return nil }
    }
    let last = active.min { nodes[$0].demerits < nodes[$1].demerits }
    var chain: [Int] = []
    var node = last ?? 0
    while node > 0 {
      chain.append(nodes[node].breakpoint)
      node = nodes[node].previous
    }
    return chain.reversed()
  }

  /// Ends a line at a breakpoint from every active node, and drops those now too far back.
  private mutating func visit(_ index: Int) {
    let place = text.breakpoints[index]
    let firstNew = nodes.count
    let latest = active.last
    var kept = 0
    for position in active.indices {
      let a = active[position]
      let line = fit(from: nodes[a], to: place)
      if line.fits, let candidate = judge(line, from: nodes[a], to: index) {
        offer(candidate, from: a, to: index, newFrom: firstNew)
      }
      if !line.isOutOfReach && !place.isForced {
        if kept < position { active[kept] = a }
        kept += 1
      }
    }
    if kept < active.count { active.removeSubrange(kept...) }
    if kept == 0, nodes.count == firstNew, isEmergency, let latest { overfill(latest, to: index) }
    keepUnbeaten(from: firstNew)
  }

  private func fit(from node: Node, to place: Breakpoint) -> LineFit {
    LineFit(
      text, parameters.shape, from: node.start, to: place,
      measure: measures[min(node.line, measures.count - 1)])
  }

  /// Makes the least overfull line when nothing fits.
  private mutating func overfill(_ latest: Int, to index: Int) {
    let place = text.breakpoints[index]
    let line = fit(from: nodes[latest], to: place)
    let excess = max(0, -line.slack) / max(1, line.measure)
    let candidate = Candidate(
      fitness: Self.decent, demerits: costs.overfull * (1 + excess))
    offer(candidate, from: latest, to: index, newFrom: nodes.count)
  }

  /// Keeps a candidate if it is the best that reaches its breakpoint in its way.
  private mutating func offer(
    _ candidate: Candidate, from a: Int, to index: Int, newFrom firstNew: Int
  ) {
    let place = text.breakpoints[index]
    let node = nodes[a]
    // Beyond the limit all runs are alike, and without a limit all hyphens are.
    let longestRun = ladder == 0 ? 1 : ladder + (isEmergency ? 1 : 0)
    let hyphens = place.isFlagged ? min(node.hyphens + 1, longestRun) : 0
    let line = min(node.line + 1, measures.count - 1)
    let new = Node(
      breakpoint: index, start: place.start, line: line, fitness: candidate.fitness,
      hyphens: hyphens, demerits: node.demerits + candidate.demerits, previous: a)
    for known in firstNew..<nodes.count where nodes[known].isReachedAs(new) {
      if new.demerits < nodes[known].demerits { nodes[known] = new }
      return
    }
    nodes.append(new)
  }

  /// Makes the new nodes active but those that another beats in everything that can matter later.
  private mutating func keepUnbeaten(from firstNew: Int) {
    for i in firstNew..<nodes.count {
      let node = nodes[i]
      let isBeaten =
        node.hyphens > 0
        && nodes[firstNew...].contains {
          $0.hyphens < node.hyphens && $0.demerits <= node.demerits && $0.line == node.line
            && $0.fitness == node.fitness
        }
      if !isBeaten { active.append(i) }
    }
  }
}
