extension Resolver {
  mutating func table(
    _ table: Block.Table, _ context: BlockContext, at place: SourceRange
  ) -> TablePlan {
    let setting = layout.tables
    let element = add(.table, under: context.parent)
    let caption = caption(of: table, context, under: element, at: place)
    let alignments = table.columns.map(alignment)
    var head: [TablePlan.Row] = []
    if !table.head.isEmpty {
      let row = add(.tableRow, under: add(.tableHead, under: element))
      head = [
        TablePlan.Row(
          cells: cells(table.head, alignments, .tableHead, .tableHeader(.column), row),
          place: table.head.first?.place)
      ]
    }
    let bodyElement = add(.tableBody, under: element)
    let body = table.rows.map { row in
      let rowElement = add(.tableRow, under: bodyElement)
      return TablePlan.Row(
        cells: cells(row.cells, alignments, .tableCell, .tableCell, rowElement), place: row.place)
    }
    let inlines = table.caption + (table.head + table.rows.flatMap(\.cells)).flatMap(\.inlines)
    planNotes(of: inlines, under: context.parent)
    let gap = layout.styles[.text].spaceAfter
    return TablePlan(
      columns: alignments, head: head, body: body, caption: caption, padding: setting.padding,
      rules: .init(
        color: setting.color, outer: setting.outer, head: setting.head, inner: setting.inner),
      headBackground: setting.headBackground, indentLeft: context.indentLeft,
      indentRight: context.indentRight, fillsMeasure: setting.fillsMeasure, spaceBefore: gap,
      spaceAfter: gap, place: place)
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

  private mutating func cells(
    _ cells: [Block.Table.Cell], _ alignments: [ParagraphStyle.Alignment], _ key: StyleRole,
    _ role: StructureRole, _ row: ElementID
  ) -> [TablePlan.Cell] {
    let style = layout.styles[key]
    var made: [TablePlan.Cell] = []
    for (index, cell) in cells.enumerated() {
      let owner = Owner.element(add(role, under: row))
      var plan = paragraph(
        .tableCell, inlines(cell.inlines, context(style, owner)), style, at: cell.place)
      if alignments.indices.contains(index) { plan.style.alignment = alignments[index] }
      // The column is as wide as its words where it can be.
      plan.style.hyphenation.reluctance = .never
      plan.spaceBefore = .zero
      plan.spaceAfter = .zero
      made.append(TablePlan.Cell(paragraphs: [plan]))
    }
    return made
  }

  private func alignment(_ written: Block.Table.Alignment) -> ParagraphStyle.Alignment {
    switch written {
    case .none, .left: .left
    case .center: .center
    case .right: .right
    }
  }
}
