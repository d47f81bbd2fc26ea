/// Where a block of the body stands: in the column, a list item or a quotation.
struct BlockContext: Hashable, Sendable {
  var parent: ElementID
  var role = FlowRole.body
  var style = StyleRole.text
  var indentLeft: Length = .zero
  var indentRight: Length = .zero
  /// Whether it is in a call-out.
  var isInCallout = false
  /// How many lists it is in.
  var listDepth = 0
}

extension Resolver {
  /// The text of the letter.
  mutating func body() -> [FlowBlock] {
    blocks(letter.body, BlockContext(parent: StructureTree.root))
  }

  mutating func blocks(_ blocks: [Block], _ context: BlockContext) -> [FlowBlock] {
    var made: [FlowBlock] = []
    for (index, block) in blocks.enumerated() {
      let own = self.block(block, context)
      made += own
      let next = blocks.indices.contains(index + 1) ? blocks[index + 1] : nil
      if let next, introduces(block, next), case .paragraph(var plan)? = own.last {
        plan.keep.next = .introduction
        made[made.count - 1] = .paragraph(plan)
      }
    }
    return made
  }

  /// Whether a paragraph ends in a colon and what it announces follows.
  private func introduces(_ block: Block, _ next: Block) -> Bool {
    guard case .paragraph(let content) = block.content else { return false }
    switch next.content {
    case .list, .table, .code, .quote, .callout, .image, .fields:
      return content.plainText.last { !$0.isWhitespace } == ":"
    case .paragraph, .heading, .rule: return false
    }
  }

  private mutating func block(_ block: Block, _ context: BlockContext) -> [FlowBlock] {
    switch block.content {
    case .paragraph(let content):
      return [.paragraph(bodyParagraph(content, context, at: block.place))]
    case .heading(let level, let content):
      return [.paragraph(heading(level, content, context, at: block.place))]
    case .list(let list): return self.list(list, context)
    case .quote(let inner): return quotation(inner, context)
    case .callout(let callout): return self.callout(callout, context, at: block.place)
    case .code(let code): return self.code(code, context, at: block.place)
    case .rule: return [.rule(thematicBreak(context))]
    case .table(let table): return [.table(self.table(table, context, at: block.place))]
    case .image(let image): return figure(image, context)
    case .fields(let fields): return fieldList(fields, context, at: block.place)
    }
  }

  /// A paragraph of running text with the notes it refers to.
  mutating func bodyParagraph(
    _ content: [Inline], _ context: BlockContext, at place: SourceRange
  ) -> ParagraphPlan {
    let style = layout.styles[context.style]
    let element = add(.paragraph, under: context.parent)
    var label: [InlinePlan] = []
    let isNumbered =
      layout.text.numbersParagraphs && context == BlockContext(parent: StructureTree.root)
    if isNumbered {
      paragraphCount += 1
      let owner = Owner.element(add(.span, under: element))
      // The white between it and the text is heard, though it is the indent that shows it.
      label = [raw(.text("\(paragraphCount).\u{A0}"), self.context(style, owner), nil)]
    }
    var plan = indented(
      paragraph(
        context.role, inlines(content, self.context(style, .element(element))), style, at: place),
      context)
    if isNumbered {
      plan.label = LabelPlan(
        inlines: label, x: plan.indentLeft, width: layout.lists.indent * 1.6,
        overflow: .widens(list: Self.numberedParagraphs))
      plan.indentLeft += layout.lists.indent * 1.6
      plan.within = [.list(Self.numberedParagraphs)]
    }
    plan.marginMark = enclosureMark(for: content, style)
    planNotes(of: content, under: context.parent)
    return plan
  }

  private func indented(_ plan: ParagraphPlan, _ context: BlockContext) -> ParagraphPlan {
    var plan = plan
    plan.indentLeft += context.indentLeft
    plan.indentRight += context.indentRight
    return plan
  }

  /// `./.` where a paragraph mentions an enclosure.
  private func enclosureMark(for content: [Inline], _ style: BlockStyle) -> [InlinePlan] {
    guard let mark = layout.enclosures.marginSign else { return [] }
    if !content.contains(where: \.isEnclosureMark) {
      guard !letter.enclosures.isEmpty else { return [] }
      let words = content.plainText.lowercased().split { !$0.isLetter }.map(String.init)
      guard words.contains(where: language.enclosureWords.contains) else { return [] }
    }
    return [
      InlinePlan(
        content: .text(mark), style: style.text, language: language.tag, hyphenates: false,
        part: .artifact(.layout), place: nil)
    ]
  }

  private mutating func heading(
    _ level: Int, _ content: [Inline], _ context: BlockContext, at place: SourceRange
  ) -> ParagraphPlan {
    let style = layout.styles[StyleRole.heading(level)]
    let element = add(.heading(headingLevels.next(level)), under: context.parent)
    let look = self.context(style, .element(element))
    let number = headingNumber(level, style.numbering).map { [raw(.text($0), look, nil)] } ?? []
    var plan = indented(
      paragraph(.heading(level), number + inlines(content, look), style, at: place), context)
    plan.keep.next = .heading
    plan.keep.together = true
    planNotes(of: content, under: context.parent)
    return plan
  }

  /// The number before a heading with an en space, and nil for none.
  private mutating func headingNumber(
    _ level: Int, _ numbering: BlockStyle.Numbering
  ) -> String? {
    guard numbering != .none else { return nil }
    let index = max(0, min(level, 6) - 1)
    while headingCounts.count <= index { headingCounts.append(0) }
    headingCounts.removeSubrange((index + 1)...)
    headingCounts[index] += 1
    let number = headingCounts[index]
    switch numbering {
    case .none: return nil
    case .decimal: return "\(number)\u{2002}"
    case .nested:
      // Levels that no heading has taken yet do not count.
      let numbers = headingCounts.filter { $0 > 0 }.map(String.init)
      return numbers.joined(separator: ".") + "\u{2002}"
    case .upperRoman: return roman(number).uppercased() + "\u{2002}"
    case .upperAlpha: return alphabetic(number).uppercased() + "\u{2002}"
    }
  }

  private mutating func quotation(_ inner: [Block], _ context: BlockContext) -> [FlowBlock] {
    let setting = layout.quotations
    var context = context
    context.parent = add(.blockQuote, under: context.parent)
    context.role = .quote
    context.style = .quote
    let barX = context.indentLeft
    context.indentLeft += setting.indentLeft
    context.indentRight += setting.indentRight
    let made = blocks(inner, context)
    guard let bar = setting.bar else { return made }
    quotationCount += 1
    let surrounding = Surrounding.quotation(
      QuotationBar(
        quotation: quotationCount, x: barX, width: bar.thickness, color: bar.color))
    return made.map { $0.standing(in: surrounding) }
  }

  /// Program text: each line a paragraph, so that the white at its start stays.
  private mutating func code(
    _ code: String, _ context: BlockContext, at place: SourceRange
  ) -> [FlowBlock] {
    let style = layout.styles[.code]
    let element = add(.code, under: add(.paragraph, under: context.parent))
    let look = self.context(style, .element(element))
    var lines = code.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.enumerated().map { index, line in
      var inlines = [raw(.text(line.isEmpty ? " " : String(line)), look, place)]
      // The lines are paragraphs of one element, which says where each of them ends.
      if index < lines.count - 1 { inlines.append(raw(.lineBreak, look, nil)) }
      var plan = indented(paragraph(.code, inlines, style, at: place), context)
      if index > 0 { plan.spaceBefore = .zero }
      if index < lines.count - 1 {
        plan.spaceAfter = .zero
        // Two lines stay at either end, as in any paragraph.
        plan.keep.next = index == 0 || index == lines.count - 2 ? .introduction : nil
      }
      return .paragraph(plan)
    }
  }

  private func thematicBreak(_ context: BlockContext) -> RulePlan {
    let setting = layout.thematicBreaks
    let gap = layout.styles[.text].spaceAfter
    return RulePlan(
      width: setting.width, thickness: setting.rule.thickness, color: setting.rule.color,
      indentLeft: context.indentLeft,
      indentRight: setting.width == nil ? context.indentRight : .zero, spaceBefore: gap,
      spaceAfter: gap)
  }
}

/// A number in lower-case Roman figures, up to 3999.
func roman(_ number: Int) -> String {
  guard (1...3999).contains(number) else { return String(number) }
  let figures = [
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
  ]
  var rest = number
  var result = ""
  for (value, figure) in figures {
    while rest >= value {
      result += figure
      rest -= value
    }
  }
  return result
}

/// A number as letters: a to z, then aa.
func alphabetic(_ number: Int) -> String {
  guard number > 0 else { return String(number) }
  var rest = number
  var letters: [Character] = []
  while rest > 0 {
    rest -= 1
    letters.append(Character(Unicode.Scalar(UInt8(97 + rest % 26))))
    rest /= 26
  }
  return String(letters.reversed())
}
