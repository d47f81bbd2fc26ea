extension ParagraphPlan {
  /// The paragraph with its text and white made smaller.
  func scaled(by factor: Double) -> ParagraphPlan {
    var plan = self
    plan.style.leading = style.leading * factor
    plan.textStyle.size = textStyle.size * factor
    plan.spaceBefore = spaceBefore * factor
    plan.spaceAfter = spaceAfter * factor
    plan.inlines = inlines.map { $0.scaled(by: factor) }
    plan.label?.inlines = label?.inlines.map { $0.scaled(by: factor) } ?? []
    return plan
  }
}

extension InlinePlan {
  fileprivate func scaled(by factor: Double) -> InlinePlan {
    var inline = self
    inline.style.size = style.size * factor
    inline.style.rise = style.rise * factor
    return inline
  }
}
