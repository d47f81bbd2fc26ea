/// A short text beside the first line of a paragraph.
struct Aside {
  let items: [Placed<FrameItem>]
  let problems: [Diagnostic]
}

/// What stands beside the first line of a paragraph: bullets, numbers, terms, marks in the margin.
extension ColumnSetter {
  /// The label and the mark in the margin, on the baseline of the first line.
  func asides(of plan: ParagraphPlan, beside line: Line) -> [Aside] {
    [label(plan, line), marginMark(plan, line)].compactMap(\.self)
  }

  private func label(_ plan: ParagraphPlan, _ line: Line) -> Aside? {
    guard let label = plan.label else { return nil }
    return aside(
      label.inlines, plan, x: label.x,
      width: label.alignsRight ? label.width - plan.labelGap : label.width,
      alignment: label.alignsRight ? .right : .left, beside: line)
  }

  /// `./.` in the left margin.
  private func marginMark(_ plan: ParagraphPlan, _ line: Line) -> Aside? {
    guard !plan.marginMark.isEmpty else { return nil }
    let width = Length.mm(10)
    return aside(
      plan.marginMark, plan, x: -width - .mm(2), width: width, alignment: .right, beside: line)
  }

  /// Sets a short text beside the first line, on its baseline.
  private func aside(
    _ inlines: [InlinePlan], _ plan: ParagraphPlan, x: Length, width: Length,
    alignment: ParagraphStyle.Alignment, beside line: Line
  ) -> Aside {
    var own = plan.aside(inlines)
    own.style.alignment = alignment
    let set = LineSetter(shaper: shaper).line(own, measure: width)
    let y = line.runs.isEmpty ? .zero : line.baseline - set.line.baseline
    return Aside(
      items: set.items.moved(by: Point(x: x, y: y)), problems: set.problems)
  }

  /// The label as a paragraph of its own, if it is wider than its room and may stand above the text.
  func labelAbove(_ plan: ParagraphPlan) -> ParagraphPlan? {
    guard let label = plan.label, label.overflow == .standsAbove,
      shaper.width(of: label, in: plan) > label.width
    else { return nil }
    var above = plan
    above.inlines = label.inlines
    above.label = nil
    above.style.alignment = .left
    above.indentLeft = label.x
    above.indentFirst = .zero
    return above
  }
}

extension Shaper {
  /// How wide a label is on a line of its own.
  func width(of label: LabelPlan, in plan: ParagraphPlan) -> Length {
    .pt(ColumnWidths.extremes(of: shape(plan.aside(label.inlines)).breakItems).maximum)
  }
}

extension ParagraphPlan {
  /// What stays free between a number and its text: the white between two words.
  var labelGap: Length { textStyle.size * 0.25 }

  /// A short text in the style of the paragraph that it stands beside.
  fileprivate func aside(_ inlines: [InlinePlan]) -> ParagraphPlan {
    var own = ParagraphPlan(role: role, inlines: inlines, style: style, textStyle: textStyle)
    own.style.alignment = .left
    own.style.hyphenation.enabled = false
    return own
  }
}
