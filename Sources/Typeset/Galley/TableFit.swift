/// Finds the widths of a table's columns, and what has to give so that they fit their measure.
///
/// First the text is set smaller, within a limit; then words are divided where nothing allows it;
/// then the table is refused.
struct TableFit {
  let plan: TablePlan
  let width: Length
  let shaper: Shaper

  /// A table that fits.
  struct Fitted {
    var plan: TablePlan
    /// The widths with their padding.
    var columns: [Length]
    /// What had to give.
    var notice: Diagnostic?
  }

  /// A table, or why there is none.
  enum Outcome {
    case fits(Fitted)
    case refused(Diagnostic)
  }

  /// The sizes that are tried; smaller text is hard to read.
  static let sizes = [1, 0.95, 0.9, 0.85, 0.8, 0.75]
  /// The narrowest column in which words may be divided anywhere, in sizes of its text.
  static let narrowest = 3.0

  /// The table as large as it fits.
  func fit() -> Outcome {
    var smallest = plan
    for size in Self.sizes {
      smallest = size == 1 ? plan : plan.scaled(by: size)
      let (widths, excess) = chosenWidths(of: smallest, room(in: smallest))
      guard excess > 0.01 else {
        let told = "is set at \(Int((size * 100).rounded())) % of its size"
        return .fits(fitted(smallest, widths, size < 1 ? notice(told) : nil))
      }
    }
    let (widths, excess) = dividedWidths(of: smallest)
    guard excess <= 0 else { return .refused(refusal(excess)) }
    return .fits(
      fitted(
        smallest, widths,
        notice("is set at 75 % of its size, and words in it are divided anywhere")))
  }

  /// The widths that make the rows lowest: columns as wide as their widest words where that fits,
  /// else as the widest piece of one.
  private func chosenWidths(
    of plan: TablePlan, _ room: Double
  ) -> (widths: [Double], excess: Double) {
    let pieces = widths(of: plan)
    let start = pieces.share(room, fills: plan.fillsMeasure)
    guard start.excess <= 0.01, pieces.maximum.reduce(0, +) > room else { return start }
    let rows = (plan.head + plan.body).map { row in row.cells.map { text(of: $0) } }
    var whole = pieces
    for row in rows {
      for (index, cell) in row.enumerated() where whole.minimum.indices.contains(index) {
        whole.minimum[index] = max(whole.minimum[index], cell.widestWord + 0.01)
      }
    }
    let needed = whole.minimum.reduce(0, +) <= room ? whole : pieces
    let shared = needed.share(room, fills: plan.fillsMeasure).widths
    return (ColumnChoice(rows: rows, least: needed.minimum).improve(shared), 0)
  }

  private func text(of cell: TablePlan.Cell) -> CellText {
    CellText(
      cell.paragraphs.map { shaper.shape($0).breakItems },
      indent: cell.paragraphs.map(\.indents.points).max() ?? 0)
  }

  /// What the columns may share, in points.
  private func room(in plan: TablePlan) -> Double {
    let padding = plan.padding.width * 2 * Double(plan.columns.count)
    return (width - plan.indentLeft - plan.indentRight - padding).points
  }

  private func fitted(
    _ plan: TablePlan, _ widths: [Double], _ notice: Diagnostic?
  ) -> Fitted {
    Fitted(
      plan: plan, columns: widths.map { Length.pt($0) + plan.padding.width * 2 }, notice: notice)
  }

  private func notice(_ what: String) -> Diagnostic {
    .warning(
      "the table is too wide for its measure, so it \(what)", at: plan.place,
      hint: "shorten the longest words, or use fewer columns")
  }

  private func refusal(_ excess: Double) -> Diagnostic {
    let millimetres = (Length.pt(excess).millimetres * 10).rounded(.up) / 10
    return .error(
      "the table is \(millimetres) mm wider than its measure, even with smaller text and its"
        + " words divided", at: plan.place,
      hint: "shorten the longest words, or use fewer columns")
  }

  /// What each column needs and wants; `lastResort` says which words may be divided anywhere.
  private func widths(of plan: TablePlan, lastResort: LastResort? = nil) -> ColumnWidths {
    var minimum = [Double](repeating: 0, count: plan.columns.count)
    var maximum = minimum
    for row in plan.head + plan.body {
      for (index, cell) in row.cells.enumerated() where minimum.indices.contains(index) {
        for paragraph in cell.paragraphs {
          let extremes = ColumnWidths.extremes(
            of: shaper.shape(paragraph, lastResort: lastResort).breakItems)
          let own = lastResort.map { _ in
            max(
              extremes.minimum,
              min(extremes.maximum, paragraph.textStyle.size.points * Self.narrowest))
          }
          let indents = paragraph.indents.points
          minimum[index] = max(minimum[index], (own ?? extremes.minimum) + indents)
          maximum[index] = max(maximum[index], extremes.maximum + indents)
        }
      }
    }
    // A hair more, so that rounding never breaks the widest line.
    return ColumnWidths(minimum: minimum.map { $0 + 0.01 }, maximum: maximum.map { $0 + 0.01 })
  }

  /// Columns as wide as their widest words, but none wider than all can be, and by how much even
  /// words in pieces are too wide.
  private func dividedWidths(of plan: TablePlan) -> (widths: [Double], excess: Double) {
    let room = room(in: plan)
    let wanted = widths(of: plan).minimum
    let least = widths(of: plan, lastResort: LastResort(width: 0, dividesNumbers: false)).minimum
    func columns(_ limit: Double) -> [Double] {
      zip(wanted, least).map { min($0, max(limit, $1)) }
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
}

extension ParagraphPlan {
  /// What its lines are narrower than its column by.
  fileprivate var indents: Length { indentLeft + indentRight + max(.zero, indentFirst) }
}

extension TablePlan {
  /// The table with its text and the white in it made smaller; its caption stays.
  fileprivate func scaled(by factor: Double) -> TablePlan {
    var plan = self
    plan.padding = Size(width: padding.width * factor, height: padding.height)
    plan.head = head.map { $0.scaled(by: factor) }
    plan.body = body.map { $0.scaled(by: factor) }
    return plan
  }
}

extension TablePlan.Row {
  fileprivate func scaled(by factor: Double) -> TablePlan.Row {
    var row = self
    for index in row.cells.indices {
      row.cells[index].paragraphs = cells[index].paragraphs.map { $0.scaled(by: factor) }
    }
    return row
  }
}
