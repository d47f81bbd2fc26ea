/// What the breaker strives for.
package struct BreakParameters: Hashable, Sendable {
  package enum Shape: Hashable, Sendable {
    /// Glue takes its natural width; lines are ragged.
    case ragged
    /// Glue stretches and shrinks to fill the measure.
    case justified
  }

  package enum Method: Hashable, Sendable, CaseIterable {
    /// Each line takes what fits.
    case firstFit
    /// The lines of the paragraph are chosen together (Knuth and Plass 1981).
    case totalFit
  }

  package var method: Method
  package var shape: Shape
  /// Most consecutive flagged breaks; 0 is no limit.
  package var ladder: Int
  /// The width in points below which a last line looks like a fragment; half as much again where
  /// it is a single word.
  package var fragment: Double
  /// Whether ragged lines are made about equally long, as a heading's should be.
  package var balances: Bool
  package var costs: BreakCosts

  package init(
    method: Method = .totalFit, shape: Shape, ladder: Int, fragment: Double = 0,
    balances: Bool = false, costs: BreakCosts = .standard
  ) {
    (self.method, self.shape, self.ladder) = (method, shape, ladder)
    (self.fragment, self.balances, self.costs) = (fragment, balances, costs)
  }
}
