/// Which items of two lists stand for each other, in the order of both.
///
/// Items that each list has once are anchors (patience diff): they tell better what stayed than the
/// longest common subsequence of words that are everywhere. Between anchors it is that one, where the
/// stretches are short enough.
func aligned<Item: Hashable>(_ old: [Item], _ new: [Item]) -> [(old: Int, new: Int)] {
  var numbers: [Item: Int] = [:]
  func numbered(_ items: [Item]) -> [Int] {
    items.map { item in
      if let known = numbers[item] { return known }
      numbers[item] = numbers.count
      return numbers.count - 1
    }
  }
  var alignment = Alignment(old: numbered(old), new: numbered(new))
  alignment.run()
  return alignment.pairs.sorted { $0.old < $1.old }
}

/// An alignment in the making, over items as numbers.
private struct Alignment {
  let old: [Int]
  let new: [Int]
  private(set) var pairs: [(old: Int, new: Int)] = []

  /// The most cells of the table that finds a longest common subsequence.
  private static let tableLimit = 4_000_000

  init(old: [Int], new: [Int]) {
    self.old = old
    self.new = new
  }

  mutating func run() {
    var waiting = [(old.indices, new.indices)]
    while let (first, second) = waiting.popLast() {
      let (a, b) = withoutEqualEnds(first, second)
      guard !a.isEmpty, !b.isEmpty else { continue }
      let anchors = anchors(a, b)
      guard !anchors.isEmpty else {
        alignByTable(a, b)
        continue
      }
      var (x, y) = (a.lowerBound, b.lowerBound)
      for anchor in anchors {
        waiting.append((x..<anchor.old, y..<anchor.new))
        pairs.append(anchor)
        (x, y) = (anchor.old + 1, anchor.new + 1)
      }
      waiting.append((x..<a.upperBound, y..<b.upperBound))
    }
  }

  private mutating func withoutEqualEnds(
    _ first: Range<Int>, _ second: Range<Int>
  ) -> (Range<Int>, Range<Int>) {
    var (a, b) = (first, second)
    while let x = a.first, let y = b.first, old[x] == new[y] {
      pairs.append((x, y))
      (a, b) = (x + 1..<a.upperBound, y + 1..<b.upperBound)
    }
    while let x = a.last, let y = b.last, old[x] == new[y] {
      pairs.append((x, y))
      (a, b) = (a.lowerBound..<x, b.lowerBound..<y)
    }
    return (a, b)
  }

  /// The items that both stretches have once, as far as their order is the same.
  private func anchors(_ a: Range<Int>, _ b: Range<Int>) -> [(old: Int, new: Int)] {
    var places: [Int: (count: Int, old: Int, news: Int, new: Int)] = [:]
    for index in a {
      let known = places[old[index]]
      places[old[index]] = ((known?.count ?? 0) + 1, index, 0, 0)
    }
    for index in b {
      guard let known = places[new[index]] else { continue }
      places[new[index]] = (known.count, known.old, known.news + 1, index)
    }
    let single = places.values.filter { $0.count == 1 && $0.news == 1 }
      .map { (old: $0.old, new: $0.new) }.sorted { $0.old < $1.old }
    return longestRising(single)
  }

  /// The longest part of pairs in the order of the first list that is in the order of the second too.
  private func longestRising(_ items: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
    // The last item of the best row of each length, and what stands before each item in its row.
    var lasts: [Int] = []
    var before = [Int?](repeating: nil, count: items.count)
    for index in items.indices {
      var (low, high) = (0, lasts.count)
      while low < high {
        let middle = (low + high) / 2
        if items[lasts[middle]].new < items[index].new { low = middle + 1 } else { high = middle }
      }
      before[index] = low > 0 ? lasts[low - 1] : nil
      if low == lasts.count { lasts.append(index) } else { lasts[low] = index }
    }
    var row: [(old: Int, new: Int)] = []
    var next = lasts.last
    while let index = next {
      row.append(items[index])
      next = before[index]
    }
    return row.reversed()
  }

  /// Adds a longest common subsequence; nothing where that takes too much room.
  private mutating func alignByTable(_ a: Range<Int>, _ b: Range<Int>) {
    guard a.count <= Self.tableLimit / b.count else { return }
    let width = b.count + 1
    var lengths = [Int32](repeating: 0, count: (a.count + 1) * width)
    for i in (0..<a.count).reversed() {
      for j in (0..<b.count).reversed() {
        lengths[i * width + j] =
          old[a.lowerBound + i] == new[b.lowerBound + j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if old[a.lowerBound + i] == new[b.lowerBound + j] {
        pairs.append((a.lowerBound + i, b.lowerBound + j))
        (i, j) = (i + 1, j + 1)
      } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
  }
}
