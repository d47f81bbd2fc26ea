extension Resolver {
  /// A list: each item's first paragraph carries its bullet or number.
  mutating func list(_ list: Block.List, _ context: BlockContext) -> [FlowBlock] {
    let setting = layout.lists
    let depth = context.listDepth
    let element = add(.list(numbering(of: list, depth)), under: context.parent)
    let style = layout.styles[.list]
    var inner = context
    inner.indentLeft += setting.indent
    inner.listDepth += 1
    inner.role = .listItem
    inner.style = .list
    lastList += 1
    let number = lastList
    var blocks: [FlowBlock] = []
    for (index, item) in list.items.enumerated() {
      let itemElement = add(.listItem, under: element)
      let owner = Owner.element(add(.label, under: itemElement))
      let text = label(of: list, index, depth)
      let label = LabelPlan(
        inlines: [raw(.text(text), self.context(style, owner), nil)], x: context.indentLeft,
        width: setting.indent, alignsRight: list.start != nil && setting.alignsNumbersRight,
        overflow: .widens(list: number))
      inner.parent = add(.listBody, under: itemElement)
      var made = item.blocks.isEmpty ? [] : self.blocks(item.blocks, inner)
      attach(label, to: &made, inner, style, at: item.place)
      if list.isTight { closeUp(&made, gap: setting.gap) }
      blocks += made
    }
    // The white below a list is below its last line, however deep that lies.
    if depth == 0, case .paragraph(var plan)? = blocks.last {
      plan.spaceAfter = max(plan.spaceAfter, style.spaceAfter)
      blocks[blocks.count - 1] = .paragraph(plan)
    }
    return blocks.map { $0.standing(in: .list(number)) }
  }

  /// Puts the label at the item's first paragraph; one that begins with something else, or with an
  /// item of its own, has it in an empty paragraph.
  private mutating func attach(
    _ label: LabelPlan, to blocks: inout [FlowBlock], _ context: BlockContext,
    _ style: BlockStyle, at place: SourceRange
  ) {
    if case .paragraph(var plan)? = blocks.first, plan.label == nil {
      plan.label = label
      blocks[0] = .paragraph(plan)
      return
    }
    var plan = paragraph(.listItem, [], style, at: place)
    plan.indentLeft += context.indentLeft
    plan.label = label
    plan.label?.belongsToNext = !blocks.isEmpty
    plan.spaceAfter = .zero
    blocks.insert(.paragraph(plan), at: 0)
  }

  /// Takes the white out between the paragraphs of a close list.
  private func closeUp(_ blocks: inout [FlowBlock], gap: Length) {
    for index in blocks.indices {
      guard case .paragraph(var plan) = blocks[index], plan.handling.isListItem else { continue }
      plan.spaceAfter = gap
      blocks[index] = .paragraph(plan)
    }
  }

  private func numbering(of list: Block.List, _ depth: Int) -> StructureRole.ListNumbering {
    guard list.start != nil else {
      switch item(layout.lists.bullets, depth) {
      case "•", "●": return .disc
      case "◦", "○": return .circle
      default: return .square
      }
    }
    switch item(layout.lists.numbers, depth) {
    case .lowerAlpha: return .lowerAlpha
    case .upperAlpha: return .upperAlpha
    case .lowerRoman: return .lowerRoman
    case .upperRoman: return .upperRoman
    case .decimal, nil: return .arabic
    }
  }

  private func label(of list: Block.List, _ index: Int, _ depth: Int) -> String {
    guard let start = list.start else { return item(layout.lists.bullets, depth) ?? "–" }
    let (number, overflows) = start.addingReportingOverflow(index)
    guard !overflows else { return String(start) }
    let text =
      switch item(layout.lists.numbers, depth) {
      case .lowerAlpha: alphabetic(number)
      case .upperAlpha: alphabetic(number).uppercased()
      case .lowerRoman: roman(number)
      case .upperRoman: roman(number).uppercased()
      case .decimal, nil: String(number)
      }
    return text + layout.lists.numberSuffix
  }

  /// The setting for a depth; deeper ones use the last.
  private func item<Value>(_ values: [Value], _ depth: Int) -> Value? {
    values.indices.contains(depth) ? values[depth] : values.last
  }

  /// Terms in one column and what is said of them in another.
  mutating func fieldList(
    _ fields: [Block.Field], _ context: BlockContext, at place: SourceRange
  ) -> [FlowBlock] {
    let list = add(.list(.none), under: context.parent)
    let style = layout.styles[.list]
    let termStyle = layout.styles[.fieldTerm]
    var blocks: [FlowBlock] = []
    for (index, field) in fields.enumerated() {
      let item = add(.listItem, under: list)
      let term = inlines(
        field.term, self.context(termStyle, .element(add(.label, under: item))))
      let owner = Owner.element(add(.listBody, under: item))
      var plan = paragraph(
        .fieldList, inlines(field.value, self.context(style, owner)), style, at: place)
      plan.label = LabelPlan(
        inlines: term, x: context.indentLeft, width: layout.lists.termWidth - .pt(4))
      plan.indentLeft += context.indentLeft + layout.lists.termWidth
      plan.indentRight += context.indentRight
      if index < fields.count - 1 { plan.spaceAfter = layout.lists.gap }
      blocks.append(.paragraph(plan))
      planNotes(of: field.term + field.value, under: context.parent)
    }
    return blocks
  }
}
