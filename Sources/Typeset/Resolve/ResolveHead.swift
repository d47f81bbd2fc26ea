extension Resolver {
  /// What stands above the text: the notice, the recipients, the subject and the opening.
  mutating func head() -> [FlowBlock] {
    var blocks: [FlowBlock] = []
    if let notice = letter.confidentiality {
      blocks.append(
        .paragraph(paragraph(.notice, notice, .notice, under: StructureTree.root)))
    }
    if layout.recipient.place == .flow { blocks += recipientsInColumn() }
    let subject = layout.subject.isShown ? letter.subject.map { self.subject($0) } : nil
    if layout.subject.precedesOpening, let subject { blocks.append(subject) }
    if let opening = opening() { blocks.append(opening) }
    if !layout.subject.precedesOpening, let subject { blocks.append(subject) }
    return blocks
  }

  private mutating func recipientsInColumn() -> [FlowBlock] {
    guard !letter.recipients.isEmpty else { return [] }
    let section = add(.section, under: StructureTree.root, title: recipientsTitle)
    var paragraphs: [ParagraphPlan] = []
    if let label = layout.recipient.label {
      let style = layout.styles[.recipientLabel]
      let owner = Owner.element(add(.paragraph, under: section))
      if let inlines = fill(label, context(style, owner)) {
        paragraphs.append(paragraph(.recipient, inlines, style, at: nil))
      }
    }
    for (index, recipient) in letter.recipients.enumerated() {
      var lines = self.recipient(recipient, under: section)
      if index > 0, !lines.isEmpty {
        lines[0].spaceBefore = max(lines[0].spaceBefore, layout.recipient.gap)
      }
      paragraphs += lines
    }
    for index in paragraphs.indices {
      paragraphs[index].keep.together = true
      paragraphs[index].keep.withNext = true
    }
    if !paragraphs.isEmpty {
      paragraphs[paragraphs.count - 1].spaceAfter = layout.recipient.spaceAfter
    }
    return paragraphs.map { .paragraph($0) }
  }

  private var recipientsTitle: String? { language.words["recipients"] ?? language.words["to"] }

  /// The lines of one recipient: one paragraph, and one for whom it is for the attention of.
  mutating func recipient(
    _ recipient: Letter.Recipient, under section: ElementID
  ) -> [ParagraphPlan] {
    let style = layout.styles[.recipient]
    var paragraphs: [ParagraphPlan] = []
    let lines = recipient.lines.filter { !$0.value.isEmpty }
    for line in lines { checkLength(of: line) }
    if !lines.isEmpty {
      var look = context(style, .element(add(.paragraph, under: section)))
      look.hyphenates = false
      var inlines: [InlinePlan] = []
      for (index, line) in lines.enumerated() {
        if index > 0 { inlines.append(raw(.lineBreak, look, nil)) }
        inlines += self.inlines(line, look)
      }
      paragraphs.append(paragraph(.recipient, inlines, style, at: lines[0].place))
    }
    if let attention = recipient.attention {
      let style = layout.styles[.attention]
      let look = context(style, .element(add(.paragraph, under: section)))
      let word = self.word("attention", at: attention.place)
      let label = raw(.text(word + " "), look, nil)
      paragraphs.append(
        paragraph(.attention, [label] + inlines(attention, look), style, at: attention.place))
    }
    return paragraphs
  }

  private mutating func checkLength(of line: Located<String>) {
    guard let limit = layout.recipient.lineLimit, line.value.count > limit else { return }
    problems.add(
      .warning(
        "the address line \(quoted(line.value)) has \(line.value.count) characters, more than "
          + "the \(limit) that print services take", at: line.place, hint: "shorten it"))
  }

  private mutating func subject(_ subject: Located<String>) -> FlowBlock {
    headingLevels.base = 1
    let style = layout.styles[.subject]
    let look = context(style, .element(add(.heading(1), under: StructureTree.root)))
    let label = layout.subject.label.flatMap { fill($0, look) } ?? []
    var plan = paragraph(.subject, label + inlines(subject, look), style, at: subject.place)
    plan.keep.withNext = true
    plan.keep.together = true
    return .paragraph(plan)
  }

  private mutating func opening() -> FlowBlock? {
    let style = layout.styles[.opening]
    var plan: ParagraphPlan
    if let opening = letter.opening {
      plan = paragraph(.opening, opening, .opening, under: StructureTree.root)
    } else if let text = layout.opening.text {
      let look = context(style, .element(add(.paragraph, under: StructureTree.root)))
      guard let inlines = fill(text, look) else { return nil }
      plan = paragraph(.opening, inlines, style, at: nil)
    } else {
      return nil
    }
    plan.keep.withNext = true
    return .paragraph(plan)
  }
}
