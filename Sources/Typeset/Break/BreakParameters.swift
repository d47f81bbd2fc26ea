/// What the breaker strives for.
struct BreakParameters: Hashable, Sendable {
  enum Shape: Hashable, Sendable {
    /// Glue takes its natural width; lines are ragged.
    case ragged
    /// Glue stretches and shrinks to fill the measure.
    case justified
  }

  enum Method: Hashable, Sendable {
    /// Each line takes what fits.
    case firstFit
    /// The lines of the paragraph are chosen together.
    case totalFit
  }

  var shape: Shape
  /// Most consecutive flagged breaks; 0 is no limit.
  var ladder: Int
  var method = Method.totalFit
}
