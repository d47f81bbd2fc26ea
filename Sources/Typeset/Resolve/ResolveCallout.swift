extension Resolver {
  /// A call-out: its blocks within a box, below its title.
  mutating func callout(
    _ callout: Callout, _ outer: BlockContext, at place: SourceRange
  ) -> [FlowBlock] {
    if outer.isInCallout {
      problems.add(
        .error(
          .callout, "a call-out stands within another", at: place,
          hint: "take it out, or write it as a quotation without [!\(callout.kind.rawValue)]"))
      return []
    }
    let setting = layout.callouts
    var context = outer
    context.parent = add(.aside, under: outer.parent, title: heardTitle(of: callout))
    context.style = .callout
    context.role = .callout
    context.isInCallout = true
    context.indentLeft += setting.padding
    context.indentRight += setting.padding
    var made: [FlowBlock] = []
    if let title = title(of: callout, context, at: place) { made.append(.paragraph(title)) }
    made += blocks(callout.blocks, context)
    calloutCount += 1
    let box = CalloutBox(
      number: calloutCount, left: outer.indentLeft, right: outer.indentRight,
      padding: setting.padding, background: setting.background,
      border: setting.border.thickness > .zero ? setting.border : nil)
    return made.map { $0.standing(in: .callout(box)) }
  }

  /// What a call-out with a title of its own is called where it is heard, `Advarsel: Frist`: its look
  /// says of which kind it is to those alone who see it.
  private func heardTitle(of callout: Callout) -> String? {
    guard !callout.title.isEmpty, let kind = language[callout.kind.word] else { return nil }
    return "\(kind): \(callout.title.plainText)"
  }

  private mutating func title(
    of callout: Callout, _ context: BlockContext, at place: SourceRange
  ) -> ParagraphPlan? {
    let standard = layout.callouts.titles[callout.kind]
    guard !callout.title.isEmpty || standard != nil else { return nil }
    let style = layout.styles[.calloutTitle]
    let look = self.context(style, .element(add(.paragraph, under: context.parent)))
    let inlines =
      callout.title.isEmpty
      ? standard.flatMap { fill($0, look) } : self.inlines(callout.title, look)
    guard let inlines else { return nil }
    var plan = paragraph(.callout, inlines, style, at: place)
    plan.indentLeft += context.indentLeft
    plan.indentRight += context.indentRight
    plan.keep.next = callout.blocks.isEmpty ? nil : .heading
    plan.keep.together = true
    planNotes(of: callout.title, under: context.parent)
    return plan
  }
}

extension Callout.Kind {
  /// The language's word for it.
  fileprivate var word: FixedWord {
    switch self {
    case .note: .calloutNote
    case .tip: .calloutTip
    case .important: .calloutImportant
    case .warning: .calloutWarning
    case .caution: .calloutCaution
    }
  }
}
