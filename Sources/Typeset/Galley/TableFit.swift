/// Finds the widths of a table's columns, and what has to give so that they fit their measure.
///
/// First the text is set a little smaller to keep its words whole; then words are divided where
/// their language allows it, in text that gets smaller within a limit; then they are divided where
/// nothing allows it; then the table is refused.
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
  /// The smallest size that is taken only to keep words whole.
  static let leastForWholeWords = 0.9
  /// What is tried last: the size, the share of the padding, and the narrowest column in which words
  /// may be divided anywhere, in sizes of its text.
  static let lastResorts: [(size: Double, padding: Double, narrowest: Double)] = [
    (0.75, 0.75, 3), (0.7, 0.5, 2), (0.6, 0.25, 1.5),
  ]

  /// The table as large as it fits.
  func fit() -> Outcome {
    var tried: [TableMeasures] = []
    for size in Self.sizes where size >= Self.leastForWholeWords {
      let table = measures(at: size)
      tried.append(table)
      if let widths = table.wholeWords(in: room(in: table.plan)) {
        return .fits(fitted(table.plan, widths, notice(size)))
      }
    }
    for (index, size) in Self.sizes.enumerated() {
      let table = index < tried.count ? tried[index] : measures(at: size)
      if let widths = table.dividedWords(in: room(in: table.plan)) {
        return .fits(fitted(table.plan, widths, notice(size)))
      }
    }
    return lastResort()
  }

  private func measures(at size: Double) -> TableMeasures {
    let scaled = size == 1 ? plan : plan.scaled(by: size)
    return TableMeasures(scaled.withNumbersAligned(by: shaper), shaper: shaper)
  }

  /// The table with its words divided anywhere.
  private func lastResort() -> Outcome {
    var least = 0.0
    for resort in Self.lastResorts {
      var smaller = plan.scaled(by: resort.size)
      smaller.padding = Size(
        width: plan.padding.width * resort.padding, height: plan.padding.height)
      let table = smaller.withNumbersAligned(by: shaper)
      let (widths, excess) = TableMeasures(table, shaper: shaper)
        .dividedAnywhere(in: room(in: table), narrowest: resort.narrowest, shaper)
      if excess <= 0 {
        let told: DiagnosticText =
          "it is set at \(percent(resort.size)) of its size, and words in it are divided anywhere"
        return .fits(fitted(table, widths, warning(told)))
      }
      least = excess
    }
    return .refused(refusal(least))
  }

  /// What the columns may share, in points.
  private func room(in plan: TablePlan) -> Double {
    let padding = plan.columns.indices.reduce(Length.zero) {
      $0 + plan.white(beside: $1).left + plan.white(beside: $1).right
    }
    return (width - plan.indentLeft - plan.indentRight - padding).points
  }

  private func fitted(
    _ plan: TablePlan, _ widths: [Double], _ notice: Diagnostic?
  ) -> Fitted {
    Fitted(
      plan: plan,
      columns: widths.enumerated().map { index, width in
        let white = plan.white(beside: index)
        return Length.pt(width) + white.left + white.right
      }, notice: notice)
  }

  /// What is told of a size; nobody need mind one that only keeps words whole.
  private func notice(_ size: Double) -> Diagnostic? {
    guard size < 1 else { return nil }
    let told: DiagnosticText = "it is set at \(percent(size)) of its size"
    guard size >= Self.leastForWholeWords else { return warning(told) }
    return .note(.tableFit, "the table is wide for its measure, so \(told)", at: plan.place)
  }

  private func warning(_ what: DiagnosticText) -> Diagnostic {
    .warning(
      .tableFit, "the table is too wide for its measure, so \(what)", at: plan.place,
      hint: "shorten the longest words, or use fewer columns")
  }

  private func refusal(_ excess: Double) -> Diagnostic {
    let millimetres = (Length.pt(excess).millimetres * 10).rounded(.up) / 10
    return .error(
      .tooWide,
      "the table is \(millimetres) mm wider than its measure, even with smaller text and its"
        + " words divided", at: plan.place,
      hint: "shorten the longest words, or use fewer columns")
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
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
