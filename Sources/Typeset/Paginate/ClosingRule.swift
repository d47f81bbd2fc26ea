/// Keeps the closing and the signatures together, and two lines of the letter with them.
///
/// A signature alone on a page could stand under any text (letter-pro#38, formalettre#23), and a
/// list of enclosures alone says nothing of the letter they belong to.
struct ClosingRule {
  let costs: PageBreakCosts
  /// How many lines of the letter stand above the closing at least.
  static let linesBefore = 2

  /// What the page breaks cost that would leave the closing without them, slug by slug.
  func costs(above slugs: [Slug]) -> [Double] {
    var made = [Double](repeating: 0, count: slugs.count)
    for index in slugs.indices.reversed().prefix(while: { slugs[$0].isAddendum }) {
      made[index] += costs.bareAddenda
    }
    guard let closing = slugs.firstIndex(where: \.isClosing) else { return made }
    var index = closing + 1
    while index < slugs.count, slugs[index].isClosing {
      made[index] += costs.splitClosing
      index += 1
    }
    var lines = 0
    index = closing
    while index > 0, lines < Self.linesBefore {
      made[index] += costs.bareClosing
      index -= 1
      lines += slugs[index].lines
    }
    return made
  }
}
