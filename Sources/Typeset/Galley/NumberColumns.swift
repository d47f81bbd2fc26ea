extension TablePlan {
  /// The table with the numbers of each column below each other: what follows the whole part, its
  /// decimals and unit, starts where those of the others do.
  func withNumbersAligned(by shaper: Shaper) -> TablePlan {
    var tails: [Int: [(row: Int, width: Double)]] = [:]
    for (row, content) in body.enumerated() {
      for (column, cell) in content.cells.enumerated() {
        guard let width = cell.tail(by: shaper) else { continue }
        tails[column, default: []].append((row, width))
      }
    }
    var plan = self
    for (column, own) in tails {
      let widest = own.reduce(0) { max($0, $1.width) }
      for (row, width) in own where widest > width {
        for index in plan.body[row].cells[column].paragraphs.indices {
          plan.body[row].cells[column].paragraphs[index].indentRight = .pt(widest - width)
        }
      }
    }
    return plan
  }
}

extension TablePlan.Cell {
  /// The width of what follows the whole part of its number; nil for what is none.
  fileprivate func tail(by shaper: Shaper) -> Double? {
    guard let number, paragraphs.count == 1, let paragraph = paragraphs.first else { return nil }
    let shaped = shaper.shape(paragraph)
    // The mark of a note is set in figures too.
    let end =
      shaped.text.spans.first { paragraph.inlines[$0.inline].note != nil }?.range.lowerBound
      ?? shaped.text.bytes.count
    guard let whole = number.wholePart(of: shaped.text.string(0..<end)) else { return nil }
    return shaped.width(whole..<shaped.text.bytes.count)
  }
}
