import LineBreaking

/// Sets paragraphs in lines of a measure.
struct LineSetter {
  let shaper: Shaper

  /// A last line shorter than this looks like a fragment.
  private static let fragment = Length.mm(8)

  /// The bytes of a paragraph that is not worth the trouble of a last resort.
  private static let longParagraph = 200_000

  /// The lines of a paragraph, from its ``ParagraphPlan/start`` on.
  ///
  /// A word that is wider than its line and has no place to be divided is divided anywhere, and
  /// told of, before it is refused.
  ///
  /// - Parameters:
  ///   - measure: the width of its lines, without its indents.
  ///   - page: what stands for page numbers in its text.
  func set(_ plan: ParagraphPlan, measure: Length, page: PageNumbers) -> [ParagraphLine] {
    guard let memory = shaper.kept as? LineMemory else {
      return setAnew(plan, measure: measure, page: page)
    }
    return memory.lines(of: plan, measure: measure, page: page) {
      setAnew(plan, measure: measure, page: page)
    }
  }

  private func setAnew(
    _ plan: ParagraphPlan, measure: Length, page: PageNumbers
  ) -> [ParagraphLine] {
    let shaped = shaper.shape(plan, page: page)
    let lines = breakLines(shaped, measure)
    guard !lines.overfull.isEmpty else { return set(shaped, lines, measure, []) }
    var (divided, dividedLines) = (shaped, lines)
    if shaped.text.bytes.count < Self.longParagraph {
      // Narrower words are divided too where spaces that hold them together make them too wide.
      for width in [min(measure, measure - indentFirst(plan)).points, 0]
      where !dividedLines.overfull.isEmpty {
        divided = shaper.shape(plan, page: page, lastResort: LastResort(width: width))
        dividedLines = breakLines(divided, measure)
      }
    }
    let isSet = dividedLines.overfull.isEmpty
    let found =
      isSet
      ? tooWide(lines, shaped, measure, isError: false)
      : tooWide(dividedLines, divided, measure, isError: true)
    return set(divided, dividedLines, measure, found)
  }

  /// A short text on a line of its own, however wide it is.
  func line(_ plan: ParagraphPlan, measure: Length) -> ParagraphLine {
    let shaped = shaper.shape(plan)
    let whole = LineExtent(range: 0..<shaped.text.bytes.count)
    let built = LineBuilder(paragraph: shaped, shaper: shaper)
      .build(whole, indent: .zero, measure: measure)
    return ParagraphLine(
      line: built.line, images: built.images,
      range: whole.range, isHyphenated: false, notes: [], isOverfull: false,
      problems: shaped.findings.map(\.diagnostic))
  }

  private func indentFirst(_ plan: ParagraphPlan) -> Length {
    plan.start == 0 ? plan.indentFirst : .zero
  }

  private func breakLines(_ shaped: ShapedParagraph, _ measure: Length) -> BrokenParagraph {
    let style = shaped.plan.style
    let first = (measure - indentFirst(shaped.plan)).points
    return breakParagraph(
      shaped.breakItems, measures: [first, measure.points],
      parameters: BreakParameters(
        method: style.breaking == .firstFit ? .firstFit : .totalFit,
        shape: style.alignment == .justify ? .justified : .ragged,
        ladder: style.hyphenation.ladder, fragment: Self.fragment.points,
        balances: style.balances))
  }

  private func set(
    _ shaped: ShapedParagraph, _ broken: BrokenParagraph, _ measure: Length,
    _ tooWide: [ShapedParagraph.Finding]
  ) -> [ParagraphLine] {
    let builder = LineBuilder(paragraph: shaped, shaper: shaper)
    var extents = builder.extents(of: broken)
    // A bullet without words has a line all the same.
    if extents.isEmpty, shaped.plan.label != nil { extents = [LineExtent(range: 0..<0)] }
    let findings = tooWide + shaped.findings
    let notes = shaped.notes
    return extents.enumerated().map { index, extent in
      let first = index == 0 ? indentFirst(shaped.plan) : .zero
      func isHere(_ finding: ShapedParagraph.Finding) -> Bool {
        extent.range.contains(finding.offset)
      }
      let built = builder.build(
        extent, indent: shaped.plan.indentLeft + first, measure: measure - first)
      return ParagraphLine(
        line: built.line, images: built.images,
        range: extent.range, isHyphenated: extent.hyphenated,
        notes: notes.filter { extent.range.contains($0.offset) }.map(\.note),
        isOverfull: tooWide.contains(where: isHere),
        problems: findings.isEmpty ? [] : findings.filter(isHere).map(\.diagnostic))
    }
  }

  /// Tells of the longest word on each line that is too wide.
  private func tooWide(
    _ broken: BrokenParagraph, _ shaped: ShapedParagraph, _ measure: Length, isError: Bool
  ) -> [ShapedParagraph.Finding] {
    let extents = LineBuilder(paragraph: shaped, shaper: shaper).extents(of: broken)
    return broken.overfull.filter { extents.indices.contains($0) }.map { index in
      let words = shaped.text.string(extents[index].range).split(separator: " ")
      let longest = words.max { $0.count < $1.count } ?? ""
      let width = (measure.millimetres * 10).rounded() / 10
      if let image = shaped.image(
        in: extents[index].range, widerThan: min(measure, measure - indentFirst(shaped.plan)))
      {
        return .init(
          offset: extents[index].range.lowerBound,
          diagnostic: .error(
            .tooWide,
            "the image \(quoted(image.content.name)) is wider than its measure of \(width) mm",
            at: image.place, hint: "give it a smaller width, or put it in a paragraph of its own"))
      }
      let place = shaped.plan.place.map { $0.first(longest) } ?? nil
      let message: DiagnosticText = "\(quoted(longest)) is wider than its measure of \(width) mm"
      let hint: DiagnosticText =
        "shorten it, or mark where it may be divided with a soft hyphen (U+00AD)"
      return .init(
        offset: extents[index].range.lowerBound,
        diagnostic: isError
          ? .error(.tooWide, message, at: place, hint: hint)
          : .warning(.tooWide, "\(message) and is divided anywhere", at: place, hint: hint))
    }
  }
}

/// Where a text refers to a footnote.
private struct NoteMark {
  let offset: Int
  let note: Int
}

extension ShapedParagraph {
  /// The footnotes that the text refers to, in order.
  fileprivate var notes: [NoteMark] {
    var notes: [NoteMark] = []
    for span in text.spans {
      guard let note = plan.inlines[span.inline].note else { continue }
      notes.append(NoteMark(offset: span.range.lowerBound, note: note))
    }
    return notes
  }
}

extension ShapedParagraph {
  /// An image on a line that is too wide for any.
  fileprivate func image(
    in range: Range<Int>, widerThan measure: Length
  ) -> (content: ImageResource, place: SourceRange?)? {
    for item in items where range.contains(item.range.lowerBound) {
      guard let size = item.image, size.width > measure else { continue }
      let inline = plan.inlines[item.inline]
      if let image = inline.image { return (image.image, inline.place) }
    }
    return nil
  }
}
