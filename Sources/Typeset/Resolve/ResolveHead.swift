extension Resolver {
  /// What stands above the text: the notice, the recipients, the subject and the opening; between
  /// them is read what a frame has for there.
  mutating func head() -> [FlowBlock] {
    var blocks: [FlowBlock] = []
    if let notice = letter.$confidentiality {
      blocks.append(
        .paragraph(paragraph(.notice, notice, .notice, under: StructureTree.root)))
    }
    if layout.recipient.place == .flow { blocks += recipientsInColumn() }
    readReferences()
    let subject = layout.subject.isShown ? letter.$subject.map { self.subject($0) } : nil
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
      if !lines.isEmpty { lines[0].spaceBefore = max(lines[0].spaceBefore, gap(above: index)) }
      paragraphs += lines
    }
    for index in paragraphs.indices {
      paragraphs[index].keep.together = true
      paragraphs[index].keep.next = .introduction
    }
    if !paragraphs.isEmpty {
      paragraphs[paragraphs.count - 1].spaceAfter = layout.recipient.spaceAfter
    }
    return paragraphs.map { .paragraph($0) }
  }

  private var recipientsTitle: String? { language[.recipients] ?? language[.to] }

  /// The lines of one recipient; whom it is for the attention of stands below the name.
  mutating func recipient(
    _ recipient: Letter.Recipient, under section: ElementID
  ) -> [ParagraphPlan] {
    let lines = recipient.$lines.filter { !$0.value.isEmpty }
    for line in lines { checkLength(of: line) }
    checkCountry(lines)
    let isOne = lines.count < 2 && recipient.attention == nil
    let section =
      letter.recipients.count > 1 && !isOne ? add(.division, under: section) : section
    guard let attention = recipient.$attention else {
      return address(lines[...], under: section)
    }
    return address(lines.prefix(1), under: section)
      + [self.attention(attention, under: section)]
      + address(lines.dropFirst(), under: section)
  }

  private mutating func address(
    _ lines: ArraySlice<Located<String>>, under section: ElementID
  ) -> [ParagraphPlan] {
    guard let first = lines.first else { return [] }
    let style = layout.styles[.recipient]
    var look = context(style, .artifact(.layout))
    look.hyphenates = false
    look.expandsAbbreviations = false
    var inlines: [InlinePlan] = []
    for line in lines {
      if !inlines.isEmpty { inlines.append(raw(.lineBreak, look, nil)) }
      // Lines that stand together are read one by one, or a house's number runs into the postcode.
      look.owner = .element(add(.paragraph, under: section))
      inlines += self.inlines(line, look)
    }
    return [paragraph(.recipient, inlines, style, at: first.place)]
  }

  private mutating func attention(
    _ name: Located<String>, under section: ElementID
  ) -> ParagraphPlan {
    let style = layout.styles[.attention]
    let look = context(style, .element(add(.paragraph, under: section)))
    let label = spoken(word(.attention, at: name.place) + " ", look, nil)
    return paragraph(.attention, label + inlines(name, look), style, at: name.place)
  }

  /// The white above a recipient: none between recipients of a single line, which make a list.
  func gap(above index: Int) -> Length {
    guard index > 0 else { return .zero }
    let isList = letter.recipients[(index - 1)...index].allSatisfy {
      $0.lines.count == 1 && $0.attention == nil
    }
    return isList ? .zero : layout.recipient.gap
  }

  /// Post for abroad names the country last and in capitals (Universal Postal Convention, S42).
  private mutating func checkCountry(_ lines: [Located<String>]) {
    guard layout.hasWindow, lines.count > 2, let country = lines.last,
      country.value.allSatisfy({ !$0.isNumber }), country.value != country.value.uppercased(),
      lines[lines.count - 2].value.startsWithPostcode
    else { return }
    problems.add(
      .warning(
        .addressForm, "the country \(quoted(country.value)) below the postcode is not in capitals",
        at: country.place, hint: "write \(country.value.uppercased())"))
  }

  private mutating func checkLength(of line: Located<String>) {
    guard let limit = layout.recipient.lineLimit, line.value.count > limit else { return }
    problems.add(
      .warning(
        .addressForm,
        "the address line \(quoted(line.value)) has \(line.value.count) characters, more than "
          + "the \(limit) that print services take", at: line.place, hint: "shorten it"))
  }

  private mutating func subject(_ subject: Located<String>) -> FlowBlock {
    headingLevels.base = 1
    let style = layout.styles[.subject]
    let look = context(style, .element(add(.heading(1), under: StructureTree.root)))
    var label = layout.subject.label.flatMap { fill($0, look) } ?? []
    if !label.isEmpty { label.append(raw(.text(" "), look, nil)) }
    var plan = paragraph(.subject, label + inlines(subject, look), style, at: subject.place)
    plan.keep.next = .introduction
    plan.keep.together = true
    return .paragraph(plan)
  }

  private mutating func opening() -> FlowBlock? {
    let style = layout.styles[.opening]
    var plan: ParagraphPlan
    if let opening = letter.$opening {
      plan = paragraph(.opening, opening, .opening, under: StructureTree.root)
    } else if let text = layout.opening.text {
      let look = context(style, .element(add(.paragraph, under: StructureTree.root)))
      guard let inlines = fill(text, look) else { return nil }
      plan = paragraph(.opening, inlines, style, at: nil)
    } else {
      return nil
    }
    plan.keep.next = .introduction
    return .paragraph(plan)
  }
}

extension String {
  /// Whether it begins as a line with a postcode does: `2300 København`, `SE-114 28 Stockholm`.
  fileprivate var startsWithPostcode: Bool {
    var rest = self[...]
    if let dash = rest.firstIndex(of: "-"), rest[..<dash].allSatisfy(\.isUppercase) {
      rest = rest[dash...].dropFirst()
    }
    return rest.prefix { $0.isASCII && $0.isNumber }.count >= 3
  }
}
