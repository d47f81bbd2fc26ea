import LineBreaking

/// Breaks a paragraph by a method, with the other parameters as they are.
func breakParagraph(
  _ items: [BreakItem], breaking method: BreakParameters.Method, measures: [Double],
  parameters: BreakParameters
) -> BrokenParagraph {
  var parameters = parameters
  parameters.method = method
  return breakParagraph(items, measures: measures, parameters: parameters)
}

extension BreakCosts {
  /// Costs of which each can decide a short paragraph, in the scale of one hyphen of 50.
  static var mild: BreakCosts {
    var costs = BreakCosts.paper
    (costs.finalHyphen, costs.loneWord, costs.lonePiece) = (5_000, 5_000, 30_000)
    return costs
  }

  /// The costs of *Breaking Paragraphs into Lines* (page 1129), which its own examples need.
  static var paper: BreakCosts {
    var costs = BreakCosts()
    (costs.fullBadness, costs.looserBadness) = (100, nil)
    (costs.loose, costs.veryLoose) = (0, 0)
    (costs.hyphen, costs.hyphenShare, costs.narrowMeasure) = (0, 1, 0)
    (costs.doubleHyphen, costs.uneven, costs.finalHyphen) = (3_000, 3_000, 0)
    (costs.loneWord, costs.lonePiece, costs.tolerance) = (0, 0, 1)
    return costs
  }
}
