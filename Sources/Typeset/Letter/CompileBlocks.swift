extension TemplateCompiler {
  /// A part of a block whose tags at its edges belong further out; nil if nothing else is in it.
  private struct Lifted<Element: FieldHolder> {
    var front: [TemplateTag] = []
    var element: Element?
    var back: [TemplateTag] = []

    var atoms: [TemplateAtom<Element>] {
      front.map { .tag($0) } + (element.map { [.element($0)] } ?? [])
        + back.map { .tag($0) }
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
    let hasLifted = !text.front.isEmpty || !text.back.isEmpty
    return Lifted(
      front: text.front,
      element: isEmpty && hasLifted ? nil : make(matchTags(text.atoms, &problems)),
      back: text.back)
  }

  /// A block of parts; the block itself if they are the same in each letter.
  private mutating func lift<Part: FieldHolder>(
    _ atoms: [TemplateAtom<Part>], of block: Block, isFilled: Bool = false,
    _ make: ([Filling<Part>]) -> BlockTemplate
  ) -> Lifted<BlockTemplate> {
    guard isFilled || block.holdsTags else { return Lifted(element: .fixed(block)) }
    let parts = TaggedSequence(atoms, isBlank: { _ in false })
    return Lifted(
      front: parts.front,
      element: parts.atoms.isEmpty && !isFilled ? nil : make(matchTags(parts.atoms, &problems)),
      back: parts.back)
  }

  private mutating func lift(_ item: Block.List.Item) -> Lifted<ItemTemplate> {
    let blocks = TaggedSequence(
      item.blocks.flatMap { lift($0).atoms }, isBlank: { (_: BlockTemplate) in false })
    let isGone = blocks.atoms.isEmpty && !item.blocks.isEmpty
    return Lifted(
      front: blocks.front,
      element: isGone
        ? nil : ItemTemplate(blocks: matchTags(blocks.atoms, &problems), place: item.place),
      back: blocks.back)
  }

  private mutating func lift(_ field: Block.Field) -> Lifted<FieldTemplate> {
    let term = TaggedSequence(atoms(of: field.term), isBlank: \.isBlank)
    let value = TaggedSequence(atoms(of: field.value), isBlank: \.isBlank)
    let made = FieldTemplate(
      term: matchTags(term.atoms + term.back.map { .tag($0) }, &problems),
      value: matchTags(value.front.map { .tag($0) } + value.atoms, &problems))
    return Lifted(front: term.front, element: made, back: value.back)
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
      front: rows.front, element: .table(made, block.place), back: rows.back)
  }

  /// A row: its tags may open in the first cell and close in the last.
  private mutating func lift(_ row: Block.Table.Row) -> Lifted<RowTemplate> {
    var cells = row.cells.map { TaggedSequence(atoms(of: $0.inlines), isBlank: \.isBlank) }
    let filled = cells.indices.filter { index in
      !cells[index].atoms.isEmpty || !cells[index].front.isEmpty
        || !cells[index].back.isEmpty
    }
    guard let first = filled.first, let last = filled.last else {
      return Lifted(element: template(row, cells))
    }
    var lifted = Lifted<RowTemplate>(front: cells[first].front)
    cells[first].front = []
    lifted.back = cells[last].front + cells[last].back
    cells[last].front = []
    cells[last].back = []
    let isGone =
      !(lifted.front.isEmpty && lifted.back.isEmpty)
      && cells.allSatisfy { $0.atoms.isEmpty && $0.front.isEmpty && $0.back.isEmpty }
    if !isGone { lifted.element = template(row, cells) }
    return lifted
  }

  private mutating func template(
    _ row: Block.Table.Row, _ cells: [TaggedSequence<InlineTemplate>]
  ) -> RowTemplate {
    var made: [CellTemplate] = []
    for (cell, text) in zip(row.cells, cells) {
      let atoms =
        text.front.map { .tag($0) } + text.atoms
        + text.back.map { TemplateAtom<InlineTemplate>.tag($0) }
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
