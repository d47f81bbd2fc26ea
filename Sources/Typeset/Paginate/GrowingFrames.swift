/// Gives frames that may grow the height of their contents, and moves the column out of their way.
struct GrowingFrames {
  let setter: FixedFrameSetter

  /// The plan with each growing frame as tall as it needs to be.
  ///
  /// Only the first page's column moves: what grows is the address above it.
  func settle(_ plan: Plan) -> Plan {
    var plan = plan
    for index in plan.fixed.indices where plan.fixed[index].overflow == .grow {
      let frame = plan.fixed[index].frame
      let excess = setter.height(of: plan.fixed[index]) - frame.size.height
      guard excess > .zero else { continue }
      plan.fixed[index].frame = Rect(
        origin: frame.origin,
        size: Size(width: frame.size.width, height: frame.size.height + excess))
      let first = plan.regions.first
      // Whole lines of the column, so that what stands beside it stays level with its lines.
      let leading = plan.grid?.leading ?? plan.flow.firstLeading
      let shift = leading > .zero ? leading * (excess / leading).rounded(.up) : excess
      plan.regions.first = Rect(
        x: first.minX, y: first.minY + shift, width: first.size.width,
        height: max(.zero, first.size.height - shift))
    }
    return plan
  }
}

extension [FlowBlock] {
  /// The leading of the column's first paragraph; zero if it has none.
  fileprivate var firstLeading: Length {
    for case .paragraph(let plan) in self { return plan.style.leading }
    return .zero
  }
}
