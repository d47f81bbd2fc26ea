/// A block of a template, on its way to ``Block``.
indirect enum BlockTemplate: FieldHolder {
  /// What is the same in each letter.
  case fixed(Block)
  case paragraph([Filling<InlineTemplate>], SourceRange)
  case heading(level: Int, [Filling<InlineTemplate>], SourceRange)
  case list(Block.List, [Filling<ItemTemplate>], SourceRange)
  case quote([Filling<BlockTemplate>], SourceRange)
  case callout(Callout, title: [Filling<InlineTemplate>], [Filling<BlockTemplate>], SourceRange)
  case table(TableTemplate, SourceRange)
  case fields([Filling<FieldTemplate>], SourceRange)
  case image(ImageTemplate, SourceRange)

  func tellFields(_ needs: inout FieldNeeds) {
    switch self {
    case .fixed: break
    case .paragraph(let text, _), .heading(_, let text, _): text.tellFields(&needs)
    case .list(_, let items, _): items.tellFields(&needs)
    case .quote(let blocks, _): blocks.tellFields(&needs)
    case .callout(_, let title, let blocks, _):
      title.tellFields(&needs)
      blocks.tellFields(&needs)
    case .table(let table, _): table.tellFields(&needs)
    case .fields(let fields, _): fields.tellFields(&needs)
    case .image(let image, _): image.tellFields(&needs)
    }
  }
}

/// An item of a list.
struct ItemTemplate: FieldHolder {
  let blocks: [Filling<BlockTemplate>]
  let place: SourceRange

  func tellFields(_ needs: inout FieldNeeds) { blocks.tellFields(&needs) }
}

/// A table; its rows may come and go.
struct TableTemplate: FieldHolder {
  /// The table as it was parsed, for what does not change.
  let table: Block.Table
  let caption: [Filling<InlineTemplate>]
  let head: [CellTemplate]
  let rows: [Filling<RowTemplate>]

  func tellFields(_ needs: inout FieldNeeds) {
    caption.tellFields(&needs)
    for cell in head { cell.tellFields(&needs) }
    rows.tellFields(&needs)
  }
}

/// A row of a table.
struct RowTemplate: FieldHolder {
  let cells: [CellTemplate]
  let isTotal: Bool
  let place: SourceRange

  func tellFields(_ needs: inout FieldNeeds) { for cell in cells { cell.tellFields(&needs) } }
}

/// A cell of a table.
struct CellTemplate: FieldHolder {
  let text: [Filling<InlineTemplate>]
  let place: SourceRange

  func tellFields(_ needs: inout FieldNeeds) { text.tellFields(&needs) }
}

/// A term and what is said of it.
struct FieldTemplate: FieldHolder {
  let term: [Filling<InlineTemplate>]
  let value: [Filling<InlineTemplate>]

  func tellFields(_ needs: inout FieldNeeds) {
    term.tellFields(&needs)
    value.tellFields(&needs)
  }
}
