/// What stands beside the first line of a paragraph: bullets, numbers, terms, marks in the margin.
extension BlockSetter {
  /// The label on the baseline of the first line.
  func label(_ plan: ParagraphPlan, _ line: Line) -> [Placed<FrameItem>] {
    guard let label = plan.label else { return [] }
    return aside(
      label.inlines, plan, x: label.x,
      width: label.alignsRight ? label.width - plan.labelGap : label.width,
      alignment: label.alignsRight ? .right : .left, below: line)
  }

  /// The label as a paragraph of its own, if it is wider than its room and may stand above the text.
  func labelAbove(_ plan: ParagraphPlan) -> ParagraphPlan? {
    guard let label = plan.label, label.overflow == .standsAbove,
      width(of: label, plan) > label.width
    else { return nil }
    var above = plan
    above.inlines = label.inlines
    above.label = nil
    above.style.alignment = .left
    above.indentLeft = label.x
    above.indentFirst = .zero
    return above
  }

  /// How wide a label is on a line of its own.
  func width(of label: LabelPlan, _ plan: ParagraphPlan) -> Length {
    let items = shaper.shape(asideParagraph(label.inlines, plan)).breakItems
    return .pt(ColumnWidths.extremes(of: items).maximum)
  }

  /// `./.` in the left margin.
  func marginMark(_ plan: ParagraphPlan, _ line: Line) -> [Placed<FrameItem>] {
    guard !plan.marginMark.isEmpty else { return [] }
    let width = Length.mm(10)
    return aside(
      plan.marginMark, plan, x: -width - .mm(2), width: width, alignment: .right, below: line)
  }

  /// Sets a short text beside the first line, on its baseline.
  private func aside(
    _ inlines: [InlinePlan], _ plan: ParagraphPlan, x: Length, width: Length,
    alignment: ParagraphStyle.Alignment, below line: Line
  ) -> [Placed<FrameItem>] {
    var own = asideParagraph(inlines, plan)
    own.style.alignment = alignment
    let shaped = shaper.shape(own)
    let builder = LineBuilder(paragraph: shaped, shaper: shaper)
    let whole = LineBuilder.Extent(
      range: 0..<shaped.text.bytes.count, hyphenated: false, wordAtEnd: nil, wordAtStart: nil,
      ratio: 0)
    var spans: [Int: Part] = [:]
    let made = builder.build(
      whole, indent: .zero, measure: width, structure: &structure, spans: &spans)
    let y = line.runs.isEmpty ? .zero : line.baseline - made.baseline
    return [Placed(item: .line(made), origin: Point(x: x, y: y))]
  }

  private func asideParagraph(_ inlines: [InlinePlan], _ plan: ParagraphPlan) -> ParagraphPlan {
    var own = ParagraphPlan(
      role: plan.role, inlines: inlines, style: plan.style, textStyle: plan.textStyle)
    own.style.alignment = .left
    own.style.hyphenation.enabled = false
    return own
  }
}

extension ParagraphPlan {
  /// What stays free between a number and its text: the white between two words.
  var labelGap: Length { textStyle.size * 0.25 }
}

extension LineBuilder.Extent {
  /// A line with nothing on it.
  static let nothing = Self(
    range: 0..<0, hyphenated: false, wordAtEnd: nil, wordAtStart: nil, ratio: 0)
}
