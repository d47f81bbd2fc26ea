/// A place where a paragraph may or must be broken.
struct Breakpoint: Hashable, Sendable {
  /// The item broken at; the number of items for the end of the paragraph.
  var item: Int
  /// The item after the last box of a line that ends here.
  var end: Int
  /// The first item of a line that starts here: glue and penalties after a break vanish.
  var start: Int
  var width: Double
  var cost: Double
  var hang: Double
  var isFlagged: Bool
  var isForced: Bool
}

/// A paragraph's breakpoints, and the sums that give the width between any two of them.
struct BreakableText: Sendable {
  private(set) var breakpoints: [Breakpoint] = []
  private var widths: [Double] = [0]
  private var stretches: [Double] = [0]
  private var shrinks: [Double] = [0]
  private var spaces: [Int] = [0]
  /// By how much any end of a line may be narrower than its boxes and glue.
  private(set) var longestHang = 0.0

  /// The mean natural width of the glue; 0 where there is none.
  private(set) var meanSpace = 0.0

  init(_ items: [BreakItem]) {
    widths.reserveCapacity(items.count + 1)
    stretches.reserveCapacity(items.count + 1)
    shrinks.reserveCapacity(items.count + 1)
    spaces.reserveCapacity(items.count + 1)
    for item in items { add(item) }
    let glue = items.reduce(0.0) { if case .glue(let width, _, _) = $1 { $0 + width } else { $0 } }
    meanSpace = glue / Double(max(1, spaces.last ?? 0))
    breakpoints = findBreakpoints(items)
    longestHang = breakpoints.reduce(0) { max($0, $1.hang - $1.width) }
  }

  /// Natural width of the boxes and the glue of a line, without its hyphen.
  func width(_ start: Int, _ end: Int) -> Double { start < end ? widths[end] - widths[start] : 0 }
  func stretch(_ start: Int, _ end: Int) -> Double {
    start < end ? stretches[end] - stretches[start] : 0
  }
  func shrink(_ start: Int, _ end: Int) -> Double {
    start < end ? shrinks[end] - shrinks[start] : 0
  }
  /// Whether a line has no space in it.
  func isOneWord(_ start: Int, _ end: Int) -> Bool { start < end && spaces[end] == spaces[start] }

  private mutating func add(_ item: BreakItem) {
    var (width, stretch, shrink, space) = (0.0, 0.0, 0.0, 0)
    switch item {
    case .box(let own): width = own
    case .glue(let own, let more, let less): (width, stretch, shrink, space) = (own, more, less, 1)
    case .penalty: break
    }
    widths.append((widths.last ?? 0) + width)
    stretches.append((stretches.last ?? 0) + stretch)
    shrinks.append((shrinks.last ?? 0) + shrink)
    spaces.append((spaces.last ?? 0) + space)
  }

  /// Glue after a box, penalties that do not forbid, and the end (paper, page 1122).
  private func findBreakpoints(_ items: [BreakItem]) -> [Breakpoint] {
    var found: [Breakpoint] = []
    let lastBox = items.lastIndex(where: \.isBox) ?? -1
    var end = 0
    for (i, item) in items.enumerated() {
      switch item {
      case .box: end = i + 1
      case .glue:
        if i > 0, items[i - 1].isBox, i < lastBox { found.append(Breakpoint(at: i, end: end)) }
      case .penalty(let width, let cost, let flagged, let hang):
        let isForced = cost <= -BreakItem.infinity
        if isForced || (cost < BreakItem.infinity && i < lastBox) {
          found.append(
            Breakpoint(
              item: i, end: end, start: 0, width: width, cost: isForced ? 0 : cost, hang: hang,
              isFlagged: flagged, isForced: isForced))
        }
      }
    }
    if lastBox > (found.last?.item ?? -1) {
      found.append(Breakpoint(at: items.count, end: end, isForced: true))
    }
    var start = items.count
    var i = items.count
    for f in found.indices.reversed() {
      while i > found[f].item + 1 {
        i -= 1
        if items[i].isBox || items[i].isForcedBreak { start = i }
      }
      found[f].start = start
    }
    return found
  }
}

extension Breakpoint {
  fileprivate init(at item: Int, end: Int, isForced: Bool = false) {
    self.init(
      item: item, end: end, start: 0, width: 0, cost: 0, hang: 0, isFlagged: false,
      isForced: isForced)
  }
}

extension BreakItem {
  fileprivate var isForcedBreak: Bool {
    if case .penalty(_, let cost, _, _) = self { cost <= -BreakItem.infinity } else { false }
  }
}
