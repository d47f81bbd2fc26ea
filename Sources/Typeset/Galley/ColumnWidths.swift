import LineBreaking

/// Shares out a measure among the columns of a table, by what their cells need and want.
///
/// The automatic table layout of CSS 2.2 (17.5.2.2): a column is never narrower than its widest
/// unbreakable piece, and columns that want more share what is left in proportion to it.
struct ColumnWidths {
  /// The narrowest width of each column: its widest piece without a break.
  var minimum: [Double]
  /// The width of each column without any break.
  let maximum: [Double]

  /// The widths of the columns within a measure.
  ///
  /// - Returns: the widths, and by how much they exceed the measure if they cannot fit.
  func share(_ measure: Double, fills: Bool) -> (widths: [Double], excess: Double) {
    let least = minimum.reduce(0, +)
    let most = maximum.reduce(0, +)
    if most <= measure {
      guard fills, most > 0 else { return (maximum, 0) }
      let spare = measure - most
      return (maximum.map { $0 + spare * $0 / most }, 0)
    }
    guard least < measure else {
      // Nothing gives: shrink all alike, and let the caller say so.
      let factor = least > 0 ? measure / least : 1
      return (minimum.map { $0 * factor }, least - measure)
    }
    return (shareOut(measure), 0)
  }

  /// Columns that want no more than an equal share get all they want, so that short cells stay on
  /// one line; the others share what is left in proportion to what they want beyond their minimum.
  private func shareOut(_ measure: Double) -> [Double] {
    var widths = [Double?](repeating: nil, count: maximum.count)
    var room = measure
    while true {
      let open = widths.indices.filter { widths[$0] == nil }
      let share = room / Double(max(1, open.count))
      let content = open.filter { index in
        // The others must keep their minimum.
        let others = open.reduce(0) { $0 + ($1 == index ? 0 : minimum[$1]) }
        return maximum[index] <= share && room - maximum[index] >= others
      }
      guard let next = content.first else { break }
      widths[next] = maximum[next]
      room -= maximum[next]
    }
    let open = widths.indices.filter { widths[$0] == nil }
    let least = open.reduce(0) { $0 + minimum[$1] }
    let wanted = open.reduce(0) { $0 + max(0, maximum[$1] - minimum[$1]) }
    for index in open {
      let want = max(0, maximum[index] - minimum[index])
      widths[index] = minimum[index] + (wanted > 0 ? (room - least) * want / wanted : 0)
    }
    return widths.map { $0 ?? 0 }
  }

  /// What one shaped paragraph needs at least and wants at most.
  static func extremes(of items: [BreakItem]) -> (minimum: Double, maximum: Double) {
    var widest = 0.0
    var piece = 0.0
    var line = 0.0
    var whole = 0.0
    // Whether the last item forbade a break, so that glue after it is none.
    var isTied = false
    for item in items {
      switch item {
      case .box(let width):
        isTied = false
        piece += width
        line += width
      case .glue(let width, _, _):
        line += width
        if isTied {
          piece += width
        } else {
          widest = max(widest, piece)
          piece = 0
        }
        isTied = false
      case .penalty(let width, let cost, _, _):
        if cost <= -BreakItem.infinity {
          whole = max(whole, line)
          line = 0
        }
        isTied = cost >= BreakItem.infinity
        guard !isTied else { continue }
        widest = max(widest, piece + width)
        piece = 0
      }
    }
    return (max(widest, piece), max(whole, line))
  }
}
