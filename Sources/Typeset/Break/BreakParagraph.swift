/// Breaks a paragraph into lines.
///
/// - Parameters:
///   - items: what is to be set; after the last box the paragraph ends, with or without a penalty.
///   - measures: the measure of each line in points; the last one holds for all that follow.
func breakParagraph(
  _ items: [BreakItem], breaking: ParagraphStyle.Breaking, measures: [Double],
  parameters: BreakParameters
) -> BrokenParagraph {
  let text = BreakableText(items)
  let measures = measures.isEmpty ? [0] : measures
  let chosen: [Int]
  switch (breaking, parameters.shape) {
  case (.firstFit, _):
    chosen = FirstFit(text: text, measures: measures, parameters: parameters).chooseBreaks()
  case (.totalFit, .ragged): chosen = chooseRagged(text, measures, parameters)
  case (.totalFit, .justified): chosen = chooseJustified(text, measures, parameters)
  }
  let lines = ChosenLines(text, chosen, measures, parameters.shape)
  return BrokenParagraph(
    breaks: zip(chosen, lines.fits).map { index, fit in
      BrokenParagraph.Break(
        item: text.breakpoints[index].item, ratio: min(fit.ratio, parameters.costs.looserTolerance))
    },
    overfull: lines.fits.indices.filter { !lines.fits[$0].fits })
}

/// Tries tighter demands first: no loose line is made where a better way through exists.
private func chooseJustified(
  _ text: BreakableText, _ measures: [Double], _ parameters: BreakParameters
) -> [Int] {
  var search = TotalFit(text, measures, parameters)
  for tolerance in [parameters.costs.tolerance, parameters.costs.looserTolerance, .infinity] {
    search.tolerance = tolerance
    if let found = search.chooseBreaks() { return found }
  }
  search.isEmergency = true
  return search.chooseBreaks() ?? []
}

/// Weighs raggedness against hyphens so that the paragraph has no more of either than first-fit.
///
/// Ragged text has two faults, and less of one is often bought with more of the other. First-fit
/// is where readers start from, so both must be at least as good as there; with that kept, hyphens
/// count as much as they may. Each try halves what is known of the right weight.
private func chooseRagged(
  _ text: BreakableText, _ measures: [Double], _ parameters: BreakParameters
) -> [Int] {
  let greedy = FirstFit(text: text, measures: measures, parameters: parameters).chooseBreaks()
  let limit = ChosenLines(text, greedy, measures, .ragged).faults
  var (best, bestHyphens) = (greedy, Int.max)
  var (light, tooHeavy): (Double, Double?) = (0, nil)
  var search = TotalFit(text, measures, parameters)
  for _ in 0..<tries(text) {
    let found = chooseRagged(&search)
    let faults = ChosenLines(text, found, measures, .ragged).faults
    let isWithin = faults.isWithin(limit)
    if isWithin, faults.hyphens < bestHyphens { (best, bestHyphens) = (found, faults.hyphens) }
    if isWithin && tooHeavy == nil { break }
    if isWithin || faults.hyphens > limit.hyphens {
      light = search.weight
    } else {
      tooHeavy = search.weight
    }
    search.weight = tooHeavy.map { ($0 + light) / 2 } ?? search.weight * 2
  }
  return best
}

/// Tries enough to come within a few hundredths of the right weight; one for text that no letter
/// has, so that its time stays small.
private func tries(_ text: BreakableText) -> Int { text.breakpoints.count > 100_000 ? 1 : 6 }

private func chooseRagged(_ search: inout TotalFit) -> [Int] {
  search.isEmergency = false
  if let found = search.chooseBreaks() { return found }
  search.isEmergency = true
  return search.chooseBreaks() ?? []
}
