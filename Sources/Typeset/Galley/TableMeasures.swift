/// What the columns of a table need and want at one size of its text, and the widths that follow.
struct TableMeasures {
  let plan: TablePlan
  /// The cells of the head and the body.
  private let rows: [[CellText]]
  /// The columns with words divided where their language allows it.
  private let pieces: ColumnWidths
  /// The columns with their words whole.
  private let words: ColumnWidths

  // A hair more, so that rounding never breaks the widest line.
  private static let hair = 0.01

  /// Measures the cells of a table.
  init(_ plan: TablePlan, shaper: Shaper) {
    self.plan = plan
    let count = plan.columns.count
    var minimum = [Double](repeating: 0, count: count)
    var (maximum, widest) = (minimum, minimum)
    rows = (plan.head + plan.body).map { row in
      row.cells.enumerated().map { index, cell in
        let items = cell.paragraphs.map { shaper.shape($0).breakItems }
        let text = CellText(items, indent: cell.paragraphs.map(\.indents.points).max() ?? 0)
        guard index < count else { return text }
        for (own, paragraph) in zip(items, cell.paragraphs) {
          let extremes = ColumnWidths.extremes(of: own)
          let indents = paragraph.indents.points
          minimum[index] = max(minimum[index], extremes.minimum + indents)
          maximum[index] = max(maximum[index], extremes.maximum + indents)
        }
        widest[index] = max(widest[index], minimum[index], text.widestWord)
        return text
      }
    }
    let wanted = maximum.map { $0 + Self.hair }
    pieces = ColumnWidths(minimum: minimum.map { $0 + Self.hair }, maximum: wanted)
    words = ColumnWidths(minimum: widest.map { $0 + Self.hair }, maximum: wanted)
  }

  /// Widths in which no word is divided; nil if the room is too narrow.
  func wholeWords(in room: Double) -> [Double]? { widths(words, in: room) }

  /// Widths in which words are divided where they may be; nil if the room is too narrow.
  func dividedWords(in room: Double) -> [Double]? { widths(pieces, in: room) }

  /// The widths that make the rows lowest.
  private func widths(_ needed: ColumnWidths, in room: Double) -> [Double]? {
    let start = needed.share(room, fills: plan.fillsMeasure)
    guard start.excess <= 0.01 else { return nil }
    guard needed.maximum.reduce(0, +) > room else { return start.widths }
    return ColumnChoice(rows: rows, least: needed.minimum).improve(start.widths)
  }

  /// Columns as wide as their widest pieces, but none wider than all can be, and by how much even
  /// words divided anywhere are too wide.
  ///
  /// - Parameter narrowest: the narrowest column of such words, in sizes of its text.
  func dividedAnywhere(
    in room: Double, narrowest: Double, _ shaper: Shaper
  ) -> (widths: [Double], excess: Double) {
    let least = leastAnywhere(narrowest, shaper)
    func columns(_ limit: Double) -> [Double] {
      zip(pieces.minimum, least).map { min($0, max(limit, $1)) }
    }
    let excess = columns(0).reduce(0, +) - room
    guard excess <= 0 else { return ([], excess) }
    // Halved until a limit differs from the next by less than anybody sees.
    var (low, high) = (0.0, room)
    for _ in 0..<30 {
      let middle = (low + high) / 2
      if columns(middle).reduce(0, +) <= room { low = middle } else { high = middle }
    }
    return (columns(low), 0)
  }

  /// What the columns need where all but numbers may be divided anywhere.
  private func leastAnywhere(_ narrowest: Double, _ shaper: Shaper) -> [Double] {
    let resort = LastResort(width: 0, dividesNumbers: false)
    var least = [Double](repeating: 0, count: plan.columns.count)
    for row in plan.head + plan.body {
      for (index, cell) in row.cells.enumerated() where least.indices.contains(index) {
        for paragraph in cell.paragraphs {
          let extremes = ColumnWidths.extremes(
            of: shaper.shape(paragraph, lastResort: resort).breakItems)
          let own = max(
            extremes.minimum, min(extremes.maximum, paragraph.textStyle.size.points * narrowest))
          least[index] = max(least[index], own + paragraph.indents.points)
        }
      }
    }
    return least.map { $0 + Self.hair }
  }
}

extension ParagraphPlan {
  /// What its lines are narrower than its column by.
  var indents: Length { indentLeft + indentRight + max(.zero, indentFirst) }
}
