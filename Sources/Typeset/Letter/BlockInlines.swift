extension Block {
  /// The block with each stretch of its text replaced, in the order it is read on the page: the
  /// caption of a table stands above it.
  ///
  /// - Parameter image: what becomes of each image.
  func replacingInlines(
    image: (Image) -> Image = { $0 }, _ replaced: ([Inline]) -> [Inline]
  ) -> Block {
    let content: Content
    switch self.content {
    case .paragraph(let inlines): content = .paragraph(replaced(inlines))
    case .heading(let level, let inlines): content = .heading(level: level, replaced(inlines))
    case .list(var list):
      for index in list.items.indices {
        list.items[index].blocks = list.items[index].blocks.map {
          $0.replacingInlines(image: image, replaced)
        }
      }
      content = .list(list)
    case .quote(let blocks):
      content = .quote(blocks.map { $0.replacingInlines(image: image, replaced) })
    case .callout(var callout):
      callout.title = replaced(callout.title)
      callout.blocks = callout.blocks.map { $0.replacingInlines(image: image, replaced) }
      content = .callout(callout)
    case .table(var table):
      table.caption = replaced(table.caption)
      table.head = table.head.map { $0.replacingInlines(replaced) }
      for index in table.rows.indices {
        table.rows[index].cells = table.rows[index].cells.map { $0.replacingInlines(replaced) }
      }
      content = .table(table)
    case .fields(let fields):
      content = .fields(
        fields.map { Field(term: replaced($0.term), value: replaced($0.value)) })
    case .image(let own): content = .image(image(own))
    case .code, .rule: content = self.content
    }
    return Block(content: content, place: place)
  }
}

extension Block.Table.Cell {
  fileprivate func replacingInlines(_ replaced: ([Inline]) -> [Inline]) -> Self {
    Self(inlines: replaced(inlines), place: place)
  }
}

extension Inline {
  /// The inline with the texts within it replaced; one that holds none stays as it is.
  func replacingInner(_ replaced: ([Inline]) -> [Inline]) -> Inline {
    let content: Content
    switch self.content {
    case .emphasis(let inner): content = .emphasis(replaced(inner))
    case .strong(let inner): content = .strong(replaced(inner))
    case .strikethrough(let inner): content = .strikethrough(replaced(inner))
    case .span(let inner, let attributes): content = .span(replaced(inner), attributes: attributes)
    case .link(let uri, let inner): content = .link(uri: uri, replaced(inner))
    case .text, .code, .lineBreak, .image, .footnote: content = self.content
    }
    return Inline(content: content, place: place)
  }
}
