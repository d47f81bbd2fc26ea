extension FlowBlock {
  /// What it stands in, from within to without; signatures stand in nothing.
  var within: [Surrounding] {
    switch self {
    case .paragraph(let plan): plan.within
    case .table(let plan): plan.within
    case .image(let plan): plan.within
    case .rule(let plan): plan.within
    case .row: []
    }
  }

  /// The block as one that stands in one thing more.
  func standing(in surrounding: Surrounding) -> FlowBlock {
    switch self {
    case .paragraph(var plan):
      plan.within.append(surrounding)
      return .paragraph(plan)
    case .table(var plan):
      plan.within.append(surrounding)
      return .table(plan)
    case .image(var plan):
      plan.within.append(surrounding)
      return .image(plan)
    case .rule(var plan):
      plan.within.append(surrounding)
      return .rule(plan)
    case .row: return self
    }
  }

  /// The box of the call-out that it stands in.
  var callout: CalloutBox? {
    for case .callout(let box) in within { return box }
    return nil
  }

  /// The bars beside it, from within to without.
  var bars: [QuotationBar] {
    within.compactMap { if case .quotation(let bar) = $0 { bar } else { nil } }
  }
}
