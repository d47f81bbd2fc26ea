/// Gives the numbers of lists the room they need: `100.` and `viii.` push their whole list in.
struct ListIndents {
  let shaper: Shaper

  /// The plan with every block as far in as the widest label of each of its lists asks for.
  func settle(_ plan: Plan) -> Plan {
    var plan = plan
    var excess: [Int: Length] = [:]
    for case .paragraph(let paragraph) in plan.flow { measure(paragraph, &excess) }
    for paragraph in plan.footnotes.joined() { measure(paragraph, &excess) }
    guard !excess.isEmpty else { return plan }
    plan.flow = plan.flow.map { $0.widened(by: excess) }
    plan.footnotes = plan.footnotes.map { note in note.map { $0.widened(by: excess) } }
    return plan
  }

  private func measure(_ plan: ParagraphPlan, _ excess: inout [Int: Length]) {
    guard let label = plan.label, case .widens(let list) = label.overflow else { return }
    let needed = shaper.width(of: label, in: plan) + plan.labelGap
    guard needed > label.width else { return }
    excess[list] = max(excess[list] ?? .zero, needed - label.width)
  }
}

extension FlowBlock {
  fileprivate func widened(by excess: [Int: Length]) -> FlowBlock {
    switch self {
    case .paragraph(let plan): return .paragraph(plan.widened(by: excess))
    case .table(var plan):
      let shift = plan.within.shift(excess)
      plan.indentLeft += shift
      plan.caption?.indentLeft += shift
      plan.within = plan.within.widened(by: excess)
      return .table(plan)
    case .image(var plan):
      plan.indentLeft += plan.within.shift(excess)
      plan.within = plan.within.widened(by: excess)
      return .image(plan)
    case .rule(var plan):
      plan.indentLeft += plan.within.shift(excess)
      plan.within = plan.within.widened(by: excess)
      return .rule(plan)
    case .row: return self
    }
  }
}

extension ParagraphPlan {
  fileprivate func widened(by excess: [Int: Length]) -> ParagraphPlan {
    var plan = self
    let shift = within.shift(excess)
    plan.indentLeft += shift
    plan.within = within.widened(by: excess)
    guard let label, case .widens(let list) = label.overflow else {
      plan.label?.x += shift
      return plan
    }
    // Its own list moves the text; those around it move both.
    let own = excess[list] ?? .zero
    plan.label?.width += own
    plan.label?.x += shift - own
    return plan
  }
}

extension [Surrounding] {
  /// How far what stands in all of them is moved in.
  fileprivate func shift(_ excess: [Int: Length]) -> Length {
    reduce(.zero) { sum, surrounding in
      guard case .list(let number) = surrounding else { return sum }
      return sum + (excess[number] ?? .zero)
    }
  }

  /// The same with each bar and box moved by the lists around it.
  fileprivate func widened(by excess: [Int: Length]) -> [Surrounding] {
    indices.map { index in
      let shift = Array(self[(index + 1)...]).shift(excess)
      switch self[index] {
      case .list: return self[index]
      case .quotation(var bar):
        bar.x += shift
        return .quotation(bar)
      case .callout(var box):
        box.left += shift
        return .callout(box)
      }
    }
  }
}
