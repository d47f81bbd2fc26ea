/// Chooses the widths of a table's columns so that its rows are low and its words whole.
///
/// White is taken first where it costs least: from a start between what the columns need and what
/// they want, width moves from one column to another as long as the rows get lower or fewer words
/// are divided.
struct ColumnChoice {
  /// The cells by row and column.
  let rows: [[CellText]]
  /// The least width of each column.
  let least: [Double]

  /// Cells looked at; a long table is judged by its tallest rows.
  private static let mostCells = 600
  /// The steps in points by which width moves, wide ones first.
  private static let steps = [40.0, 20, 10, 5, 2.5]

  /// The best widths found from a start, with the same sum.
  func improve(_ start: [Double]) -> [Double] {
    guard start.count > 1, !rows.isEmpty else { return start }
    let sample = tallest(start)
    var widths = start
    var extents = sample.map { row in row.enumerated().map { extent($1, start, $0) } }
    var best = cost(extents)
    for step in Self.steps {
      var isBetter = true
      var rounds = 0
      while isBetter, rounds < 8 {
        isBetter = false
        rounds += 1
        for from in widths.indices where widths[from] - step >= least[from] {
          for to in widths.indices
          where to != from && widths[from] - step >= least[from] {
            var tried = widths
            tried[from] -= step
            tried[to] += step
            let changed = moved(extents, sample, tried, [from, to])
            let cost = cost(changed)
            if cost < best - 1e-9 {
              (best, widths, extents, isBetter) = (cost, tried, changed, true)
            }
          }
        }
      }
    }
    return widths
  }

  private typealias Extent = (lines: Int, faults: Double)

  private func extent(_ cell: CellText, _ widths: [Double], _ column: Int) -> Extent {
    widths.indices.contains(column) ? cell.extent(in: widths[column]) : (0, 0)
  }

  /// The extents with those of two columns counted anew.
  private func moved(
    _ extents: [[Extent]], _ sample: [[CellText]], _ widths: [Double], _ columns: [Int]
  ) -> [[Extent]] {
    var extents = extents
    for row in sample.indices {
      for column in columns where sample[row].indices.contains(column) {
        extents[row][column] = extent(sample[row][column], widths, column)
      }
    }
    return extents
  }

  /// The heights of all rows in lines, half a line for a division at a joint; among equals the one
  /// whose cells have fewer lines in all.
  private func cost(_ extents: [[Extent]]) -> Double {
    extents.reduce(0) { sum, row in
      let height = row.reduce(0) { max($0, $1.lines) }
      let faults = row.reduce(0) { $0 + $1.faults }
      let lines = row.reduce(0) { $0 + $1.lines }
      return sum + Double(height) + faults + Double(lines) * 0.01
    }
  }

  private func tallest(_ widths: [Double]) -> [[CellText]] {
    let count = max(1, Self.mostCells / widths.count)
    guard rows.count > count else { return rows }
    let heights = rows.map { row in
      row.enumerated().reduce(0) { max($0, extent($1.element, widths, $1.offset).lines) }
    }
    return rows.indices.sorted { (-heights[$0], $0) < (-heights[$1], $1) }.prefix(count)
      .sorted().map { rows[$0] }
  }
}
