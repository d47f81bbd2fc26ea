extension Resolver {
  mutating func table(
    _ table: Block.Table, _ context: BlockContext, at place: SourceRange
  ) -> TablePlan {
    let setting = layout.tables
    let element = add(.table, under: context.parent)
    let caption = caption(of: table, context, under: element, at: place)
    let contents = TableContents(table, language.numbers)
    var head: [TablePlan.Row] = []
    if !table.head.isEmpty {
      let row = add(.tableRow, under: add(.tableHead, under: element))
      let roles = table.head.map { _ -> StructureRole in
        contents.columnsHaveHeads ? .tableHeader(.column) : .tableCell
      }
      head = [
        TablePlan.Row(
          cells: cells(table.head, contents, .tableHead, roles, row),
          place: table.head.first?.place)
      ]
    }
    let bodyElement = add(.tableBody, under: element)
    let body = table.rows.map { row in
      let rowElement = add(.tableRow, under: bodyElement)
      let isHeaded = contents.hasHead(row)
      let roles = row.cells.indices.map { index -> StructureRole in
        index == 0 && isHeaded ? .tableHeader(.row) : .tableCell
      }
      let style = row.isTotal ? StyleRole.tableTotal : .tableCell
      return TablePlan.Row(
        cells: cells(row.cells, contents, style, roles, rowElement, holdsNumbers: true),
        isTotal: row.isTotal, place: row.place)
    }
    let inlines = table.caption + (table.head + table.rows.flatMap(\.cells)).flatMap(\.inlines)
    planNotes(of: inlines, under: context.parent)
    let gap = layout.styles[.text].spaceAfter
    return TablePlan(
      columns: contents.alignments, head: head, body: body, caption: caption,
      padding: setting.padding, rules: setting.rules, headBackground: setting.headBackground,
      indentLeft: context.indentLeft, indentRight: context.indentRight,
      fillsMeasure: setting.fillsMeasure, reach: reach(of: table, context), spaceBefore: gap,
      spaceAfter: gap, place: place)
  }

  /// How far a table may reach into the margins; one within a list or quotation stays in its place.
  private mutating func reach(of table: Block.Table, _ context: BlockContext) -> TableReach? {
    guard (table.width ?? layout.tables.width) == .wide,
      context == BlockContext(parent: StructureTree.root)
    else { return nil }
    defer { wideTableCount += 1 }
    let regions = [layout.regions.first, layout.regions.next, layout.regions.last]
    return TableReach(
      table: wideTableCount, regions: regions, pageWidth: layout.page.size.width,
      isMirrored: layout.page.mirrorsEvenPages)
  }

  private mutating func caption(
    of table: Block.Table, _ context: BlockContext, under element: ElementID, at place: SourceRange
  ) -> ParagraphPlan? {
    guard !table.caption.isEmpty else { return nil }
    let style = layout.styles[.caption]
    let owner = Owner.element(add(.caption, under: element))
    var caption = paragraph(
      .caption, inlines(table.caption, self.context(style, owner)), style, at: place)
    caption.indentLeft += context.indentLeft
    caption.indentRight += context.indentRight
    caption.keep.next = .introduction
    return caption
  }

  /// - Parameter holdsNumbers: whether numbers in the cells stand below each other.
  private mutating func cells(
    _ cells: [Block.Table.Cell], _ contents: TableContents, _ key: StyleRole,
    _ roles: [StructureRole], _ row: ElementID, holdsNumbers: Bool = false
  ) -> [TablePlan.Cell] {
    let style = layout.styles[key]
    var made: [TablePlan.Cell] = []
    for (index, (cell, role)) in zip(cells, roles).enumerated() {
      let owner = Owner.element(add(role, under: row))
      var plan = paragraph(
        .tableCell, inlines(cell.inlines, context(style, owner)), style, at: cell.place)
      if contents.alignments.indices.contains(index) {
        plan.style.alignment = contents.alignments[index]
      }
      // The column is as wide as its words where it can be.
      plan.style.hyphenation.reluctance = .never
      plan.spaceBefore = .zero
      plan.spaceAfter = .zero
      let isNumber = holdsNumbers && contents.alignsNumbers.contains(index)
      if isNumber { plan.inlines = plan.inlines.map(\.heldTogether) }
      made.append(
        TablePlan.Cell(paragraphs: [plan], number: isNumber ? language.numbers : nil))
    }
    return made
  }
}

extension TableSetting {
  fileprivate var rules: TablePlan.Rules {
    TablePlan.Rules(color: color, outer: outer, head: head, inner: inner, total: total)
  }
}

extension InlinePlan {
  /// The same text on one line: a number, its groups and its unit.
  fileprivate var heldTogether: InlinePlan {
    guard case .text(let text) = content else { return self }
    var inline = self
    var held = ""
    for character in text where character != " " || !held.hasSuffix("\u{A0}") {
      held.append(character == " " ? "\u{A0}" : character)
    }
    inline.content = .text(held)
    return inline
  }
}
