/// Lines of a heading: as few as the measure allows, and about equally long.
///
/// Total-fit alone fills the first lines and leaves the rest for the last; a heading is read as one
/// picture. So the narrowest measure is sought that still makes no more lines.
struct BalancedLines {
  let text: BreakableText
  let measures: [Double]
  let parameters: BreakParameters

  /// Longer texts than this are no headings, and are set as any other.
  private static let mostLines = 6
  /// Halvings of what is not known yet of the measure; the last is below a thousandth.
  private static let steps = 10

  /// The breakpoints of the evenest lines; the given ones if there is nothing to balance.
  func balance(_ full: [Int]) -> [Int] {
    guard (2...Self.mostLines).contains(full.count), !isOverfull(full, 1) else { return full }
    var (best, tooNarrow, wide) = (full, 0.0, 1.0)
    for _ in 0..<Self.steps {
      let factor = (tooNarrow + wide) / 2
      let chosen = chooseBreaks(text, scaled(factor), parameters, [.infinity])
      if chosen.count <= full.count, !isOverfull(chosen, factor) {
        (best, wide) = (chosen, factor)
      } else {
        tooNarrow = factor
      }
    }
    return best
  }

  private func scaled(_ factor: Double) -> [Double] { measures.map { $0 * factor } }

  private func isOverfull(_ chosen: [Int], _ factor: Double) -> Bool {
    fits(of: chosen, in: text, scaled(factor), .ragged).contains { !$0.fits }
  }
}
