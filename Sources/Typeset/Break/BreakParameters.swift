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
  var costs = BreakCosts.standard
}
