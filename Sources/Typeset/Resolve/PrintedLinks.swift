/// Writes out where links lead, for paper: in brackets or as footnotes.
///
/// Footnotes are numbered anew, in the order in which they are referred to.
struct PrintedLinks {
  let form: PrintedLinkForm
  private var footnotes: [Letter.Footnote] = []
  private var numbers: [Int: Int] = [:]
  private let original: [Letter.Footnote]

  private init(_ form: PrintedLinkForm, _ footnotes: [Letter.Footnote]) {
    self.form = form
    original = footnotes
  }

  /// The letter with every link's target written out; links whose text is the target are left.
  static func written(in letter: Letter, _ form: PrintedLinkForm) -> Letter {
    guard form != .none else { return letter }
    var links = PrintedLinks(form, letter.footnotes)
    var letter = letter
    letter.body = letter.body.map { links.block($0) }
    letter.footnotes = links.footnotes
    return letter
  }

  // MARK: Walking the body

  private mutating func block(_ block: Block) -> Block {
    let content: Block.Content
    switch block.content {
    case .paragraph(let inlines): content = .paragraph(self.inlines(inlines))
    case .heading(let level, let inlines):
      content = .heading(level: level, self.inlines(inlines))
    case .list(var list):
      for index in list.items.indices {
        list.items[index].blocks = list.items[index].blocks.map { self.block($0) }
      }
      content = .list(list)
    case .quote(let blocks): content = .quote(blocks.map { self.block($0) })
    case .table(var table):
      table.head = table.head.map { cell($0) }
      for index in table.rows.indices {
        table.rows[index].cells = table.rows[index].cells.map { cell($0) }
      }
      table.caption = inlines(table.caption)
      content = .table(table)
    case .fields(let fields):
      content = .fields(
        fields.map { Block.Field(term: inlines($0.term), value: inlines($0.value)) })
    case .image(var image):
      // An image has no text that a mark could follow, only a caption.
      if let target = image.link.map(Self.shown), !image.title.contains(target) {
        image.title = image.title.isEmpty ? target : "\(image.title) (\(target))"
      }
      content = .image(image)
    case .code, .rule: content = block.content
    }
    return Block(content: content, place: block.place)
  }

  private mutating func cell(_ cell: Block.Table.Cell) -> Block.Table.Cell {
    Block.Table.Cell(inlines: inlines(cell.inlines), place: cell.place)
  }

  private mutating func inlines(_ inlines: [Inline]) -> [Inline] {
    inlines.flatMap { inline($0) }
  }

  private mutating func inline(_ inline: Inline) -> [Inline] {
    func made(_ content: Inline.Content) -> [Inline] {
      [Inline(content: content, place: inline.place)]
    }
    switch inline.content {
    case .emphasis(let inner): return made(.emphasis(inlines(inner)))
    case .strong(let inner): return made(.strong(inlines(inner)))
    case .strikethrough(let inner): return made(.strikethrough(inlines(inner)))
    case .span(let inner, let attributes):
      return made(.span(inlines(inner), attributes: attributes))
    case .footnote(let index): return made(.footnote(number(of: index)))
    case .link(let uri, let inner):
      let link = made(.link(uri: uri, inner))
      let target = Self.shown(uri)
      guard !inner.map(\.plainText).joined().contains(target) else { return link }
      switch form {
      case .none: return link
      case .brackets: return link + made(.text(" (\(target))"))
      case .footnotes:
        footnotes.append(
          Letter.Footnote(
            label: uri,
            blocks: [Block(content: .paragraph(made(.text(target))), place: inline.place)],
            place: inline.place))
        return link + made(.footnote(footnotes.count - 1))
      }
    case .text, .code, .lineBreak, .image: return [inline]
    }
  }

  /// The new number of a footnote that the author wrote.
  private mutating func number(of index: Int) -> Int {
    if let known = numbers[index] { return known }
    guard original.indices.contains(index) else { return index }
    // Its place is taken before its own links are written out.
    let own = footnotes.count
    numbers[index] = own
    footnotes.append(original[index])
    footnotes[own].blocks = original[index].blocks.map { block($0) }
    return own
  }

  /// A target as it is read on paper: without `mailto:` and a lone stroke at its end.
  private static func shown(_ uri: String) -> String {
    let address = uri.hasPrefix("mailto:") ? uri.dropFirst("mailto:".count) : uri[...]
    return String(address.last == "/" ? address.dropLast() : address)
  }
}
