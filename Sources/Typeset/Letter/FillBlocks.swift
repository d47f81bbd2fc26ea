extension Filler {
  /// The blocks for one record; what is left empty falls away.
  mutating func blocks(_ fillings: [Filling<BlockTemplate>]) -> [Block] {
    var blocks: [Block] = []
    // Where the blocks of the round before end.
    var border: Int?
    fill(fillings, roundEnded: { border = blocks.count }) { element, filler in
      guard let block = filler.block(element) else { return }
      if border == blocks.count, let last = blocks.last, let joined = Self.joined(last, block) {
        blocks[blocks.count - 1] = joined
      } else {
        blocks.append(block)
      }
      border = nil
    }
    return blocks
  }

  /// A list that goes on where the one of the round before has ended; nil for other blocks.
  private static func joined(_ first: Block, _ second: Block) -> Block? {
    guard case .list(var list) = first.content, case .list(let more) = second.content,
      (list.start == nil) == (more.start == nil)
    else { return nil }
    list.items += more.items
    list.isTight = list.isTight && more.isTight
    return Block(content: .list(list), place: first.place)
  }

  private mutating func block(_ template: BlockTemplate) -> Block? {
    switch template {
    case .fixed(let block): return block
    case .paragraph(let text, let place):
      let inlines = inlines(text)
      return inlines.isEmpty ? nil : Block(content: .paragraph(inlines), place: place)
    case .heading(let level, let text, let place):
      let inlines = inlines(text)
      return inlines.isEmpty
        ? nil : Block(content: .heading(level: level, inlines), place: place)
    case .list(var list, let items, let place):
      list.items = self.items(items)
      return list.items.isEmpty ? nil : Block(content: .list(list), place: place)
    case .quote(let inner, let place):
      let inner = blocks(inner)
      return inner.isEmpty ? nil : Block(content: .quote(inner), place: place)
    case .callout(var callout, let title, let inner, let place):
      callout.title = inlines(title)
      callout.blocks = blocks(inner)
      return callout.title.isEmpty && callout.blocks.isEmpty
        ? nil : Block(content: .callout(callout), place: place)
    case .table(let template, let place):
      return table(template).map { Block(content: .table($0), place: place) }
    case .fields(let templates, let place):
      let fields = fields(templates)
      return fields.isEmpty ? nil : Block(content: .fields(fields), place: place)
    case .image(let template, let place):
      let image = image(template)
      return image.path.isEmpty ? nil : Block(content: .image(image), place: place)
    }
  }

  private mutating func items(_ fillings: [Filling<ItemTemplate>]) -> [Block.List.Item] {
    var items: [Block.List.Item] = []
    fill(fillings) { template, filler in
      let blocks = filler.blocks(template.blocks)
      // An item that was written empty stays.
      if !blocks.isEmpty || template.blocks.isEmpty {
        items.append(Block.List.Item(blocks: blocks, place: template.place))
      }
    }
    return items
  }

  private mutating func table(_ template: TableTemplate) -> Block.Table? {
    var table = template.table
    table.caption = inlines(template.caption)
    table.head = template.head.map { cell($0) }
    var rows: [Block.Table.Row] = []
    fill(template.rows) { row, filler in
      var made = Block.Table.Row(cells: row.cells.map { filler.cell($0) }, place: row.place)
      made.isTotal = row.isTotal
      rows.append(made)
    }
    table.rows = rows
    return rows.isEmpty && !template.rows.isEmpty ? nil : table
  }

  private mutating func cell(_ template: CellTemplate) -> Block.Table.Cell {
    Block.Table.Cell(inlines: inlines(template.text), place: template.place)
  }

  /// The fields of which something is said.
  private mutating func fields(_ fillings: [Filling<FieldTemplate>]) -> [Block.Field] {
    var fields: [Block.Field] = []
    fill(fillings) { template, filler in
      let value = filler.inlines(template.value)
      guard !value.isEmpty || template.value.isEmpty else { return }
      fields.append(Block.Field(term: filler.inlines(template.term), value: value))
    }
    return fields
  }
}
