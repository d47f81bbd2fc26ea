import LineBreaking

extension BlockSetter {
  /// A paragraph shaped and broken into lines of its measure.
  ///
  /// A word that is wider than its line and has no place to be divided is divided anywhere, and
  /// told of, before it is refused.
  func broken(
    _ plan: ParagraphPlan, measure: Length, page: PageNumbers
  ) -> (ShapedParagraph, BrokenParagraph) {
    let shaped = shaper.shape(plan, page: page)
    let lines = breakLines(shaped, measure: measure)
    guard !lines.overfull.isEmpty else { return (shaped, lines) }
    var (divided, dividedLines) = (shaped, lines)
    if shaped.text.bytes.count < Self.longParagraph {
      // Narrower words are divided too where spaces that hold them together make them too wide.
      for width in [min(measure, measure - plan.indentFirst).points, 0]
      where !dividedLines.overfull.isEmpty {
        divided = shaper.shape(plan, page: page, lastResort: LastResort(width: width))
        dividedLines = breakLines(divided, measure: measure)
      }
    }
    if dividedLines.overfull.isEmpty {
      report(lines, shaped, measure, isError: false)
    } else {
      report(dividedLines, divided, measure, isError: true)
    }
    return (divided, dividedLines)
  }

  /// A last line shorter than this looks like a fragment.
  private static let fragment = Length.mm(8)

  /// The bytes of a paragraph that is not worth so much trouble.
  private static var longParagraph: Int { 200_000 }

  private func breakLines(_ shaped: ShapedParagraph, measure: Length) -> BrokenParagraph {
    let style = shaped.plan.style
    let first = (measure - shaped.plan.indentFirst).points
    return breakParagraph(
      shaped.breakItems, measures: [first, measure.points],
      parameters: BreakParameters(
        method: style.breaking == .firstFit ? .firstFit : .totalFit,
        shape: style.alignment == .justify ? .justified : .ragged,
        ladder: style.hyphenation.ladder, fragment: Self.fragment.points,
        balances: style.balances))
  }

  /// Tells of the longest word on each line that is too wide.
  private func report(
    _ broken: BrokenParagraph, _ shaped: ShapedParagraph, _ measure: Length, isError: Bool
  ) {
    let extents = LineBuilder(paragraph: shaped, shaper: shaper).extents(of: broken)
    for index in broken.overfull where extents.indices.contains(index) {
      let words = shaped.text.string(extents[index].range).split(separator: " ")
      let longest = words.max { $0.count < $1.count } ?? ""
      let place = shaped.plan.place.map { $0.first(longest) } ?? nil
      let width = (measure.millimetres * 10).rounded() / 10
      let message = "\(quoted(longest)) is wider than its measure of \(width) mm"
      let hint = "shorten it, or mark where it may be divided with a soft hyphen (U+00AD)"
      diagnostics.add(
        isError
          ? .error(message, at: place, hint: hint)
          : .warning(message + " and is divided anywhere", at: place, hint: hint))
    }
  }
}
