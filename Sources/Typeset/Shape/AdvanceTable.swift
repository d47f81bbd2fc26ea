/// How far the pen has moved at each byte of a paragraph, and where clusters begin.
struct AdvanceTable: Sendable {
  private var sums: [Double]
  private var isStart: [Bool]

  init(count: Int, items: [ShapedItem]) {
    sums = Array(repeating: 0, count: count + 1)
    isStart = Array(repeating: false, count: count + 1)
    for item in items {
      for (glyph, start) in zip(item.glyphs, item.clusterStarts) where start < count {
        sums[start] += glyph.advance.points
        isStart[start] = true
      }
    }
    isStart[count] = true
    var sum = 0.0
    for index in 0...count {
      let own = sums[index]
      sums[index] = sum
      sum += own
    }
  }

  /// The width of a range in points; a range that begins within a cluster gets none of it.
  func width(_ range: Range<Int>) -> Double { sums[range.upperBound] - sums[range.lowerBound] }

  /// Whether text may be cut before that byte without cutting a cluster.
  func isClusterStart(_ offset: Int) -> Bool { isStart[offset] }
}
