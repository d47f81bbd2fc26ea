/// The part of ``BuiltParts`` that walks the body.
struct BuiltBlocks {
  /// How many footnotes there are to refer to.
  let footnoteCount: Int
  private(set) var problems = DiagnosticCollector()
  /// Whether anything was without a place.
  private(set) var hasPlaced = false

  init(footnoteCount: Int) { self.footnoteCount = footnoteCount }

  /// Blocks in their places; those that say nothing are left out, as empty lines of a file are.
  mutating func blocks(_ blocks: [Block], _ path: String, depth: Int) -> [Block] {
    guard depth <= nestingLimit else {
      problems.add(tooDeep(at: SourceFile.part(path).whole))
      return []
    }
    return blocks.enumerated().compactMap { index, block in
      self.block(block, "\(path)[\(index)]", depth)
    }
  }

  private mutating func block(_ block: Block, _ path: String, _ depth: Int) -> Block? {
    let isBuilt = block.place.isUnplaced
    let place = isBuilt ? SourceFile.part(path).whole : block.place
    if isBuilt { hasPlaced = true }
    var content = block.content
    switch block.content {
    case .paragraph(let inlines):
      let own = line(inlines, path, depth)
      guard !isBuilt || !own.isEmpty else { return nil }
      content = .paragraph(own)
    case .heading(let level, let inlines):
      let own = line(inlines, path, depth)
      if isBuilt, !(1...6).contains(level) {
        refuse("a heading of level \(level)", at: place, "take a level from 1 to 6")
      }
      guard !isBuilt || !own.isEmpty else {
        problems.add(.warning(.emptyHeading, "this heading is empty", at: place, hint: "delete it"))
        return nil
      }
      content = .heading(level: level, own)
    case .list(let list): content = .list(self.list(list, path, place, depth))
    case .quote(let blocks):
      content = .quote(self.blocks(blocks, path + ".quote", depth: depth + 1))
    case .callout(var callout):
      callout.title = line(callout.title, path + ".callout.title", depth)
      callout.blocks = self.blocks(callout.blocks, path + ".callout", depth: depth + 1)
      content = .callout(callout)
    case .code(let code): if isBuilt { content = .code(self.code(code, path)) }
    case .rule: break
    case .table(let table): content = .table(self.table(table, path, place, depth))
    case .image(let image): content = .image(self.image(image, path))
    case .fields(let fields):
      content = .fields(
        fields.enumerated().map { index, field in
          Block.Field(
            term: line(field.term, "\(path).fields[\(index)].term", depth),
            value: line(field.value, "\(path).fields[\(index)].value", depth))
        })
    }
    return Block(content: content, place: place)
  }

  private mutating func list(
    _ list: Block.List, _ path: String, _ place: SourceRange, _ depth: Int
  ) -> Block.List {
    var list = list
    if list.items.isEmpty { refuse("a list without items", at: place, "leave it out") }
    if let start = list.start, !(0...999_999_999).contains(start) {
      refuse("a list that begins with \(start)", at: place, "begin with 0 to 999999999")
    }
    for index in list.items.indices {
      let own = "\(path).items[\(index)]"
      list.items[index].blocks = blocks(list.items[index].blocks, own, depth: depth + 1)
      list.items[index].place = placed(list.items[index].place, own)
    }
    return list
  }

  private mutating func table(
    _ table: Block.Table, _ path: String, _ place: SourceRange, _ depth: Int
  ) -> Block.Table {
    var table = table
    let count = table.columns.count
    if count == 0 { refuse("a table without columns", at: place, "leave it out") }
    if table.head.count != count {
      refuse(
        "the head of the table has \(table.head.count) cells for \(count) columns", at: place,
        "give it a cell for each column")
    }
    table.caption = line(table.caption, path + ".caption", depth)
    for index in table.head.indices { settle(&table.head[index], "\(path).head[\(index)]", depth) }
    for row in table.rows.indices {
      let own = "\(path).rows[\(row)]"
      table.rows[row].place = placed(table.rows[row].place, own)
      if table.rows[row].cells.count != count {
        refuse(
          "the row has \(table.rows[row].cells.count) cells for \(count) columns",
          at: table.rows[row].place, "give it a cell for each column")
      }
      for index in table.rows[row].cells.indices {
        settle(&table.rows[row].cells[index], "\(own).cells[\(index)]", depth)
      }
    }
    return table
  }

  private mutating func settle(_ cell: inout Block.Table.Cell, _ path: String, _ depth: Int) {
    cell.place = placed(cell.place, path)
    cell.inlines = line(cell.inlines, path, depth)
  }

  private mutating func code(_ code: String, _ path: String) -> String {
    let text = withPlainLineEnds(code)
    problems.add(controlCharacters(in: .part(path, text: text)))
    return BodyReader.code(text)
  }

  // MARK: Inlines

  /// The inlines of a paragraph, without white at its ends.
  private mutating func line(_ inlines: [Inline], _ path: String, _ depth: Int) -> [Inline] {
    var own = self.inlines(inlines, path, depth)
    if let first = own.first { own[0] = trimmed(first) { String($0.drop { $0 == " " }) } }
    if let last = own.last {
      own[own.count - 1] = trimmed(last) { $0.hasSuffix(" ") ? String($0.dropLast()) : $0 }
    }
    own.removeAll { $0.content == .text("") }
    return own
  }

  private func trimmed(_ inline: Inline, _ trim: (String) -> String) -> Inline {
    guard case .text(let text) = inline.content, inline.place.file.isPart else { return inline }
    return Inline(content: .text(trim(text)), place: inline.place)
  }

  private mutating func inlines(_ inlines: [Inline], _ path: String, _ depth: Int) -> [Inline] {
    guard depth <= nestingLimit else {
      problems.add(tooDeep(at: SourceFile.part(path).whole))
      return []
    }
    return inlines.enumerated().map { index, inline in
      self.inline(inline, "\(path)[\(index)]", depth)
    }
  }

  private mutating func inline(_ inline: Inline, _ path: String, _ depth: Int) -> Inline {
    let inline = inline.replacingInner { inlines($0, path, depth + 1) }
    guard inline.place.isUnplaced else { return inline }
    hasPlaced = true
    let plain = SourceFile.part(path)
    switch inline.content {
    case .text(let text): return self.text(text, path) { .text($0) }
    case .code(let code): return self.text(code, path) { .code($0) }
    case .link(let uri, let inner):
      let target = link(uri, at: plain.whole)
      return Inline(content: .link(uri: target, inner), place: plain.whole)
    case .footnote(let index):
      if !(0..<footnoteCount).contains(index) {
        refuse(
          "there is no footnote \(index)", at: plain.whole, "add it to the letter's footnotes")
      }
    case .span(_, let attributes):
      if let language = attributes["lang"], LanguageTag(wellFormed: language)?.hasCode != true {
        refuse(
          "lang is \(quoted(language)), not a language", at: plain.whole,
          "write a tag such as da or en")
      }
    case .image(let image):
      return Inline(content: .image(self.image(image, path)), place: plain.whole)
    case .emphasis, .strong, .strikethrough, .lineBreak: break
    }
    return Inline(content: inline.content, place: plain.whole)
  }

  /// A text whose runs of white are one space each.
  private mutating func text(
    _ text: String, _ path: String, _ content: (String) -> Inline.Content
  ) -> Inline {
    var spaced = ""
    for scalar in withPlainLineEnds(text).unicodeScalars {
      let isWhite = " \t\n\u{2028}\u{2029}".unicodeScalars.contains(scalar)
      if !isWhite {
        spaced.unicodeScalars.append(scalar)
      } else if !spaced.hasSuffix(" ") {
        spaced.append(" ")
      }
    }
    let file = SourceFile.part(path, text: spaced)
    problems.add(controlCharacters(in: file))
    return Inline(content: content(spaced), place: file.whole)
  }

  private mutating func image(_ image: Image, _ path: String) -> Image {
    guard image.place.isUnplaced else { return image }
    hasPlaced = true
    var image = image
    let place = SourceFile.part(path).whole
    for text in [image.path, image.alternative, image.title] {
      problems.add(controlCharacters(in: .part(path, text: withPlainLineEnds(text))))
    }
    image.alternative = collapseSpaces(withPlainLineEnds(image.alternative))
    image.title = collapseSpaces(withPlainLineEnds(image.title))
    image.link = image.link.map { link($0, at: place) }
    image.place = place
    return image
  }

  /// The address as the PDF wants it.
  private mutating func link(_ uri: String, at place: SourceRange) -> String {
    switch LinkTarget(uri) {
    case .allowed(let target): return target
    case .dead: refuse("the link leads nowhere", at: place, "give it an address, or make it text")
    case .refused(let why):
      refuse(
        "the link to \(quoted(uri)) \(why)", at: place,
        "write an address of http, https, mailto or tel")
    }
    return uri
  }

  private mutating func placed(_ place: SourceRange, _ path: String) -> SourceRange {
    guard place.isUnplaced else { return place }
    hasPlaced = true
    return SourceFile.part(path).whole
  }

  private mutating func refuse(
    _ message: DiagnosticText, at place: SourceRange, _ hint: DiagnosticText
  ) {
    problems.add(.error(.wrongType, message, at: place, hint: hint))
  }
}
