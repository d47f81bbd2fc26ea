/// What the page breaker avoids, and how much.
///
/// Only the proportions matter.
struct PageBreakCosts: Hashable, Sendable {
  /// A break that is made only when no page can be filled otherwise.
  static let forbidden = 1e9

  /// A page more: above every matter of looks but below what must not be done, since a letter
  /// that needs another sheet costs its sender and tires its reader.
  var page = 100_000.0
  /// Fewer lines of a paragraph at the foot of a page than its style wants.
  var orphan = 1e7
  /// Fewer lines of a paragraph at the head of a page than its style wants.
  var widow = 1e7
  /// A heading at the foot of a page: it announces what the reader cannot see.
  var heading = 1e8
  /// An introduction that ends in a colon, cut off from its list.
  var introduction = 1e6
  /// The closing and the signatures without two lines of the letter: a signature alone can be
  /// put under any text.
  var bareClosing = 1e8
  /// Closing and signatures on two pages.
  var splitClosing = 1e9
  /// A last page of nothing but enclosures, copies or a postscript.
  var bareAddenda = 50_000.0
  /// A last page of fewer than three lines.
  var shortPage = 1e6
  /// A word divided over two pages.
  var hyphen = 200.0
  /// A table's last row alone at the head of a page.
  var loneRow = 800.0
  /// Its totals alone there: sums of what the reader no longer sees.
  var loneTotals = 2_500.0
  /// Its first row alone at the foot of one, which has the table's head above it.
  var loneFirstRow = 800.0
  /// A break within a table of few rows, which looks torn; less than a hole that one sees.
  var shortTable = 600.0
  /// A break within a paragraph, rather than between two.
  var insideParagraph = 10.0
  /// A note that is divided though it is short enough to stand on one page: less than the hole that
  /// it would leave where its mark has to go to the next page with it.
  var dividedNote = 50.0
  /// The same of a note of few lines, which leaves no hole to speak of.
  var dividedShortNote = 50_000.0
  /// A note that begins on the page after its mark.
  var lateNote = 10_000.0
  /// A wholly empty page; a half empty one costs a quarter.
  var emptiness = 4_000.0
  /// The same in proportion, so that a small hole counts too; and what a page's notes leave over.
  var shortfall = 800.0
  /// White taken out of a page; as much again where it gives all that it can.
  var tightening = 100.0
  /// The same of the part that could have been filled, by the share of the page: what is left for
  /// later pages leaves a hole where the reader sees that there was room.
  var needlessHole = 6_000.0
  /// A break that costs less is one that a reader does not mind.
  var goodBreak = 20_000.0

  /// The costs a letter is set with.
  static let standard = PageBreakCosts()
}

extension PageBreakCosts {
  /// What it costs to start a page above each slug of a column.
  func above(_ slugs: [Slug]) -> [Double] {
    let closing = ClosingRule(costs: self).costs(above: slugs)
    return zip(slugs, closing).map { cost(of: $0.boundary) + $1 }
  }

  /// What a page costs that is not filled, by shares of its height.
  ///
  /// - Parameter needless: the part of the hole that could have been filled.
  func hole(_ share: Double, needless: Double) -> Double {
    share * (share * emptiness + shortfall) + needless * needlessHole
  }

  /// What it costs to divide what a boundary stands between.
  func cost(of boundary: Boundary) -> Double {
    switch boundary {
    case .free: 0
    case .after(.heading): heading
    case .after(.introduction): introduction
    case .after(.closing): splitClosing
    case .lines(let lines):
      insideParagraph + (lines.isOrphan ? orphan : 0) + (lines.isWidow ? widow : 0)
        + (lines.dividesWord ? hyphen : 0)
    case .rows(let rows):
      (rows.leavesTotals ? loneTotals : rows.leavesLast ? loneRow : insideParagraph)
        + (rows.partsFirst ? loneFirstRow : 0) + (rows.isOfShortTable ? shortTable : 0)
    case .inseparable: Self.forbidden
    }
  }
}
