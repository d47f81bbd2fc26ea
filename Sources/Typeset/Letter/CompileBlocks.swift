extension TemplateCompiler {
  /// A part of a block whose tags at its edges belong further out; nil if nothing else is in it.
  private struct Lifted<Element: FieldHolder> {
    var leading: [TemplateTag] = []
    var element: Element?
    var trailing: [TemplateTag] = []

    var atoms: [TemplateAtom<Element>] {
      leading.map { .tag($0) } + (element.map { [.element($0)] } ?? [])
        + trailing.map { .tag($0) }
    }
  }

  /// The blocks of a letter or a footnote, where every tag must have its partner.
  mutating func fillings(of blocks: [Block]) -> [Filling<BlockTemplate>] {
    let atoms = blocks.flatMap { lift($0).atoms }
    return matchTags(atoms, &problems)
  }

  private mutating func lift(_ block: Block) -> Lifted<BlockTemplate> {
    let place = block.place
    switch block.content {
    case .paragraph(let inlines):
      return lift(inlines) { .paragraph($0, place) } ?? Lifted(element: .fixed(block))
    case .heading(let level, let inlines):
      return lift(inlines) { .heading(level: level, $0, place) } ?? Lifted(element: .fixed(block))
    case .list(let list):
      let items = list.items.flatMap { lift($0).atoms }
      return lift(items, of: block) { .list(list, $0, place) }
    case .quote(let blocks):
      return lift(blocks.flatMap { lift($0).atoms }, of: block) { .quote($0, place) }
    case .callout(let callout):
      let title = fillings(of: callout.title)
      let hasTags = callout.title.contains(where: \.holdsTags)
      return lift(callout.blocks.flatMap { lift($0).atoms }, of: block, isFilled: hasTags) {
        .callout(callout, title: title, $0, place)
      }
    case .table(let table): return lift(table, of: block)
    case .fields(let fields):
      let atoms = fields.flatMap { lift($0).atoms }
      return lift(atoms, of: block) { .fields($0, place) }
    case .image(let image):
      return Lifted(
        element: image.holdsTags ? .image(template(of: image), place) : .fixed(block))
    case .code, .rule: return Lifted(element: .fixed(block))
    }
  }

  /// A stretch of text; nil if it is the same in each letter.
  private mutating func lift<Element: FieldHolder>(
    _ inlines: [Inline], _ make: ([Filling<InlineTemplate>]) -> Element
  ) -> Lifted<Element>? {
    guard inlines.contains(where: \.holdsTags) else { return nil }
    let text = TaggedSequence(atoms(of: inlines), isBlank: \.isBlank)
    let isEmpty = text.atoms.allSatisfy {
      if case .element(let element) = $0 { element.isBlank } else { false }
    }
    let hasLifted = !text.leading.isEmpty || !text.trailing.isEmpty
    return Lifted(
      leading: text.leading,
      element: isEmpty && hasLifted ? nil : make(matchTags(text.atoms, &problems)),
      trailing: text.trailing)
  }

  /// A block of parts; the block itself if they are the same in each letter.
  private mutating func lift<Part: FieldHolder>(
    _ atoms: [TemplateAtom<Part>], of block: Block, isFilled: Bool = false,
    _ make: ([Filling<Part>]) -> BlockTemplate
  ) -> Lifted<BlockTemplate> {
    guard isFilled || block.holdsTags else { return Lifted(element: .fixed(block)) }
    let parts = TaggedSequence(atoms, isBlank: { _ in false })
    return Lifted(
      leading: parts.leading,
      element: parts.atoms.isEmpty && !isFilled ? nil : make(matchTags(parts.atoms, &problems)),
      trailing: parts.trailing)
  }

  private mutating func lift(_ item: Block.List.Item) -> Lifted<ItemTemplate> {
    let blocks = TaggedSequence(
      item.blocks.flatMap { lift($0).atoms }, isBlank: { (_: BlockTemplate) in false })
    let isGone = blocks.atoms.isEmpty && !item.blocks.isEmpty
    return Lifted(
      leading: blocks.leading,
      element: isGone
        ? nil : ItemTemplate(blocks: matchTags(blocks.atoms, &problems), place: item.place),
      trailing: blocks.trailing)
  }

  private mutating func lift(_ field: Block.Field) -> Lifted<FieldTemplate> {
    let term = TaggedSequence(atoms(of: field.term), isBlank: \.isBlank)
    let value = TaggedSequence(atoms(of: field.value), isBlank: \.isBlank)
    let made = FieldTemplate(
      term: matchTags(term.atoms + term.trailing.map { .tag($0) }, &problems),
      value: matchTags(value.leading.map { .tag($0) } + value.atoms, &problems))
    return Lifted(leading: term.leading, element: made, trailing: value.trailing)
  }

  // MARK: Tables

  private mutating func lift(_ table: Block.Table, of block: Block) -> Lifted<BlockTemplate> {
    guard block.holdsTags else { return Lifted(element: .fixed(block)) }
    let rows = TaggedSequence(
      table.rows.flatMap { lift($0).atoms }, isBlank: { (_: RowTemplate) in false })
    let made = TableTemplate(
      table: table, caption: fillings(of: table.caption),
      head: table.head.map { CellTemplate(text: fillings(of: $0.inlines), place: $0.place) },
      rows: matchTags(rows.atoms, &problems))
    // A tag on the line after the last row is a row to Markdown; one before the first cannot be.
    return Lifted(
      leading: rows.leading, element: .table(made, block.place), trailing: rows.trailing)
  }

  /// A row: its tags may open in the first cell and close in the last.
  private mutating func lift(_ row: Block.Table.Row) -> Lifted<RowTemplate> {
    var cells = row.cells.map { TaggedSequence(atoms(of: $0.inlines), isBlank: \.isBlank) }
    let filled = cells.indices.filter { index in
      !cells[index].atoms.isEmpty || !cells[index].leading.isEmpty
        || !cells[index].trailing.isEmpty
    }
    guard let first = filled.first, let last = filled.last else {
      return Lifted(element: template(row, cells))
    }
    var lifted = Lifted<RowTemplate>(leading: cells[first].leading)
    cells[first].leading = []
    lifted.trailing = cells[last].leading + cells[last].trailing
    if first == last, cells[last].leading.isEmpty { lifted.trailing = cells[last].trailing }
    cells[last].leading = []
    cells[last].trailing = []
    let isGone =
      !(lifted.leading.isEmpty && lifted.trailing.isEmpty)
      && cells.allSatisfy { $0.atoms.isEmpty && $0.leading.isEmpty && $0.trailing.isEmpty }
    if !isGone { lifted.element = template(row, cells) }
    return lifted
  }

  private mutating func template(
    _ row: Block.Table.Row, _ cells: [TaggedSequence<InlineTemplate>]
  ) -> RowTemplate {
    var made: [CellTemplate] = []
    for (cell, text) in zip(row.cells, cells) {
      let atoms =
        text.leading.map { .tag($0) } + text.atoms
        + text.trailing.map { TemplateAtom<InlineTemplate>.tag($0) }
      made.append(CellTemplate(text: matchTags(atoms, &problems), place: cell.place))
    }
    return RowTemplate(cells: made, isTotal: row.isTotal, place: row.place)
  }
}

extension Block {
  /// Whether anything in it is to be filled, or taken out of an escape.
  var holdsTags: Bool {
    var found = false
    _ = replacingInlines(
      image: {
        found = found || $0.holdsTags
        return $0
      },
      {
        found = found || $0.contains(where: \.holdsTags)
        return $0
      })
    return found
  }
}
