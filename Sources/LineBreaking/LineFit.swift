/// How a line fits its measure.
struct LineFit {
  let start: Int
  let end: Int
  let measure: Double
  /// What the measure has left over; negative if the line is naturally wider.
  let slack: Double
  /// Whether the line is not too wide, shrunk as far as it may be.
  let fits: Bool
  /// Whether lines from the same start to later places are too wide as well.
  let isOutOfReach: Bool
  private let stretch: Double
  private let shrink: Double
  private let isFilled: Bool

  init(
    _ text: BreakableText, _ shape: BreakParameters.Shape, from start: Int, to place: Breakpoint,
    measure: Double
  ) {
    (self.start, self.measure) = (start, measure)
    end = place.end
    let boxes = text.width(start, end)
    slack = measure - (boxes + place.width - place.hang)
    stretch = shape == .justified ? text.stretch(start, end) : 0
    shrink = shape == .justified ? text.shrink(start, end) : 0
    fits = slack >= -shrink - BreakCosts.rounding
    // A hyphen may be too wide here where a later break without one is not.
    isOutOfReach = boxes - shrink - text.longestHang > measure + BreakCosts.rounding
    isFilled = place.isForced
  }

  /// The share of the line's stretch or shrink that fills the measure (paper, page 1126).
  ///
  /// The last line, and any that the author ended, is filled up with white.
  var ratio: Double {
    if slack >= 0 {
      if isFilled || slack <= BreakCosts.rounding { return 0 }
      return stretch > 0 ? slack / stretch : .infinity
    }
    return shrink > 0 ? max(-1, slack / shrink) : 0
  }

  /// ``BreakCosts/fullBadness`` times the third power of the ratio (paper, page 1127), and beyond 1
  /// straight lines.
  func badness(_ costs: BreakCosts) -> Double {
    let ratio = min(abs(ratio), BreakCosts.worstRatio)
    if ratio > 1, let looser = costs.looserBadness {
      return costs.fullBadness + looser * (ratio - 1)
        + costs.strain * max(0, ratio - costs.strainFrom)
    }
    return min(BreakCosts.worstBadness, costs.fullBadness * ratio * ratio * ratio)
  }

  /// What the line shows of the measure in ragged text, with its hyphen.
  var width: Double { measure - slack }

  /// The part of the measure left empty in ragged text.
  var emptiness: Double { isFilled ? 0 : max(0, slack) / max(1, measure) }
}
