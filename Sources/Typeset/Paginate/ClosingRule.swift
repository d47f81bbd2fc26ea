/// Keeps the closing and the signatures together, and two lines of the letter with them.
///
/// A signature alone on a page could stand under any text (letter-pro#38, formalettre#23).
struct ClosingRule {
  let costs: PageBreakCosts
  /// How many lines of the letter stand above the closing at least.
  static let linesBefore = 2

  /// Raises the cost of the page breaks that would leave the closing without them.
  func apply(to slugs: inout [Slug]) {
    guard let closing = slugs.firstIndex(where: { $0.role == .closing || $0.role == .signature })
    else { return }
    var index = closing + 1
    while index < slugs.count, slugs[index].role == .closing || slugs[index].role == .signature {
      slugs[index].breakCost += costs.splitClosing
      index += 1
    }
    var lines = 0
    index = closing
    while index > 0, lines < Self.linesBefore {
      slugs[index].breakCost += costs.bareClosing
      index -= 1
      lines += slugs[index].lines
    }
  }
}
