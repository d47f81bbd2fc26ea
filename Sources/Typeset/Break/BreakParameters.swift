/// What the breaker strives for.
struct BreakParameters: Hashable, Sendable {
  enum Shape: Hashable, Sendable {
    /// Glue takes its natural width; lines are ragged.
    case ragged
    /// Glue stretches and shrinks to fill the measure.
    case justified
  }
  var shape: Shape
  /// Most consecutive flagged breaks; 0 is no limit.
  var ladder: Int
}

/// Where a paragraph was broken.
struct BrokenParagraph: Hashable, Sendable {
  struct Break: Hashable, Sendable {
    /// The index of the item broken at; the number of items for the end of the paragraph.
    var item: Int
    /// Stretch (positive) or shrink (negative) used by the line, as a share of what it has;
    /// 0 for ragged lines.
    var ratio: Double
  }
  var breaks: [Break]
  /// Lines wider than the measure, by index; empty when all fit.
  var overfull: [Int]
}
