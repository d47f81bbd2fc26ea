/// Where a paragraph was broken.
package struct BrokenParagraph: Hashable, Sendable {
  package struct Break: Hashable, Sendable {
    /// The index of the item broken at; the number of items for the end of the paragraph.
    package var item: Int
    /// Stretch (positive) or shrink (negative) used by the line, as a share of what it has;
    /// 0 for ragged lines.
    package var ratio: Double

    package init(item: Int, ratio: Double) { (self.item, self.ratio) = (item, ratio) }
  }
  package var breaks: [Break]
  /// Lines wider than the measure, by index; empty when all fit.
  package var overfull: [Int]

  package init(breaks: [Break], overfull: [Int]) {
    (self.breaks, self.overfull) = (breaks, overfull)
  }
}

extension BrokenParagraph {
  /// The items set on a line: glue and penalties at its ends are left out.
  ///
  /// The penalty broken at is not among them; it is `items[breaks[line].item]`.
  package func content(ofLine line: Int, in items: [BreakItem]) -> Range<Int> {
    guard breaks.indices.contains(line) else { return 0..<0 }
    var end = min(breaks[line].item, items.count)
    var start = 0
    if line > 0 {
      start = min(breaks[line - 1].item + 1, end)
      while start < end, !items[start].isBox { start += 1 }
    }
    while end > start, !items[end - 1].isBox { end -= 1 }
    return start..<end
  }
}

extension BreakItem {
  package var isBox: Bool {
    if case .box = self { true } else { false }
  }
}
