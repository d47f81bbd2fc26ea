import Inspection

/// Which words of two files are missing, new, others, or elsewhere.
struct WordComparison {
  private let old: [ComparedWord]
  private let new: [ComparedWord]
  private let distance: Double
  /// Of each expected word the one that stands for it.
  private var partners: [Int?]
  /// The expected word that each actual one stands for.
  private var origins: [Int?]
  /// Lines of actual pages on which something is another or masked, so that what stands beside it may be
  /// shifted.
  private var looseLines: Set<PageLine> = []
  /// Where words changed and were masked: what is drawn there needs no other explanation.
  private(set) var differences: [Difference] = []

  private struct PageLine: Hashable {
    let page: Int
    let line: Int
  }

  /// Compares words.
  ///
  /// - Parameter distance: how far one may move, in millimetres.
  init(_ old: [ComparedWord], _ new: [ComparedWord], distance: Double) {
    self.old = old
    self.new = new
    self.distance = distance
    partners = Array(repeating: nil, count: old.count)
    origins = Array(repeating: nil, count: new.count)
    for pair in aligned(old.map(\.text), new.map(\.text)) {
      partners[pair.old] = pair.new
      origins[pair.new] = pair.old
    }
    pairStrayRuns()
    noteLooseLines()
    noteChanges()
    noteMoves()
  }

  // MARK: Words that changed places

  /// Words without a partner that follow each other in both files, but elsewhere in the order of
  /// reading: a line that moved past others was not taken away and written anew.
  private mutating func pairStrayRuns() {
    var waiting: [[String]: [Range<Int>]] = [:]
    for run in runs(origins) { waiting[new[run].map(\.text), default: []].append(run) }
    for run in runs(partners) {
      let text = old[run].map(\.text)
      guard var places = waiting[text], !places.isEmpty else { continue }
      let place = places.removeFirst()
      waiting[text] = places
      for (x, y) in zip(run, place) {
        partners[x] = y
        origins[y] = x
      }
    }
  }

  /// The stretches of words without a partner.
  private func runs(_ partners: [Int?]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for index in partners.indices {
      if partners[index] == nil {
        start = start ?? index
      } else if let first = start {
        runs.append(first..<index)
        start = nil
      }
    }
    if let first = start { runs.append(first..<partners.count) }
    return runs
  }

  /// Notes the lines on which something masked is wider or narrower, or a word is another: what follows
  /// it there has not moved by itself.
  private mutating func noteLooseLines() {
    var brokenLines: Set<PageLine> = []
    for (index, word) in old.enumerated() where partners[index] == nil {
      brokenLines.insert(PageLine(page: word.page, line: word.line))
    }
    for (index, word) in new.enumerated() {
      let line = PageLine(page: word.page, line: word.line)
      guard let origin = origins[index] else {
        looseLines.insert(line)
        continue
      }
      let was = old[origin]
      let isOther = word.isMasked && abs(word.area.width - was.area.width) > 0.05
      if isOther || brokenLines.contains(PageLine(page: was.page, line: was.line)) {
        looseLines.insert(line)
      }
    }
  }

  // MARK: Words that are others

  private mutating func noteChanges() {
    // What is new, by the expected word that stands before it.
    var news: [Int: Range<Int>] = [:]
    for run in runs(origins) {
      news[run.lowerBound == 0 ? -1 : origins[run.lowerBound - 1] ?? -1] = run
    }
    for run in runs(partners) {
      let before = run.lowerBound - 1
      let now = news.removeValue(forKey: before)
      note(missing: run, now)
    }
    for (_, run) in news.sorted(by: { $0.value.lowerBound < $1.value.lowerBound }) {
      note(missing: nil, run)
    }
  }

  private mutating func note(missing run: Range<Int>?, _ now: Range<Int>?) {
    let was = run.map { quoted(old[$0].map(\.text)) }
    let becomes = now.map { quoted(new[$0].map(\.text)) }
    let message =
      switch (was, becomes) {
      case (let was?, let becomes?): "\(was) is now \(becomes)"
      case (let was?, nil): "\(was) is missing"
      case (nil, let becomes?): "\(becomes) is new"
      case (nil, nil): ""
      }
    let page = run.map { old[$0.lowerBound].page } ?? now.map { new[$0.lowerBound].page }
    var difference = Difference(
      .words, page: page, count: max(run?.count ?? 0, now?.count ?? 0), message)
    difference.expected = run.map { old[$0].map(\.area) } ?? []
    difference.actual = now.map { new[$0].map(\.area) } ?? []
    differences.append(difference)
  }

  // MARK: Words that are elsewhere

  /// How a word stands now, against how it stood.
  private struct Move: Equatable {
    var toPage: Int?
    var right = 0.0
    var down = 0.0
    var wider = 0.0
    var higher = 0.0

    /// Whether both are one move, but for what rounding does.
    ///
    /// - Parameter onLine: whether the words stand on one line; there those that are wider shift what
    ///   follows them.
    func isLike(_ other: Move, onLine: Bool) -> Bool {
      let isShifted = onLine && wider != 0 && wider.sign == other.wider.sign
      return toPage == other.toPage && (isShifted || abs(right - other.right) < 0.15)
        && abs(down - other.down) < 0.15 && (wider == 0) == (other.wider == 0)
        && (higher == 0) == (other.higher == 0)
    }

    /// Where it went, in words; nil where it stayed.
    var way: String? {
      if let toPage { return "moved to page \(toPage)" }
      var ways: [String] = []
      if down != 0 { ways.append("\(millimetres(abs(down))) \(down > 0 ? "down" : "up")") }
      if right != 0 {
        ways.append("\(millimetres(abs(right))) to the \(right > 0 ? "right" : "left")")
      }
      return ways.isEmpty ? nil : "moved " + ways.joined(separator: " and ")
    }
  }

  private func move(of index: Int) -> Move? {
    guard let partner = partners[index] else { return nil }
    let (was, now) = (old[index], new[partner])
    let isLoose = looseLines.contains(PageLine(page: now.page, line: now.line))
    // A tenth of a millimetre is more or less than 0.1 by what numbers round.
    func beyond(_ value: Double) -> Double { abs(value) > distance + 1e-6 ? value : 0 }
    let move = Move(
      toPage: was.page == now.page ? nil : now.page,
      right: isLoose ? 0 : beyond(now.area.left - was.area.left),
      down: beyond(now.area.middle.y - was.area.middle.y),
      wider: isLoose || now.isMasked ? 0 : beyond(now.area.width - was.area.width),
      higher: beyond(now.area.height - was.area.height))
    return move == Move() ? nil : move
  }

  private mutating func noteMoves() {
    var group: (indices: [Int], move: Move)?
    for index in old.indices {
      guard let move = move(of: index) else {
        // Words that stay between two that move end the group.
        if let group { note(group.indices, group.move) }
        group = nil
        continue
      }
      if let known = group, old[known.indices[0]].page == old[index].page,
        known.move.isLike(move, onLine: old[known.indices[0]].line == old[index].line)
      {
        group?.indices.append(index)
      } else {
        if let group { note(group.indices, group.move) }
        group = ([index], move)
      }
    }
    if let group { note(group.indices, group.move) }
  }

  private mutating func note(_ indices: [Int], _ move: Move) {
    let was = indices.map { old[$0] }
    let now = indices.compactMap { partners[$0].map { new[$0] } }
    var happened = [move.way].compactMap(\.self)
    if move.higher != 0 {
      happened.append("is set \(move.higher > 0 ? "larger" : "smaller")")
    } else if move.wider != 0 {
      // On one line all words together.
      let wider = extent(of: now).width - extent(of: was).width
      let isLine = Set(was.map(\.line)).count == 1
      let measure = isLine ? millimetres(abs(wider)) : "set"
      happened.append("is \(measure) \(move.wider > 0 ? "wider" : "narrower")")
    }
    var difference = Difference(
      .places, page: was[0].page, count: was.count,
      "\(quoted(was.map(\.text))) \(happened.joined(separator: " and "))")
    difference.expected = was.map(\.area)
    difference.actual = now.map(\.area)
    differences.append(difference)
  }

  private func extent(of words: [ComparedWord]) -> Area {
    words.dropFirst().reduce(words[0].area) { $0.joined(with: $1.area) }
  }

  // MARK: Lines

  /// The lines of which the first words stand for each other, in the order of the expected ones.
  var linePairs: [(old: Int, new: Int)] {
    var pairs: [(old: Int, new: Int)] = []
    for (index, word) in old.enumerated() where pairs.last?.old != word.line {
      if let partner = partners[index] { pairs.append((word.line, new[partner].line)) }
    }
    return pairs
  }

  // MARK: Where pictures may differ

  /// What of a page's pixels words explain: those that changed or moved, and those that are masked.
  func explained(on page: Int) -> [Area] {
    var areas: [Area] = []
    for difference in differences where difference.page == page { areas += difference.expected }
    for (index, word) in new.enumerated() where word.page == page {
      let isLoose = looseLines.contains(PageLine(page: page, line: word.line))
      let origin = origins[index]
      if origin == nil || word.isMasked || isLoose || origin.flatMap(move(of:)) != nil {
        areas.append(word.area)
        if let origin, old[origin].page == page { areas.append(old[origin].area) }
      }
    }
    return areas
  }
}
