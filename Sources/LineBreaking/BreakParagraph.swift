/// Breaks a paragraph into lines.
///
/// - Parameters:
///   - items: what is to be set; after the last box the paragraph ends, with or without a penalty.
///   - measures: the measure of each line in points; the last one holds for all that follow.
package func breakParagraph(
  _ items: [BreakItem], measures: [Double], parameters: BreakParameters
) -> BrokenParagraph {
  let text = BreakableText(items)
  let measures = measures.isEmpty ? [0] : measures
  let chosen: [Int]
  switch (parameters.method, parameters.shape) {
  case (.firstFit, _):
    chosen = FirstFit(text: text, measures: measures, parameters: parameters).chooseBreaks()
  case (.totalFit, .ragged):
    let full = chooseBreaks(text, measures, parameters, [.infinity])
    chosen =
      parameters.balances
      ? BalancedLines(text: text, measures: measures, parameters: parameters).balance(full) : full
  case (.totalFit, .justified):
    chosen = chooseBreaks(text, measures, parameters, [parameters.costs.tolerance, .infinity])
  }
  let fits = fits(of: chosen, in: text, measures, parameters.shape)
  return BrokenParagraph(
    breaks: zip(chosen, fits).map { index, fit in
      BrokenParagraph.Break(
        item: text.breakpoints[index].item, ratio: min(fit.ratio, parameters.costs.tolerance))
    },
    overfull: fits.indices.filter { !fits[$0].fits })
}

/// The best way through within the first tolerance that allows one, else with lines too wide.
func chooseBreaks(
  _ text: BreakableText, _ measures: [Double], _ parameters: BreakParameters,
  _ tolerances: [Double]
) -> [Int] {
  var search = TotalFit(text, measures, parameters)
  for tolerance in tolerances {
    search.tolerance = tolerance
    if let found = search.chooseBreaks() { return found }
  }
  search.isEmergency = true
  return search.chooseBreaks() ?? []
}

/// How the lines that a choice of breakpoints makes fit.
func fits(
  of breakpoints: [Int], in text: BreakableText, _ measures: [Double],
  _ shape: BreakParameters.Shape
) -> [LineFit] {
  var fits: [LineFit] = []
  var start = 0
  for index in breakpoints {
    let place = text.breakpoints[index]
    let measure = measures[min(fits.count, measures.count - 1)]
    fits.append(LineFit(text, shape, from: start, to: place, measure: measure))
    start = place.start
  }
  return fits
}
