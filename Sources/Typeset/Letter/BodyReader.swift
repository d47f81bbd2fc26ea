/// Reads the body of a letter: CommonMark with GitHub's tables and footnotes, and additions.
///
/// Additions to Markdown:
/// - `[text]{lang=en}` and `[text]{.smallcaps}` are spans with attributes; `![alt](file){width=80mm
///   align=center}` gives an image its measures.
/// - A paragraph that begins with `: ` right after a table is its caption; braces at its end, or as a
///   last row without bars, say more of the table, and `{.total}` of a row.
/// - A quotation that begins with `[!note]` is a call-out, what follows on that line its title.
/// - A paragraph whose lines read `Term:: value` is a list of fields; a line without `::` carries
///   on the value above it.
///
/// HTML comments are left out; other HTML is an error. A link to nothing (`#`) is set as text, with
/// a warning.
struct BodyReader {
  let text: BodyText
  let limits: LetterLimits
  var problems = DiagnosticCollector()
  var footnotes: [Letter.Footnote] = []
  /// What looks like a slip in it.
  var slips: BodySlips
  /// Where the marks of footnotes and of line ends stand that cmark took for parts of bare addresses.
  private var swallowedMarks: Set<Int> = []

  init(text: BodyText, limits: LetterLimits = LetterLimits()) {
    (self.text, self.limits) = (text, limits)
    slips = BodySlips(text: text)
  }

  /// Reads the whole body; problems and footnotes are then to be had.
  mutating func read() -> [Block] {
    if let problem = limits.problem(of: text) {
      problems.add(problem)
      return []
    }
    if let deep = firstDeepLine() {
      problems.add(tooDeep(at: text.place(deep)))
      return []
    }
    guard let document = MarkdownDocument(text.markdown) else {
      problems.add(.error(.tooBig, "the text takes more memory than there is", at: nil))
      return []
    }
    var reader = self
    var blocks = document.withRoot { root in
      for child in root.children where child.kind == .footnote { reader.readFootnote(child) }
      return reader.blocks(of: root, depth: 0, quotes: 0)
    }
    if !reader.swallowedMarks.isEmpty, text.breaks.isEmpty {
      self = BodyReader(text: text.breaking(at: reader.swallowedMarks), limits: limits)
      return read()
    }
    self = reader
    NoteOrder.apply(to: &blocks, &footnotes)
    problems.add(slips.problems.all)
    return blocks
  }

  /// The blocks in a node from one of its children on; `depth` counts everything it is nested in.
  mutating func blocks(
    of node: MarkdownNode, from first: Int = 0, depth: Int, quotes: Int
  ) -> [Block] {
    guard depth <= nestingLimit else {
      problems.add(tooDeep(at: text.place(text.range(of: node))))
      return []
    }
    var blocks: [Block] = []
    for child in node.children.dropFirst(first) {
      let range = range(of: child, quotes: quotes)
      let place = text.place(range)
      switch child.kind {
      case .paragraph:
        readParagraph(child, range, depth, quotes, after: &blocks)
      case .heading:
        let pieces = pieces(of: child, headingText(range), depth, quotes)
        slips.look(at: pieces, as: .heading)
        slips.tellUnderlined(pieces, at: range)
        let inlines = finish(pieces)
        if inlines.isEmpty {
          problems.add(
            .warning(.emptyHeading, "this heading is empty", at: place, hint: "delete it"))
        } else {
          let content = Block.Content.heading(level: child.headingLevel, inlines)
          blocks.append(Block(content: content, place: place))
        }
      case .list:
        blocks.append(Block(content: .list(list(child, depth, quotes)), place: place))
      case .quote:
        if let callout = callout(child, place, depth, quotes) {
          blocks.append(Block(content: .callout(callout), place: place))
          continue
        }
        let inner = self.blocks(of: child, depth: depth + 1, quotes: quotes + 1)
        blocks.append(Block(content: .quote(inner), place: place))
      case .codeBlock:
        if !child.isFenced {
          problems.add(
            .warning(
              .indentedCode, "these lines are set as code because they are indented", at: place,
              hint: "delete the spaces at the beginning of the line"))
        } else if !isClosed(range) {
          problems.add(
            .warning(
              .looseMark, "the block of code that begins here has no end", at: place,
              hint: "write ``` on a line of its own below it"))
        }
        blocks.append(Block(content: .code(Self.code(child.literal)), place: place))
      case .rule:
        blocks.append(Block(content: .rule, place: place))
      case .table:
        let table = table(child, range, depth, quotes)
        blocks.append(Block(content: .table(table), place: place))
      case .htmlBlock:
        checkHTML(child.literal, at: place)
      default:
        break
      }
    }
    return blocks
  }

  /// The inline pieces of a block, spans made.
  mutating func pieces(
    of node: MarkdownNode, _ range: Range<Int>, _ depth: Int, _ quotes: Int
  ) -> [InlinePiece] {
    var reader = InlineReader(text: text, range: range, quotes: quotes)
    var pieces = reader.pieces(of: node, depth: depth)
    if text.isTemplate { pieces = BodyBraces(text: text).marked(pieces) }
    problems.add(reader.problems.all)
    swallowedMarks.formUnion(reader.swallowedMarks)
    var spans = SpanReader(text: text)
    let resolved = BareAddresses(text: text).linked(spans.makeSpans(pieces))
    problems.add(spans.problems.all)
    return resolved
  }

  /// The inlines that pieces of one block stand for.
  mutating func finish(_ pieces: [InlinePiece]) -> [Inline] {
    checkFootnoteMarks(pieces)
    var finisher = InlineFinisher(text: text)
    return finisher.finish(pieces)
  }

  private mutating func readParagraph(
    _ node: MarkdownNode, _ range: Range<Int>, _ depth: Int, _ quotes: Int,
    after blocks: inout [Block]
  ) {
    addParagraph(pieces(of: node, range, depth, quotes), range, after: &blocks)
  }

  /// Adds what the pieces of a paragraph stand for.
  mutating func addParagraph(
    _ pieces: [InlinePiece], _ range: Range<Int>, after blocks: inout [Block]
  ) {
    var pieces = pieces
    let place = text.place(range)
    slips.look(at: pieces, as: .paragraph)
    if case .table? = blocks.last?.content { slips.tellPartedRow(pieces) }
    if let table = captioned(blocks.last), dropCaptionMark(&pieces) {
      blocks.removeLast()
      let whole = table.place.file.range(table.place.lower, place.upper)
      var content = table.content
      takeAttributes(&pieces, in: range, for: &content)
      content.caption = finish(pieces)
      blocks.append(Block(content: .table(content), place: whole))
    } else if let fields = fieldList(pieces) {
      blocks.append(Block(content: .fields(fields), place: place))
    } else {
      let inlines = finish(pieces)
      if let image = loneImage(in: inlines) {
        blocks.append(Block(content: .image(image), place: place))
      } else if !inlines.isEmpty {
        blocks.append(Block(content: .paragraph(inlines), place: place))
      }
    }
  }

  /// Whether the last line of a fenced block is its fence, of the sign of the first and as long
  /// (CommonMark 4.5).
  private func isClosed(_ range: Range<Int>) -> Bool {
    guard let end = text.bytes[range].lastIndex(of: 0x0A),
      let sign = text.bytes[range].first(where: { "`~".utf8.contains($0) })
    else { return false }
    let opening = text.bytes[range].drop { $0 != sign }.prefix { $0 == sign }
    let last = text.bytes[(end + 1)..<range.upperBound].filter { ![0x20, 0x09, 0x3E].contains($0) }
    return last.count >= opening.count && last.allSatisfy { $0 == sign }
  }

  /// The image that is all of a paragraph, by itself or in a link.
  private func loneImage(in inlines: [Inline]) -> Image? {
    guard inlines.count == 1 else { return nil }
    switch inlines[0].content {
    case .image(let image): return image
    case .link(let uri, let inner):
      guard inner.count == 1, case .image(var image) = inner[0].content else { return nil }
      image.link = uri
      return image
    default: return nil
    }
  }

  private mutating func list(_ node: MarkdownNode, _ depth: Int, _ quotes: Int) -> Block.List {
    var items: [Block.List.Item] = []
    for item in node.children where item.kind == .item {
      let place = text.place(text.range(of: item))
      let blocks = blocks(of: item, depth: depth + 1, quotes: quotes)
      items.append(Block.List.Item(blocks: blocks, place: place))
    }
    let list = Block.List(start: node.listStart, isTight: node.isTight, items: items)
    warnOfLoneItems(in: list, isInner: depth > 0)
    return list
  }

  /// Where the text of a heading begins, after its `#` signs.
  private func headingText(_ range: Range<Int>) -> Range<Int> {
    var offset = range.lowerBound
    while text.byte(offset) == UInt8(ascii: "#") { offset += 1 }
    guard offset - range.lowerBound <= 6, offset > range.lowerBound, text.isSpace(offset) else {
      return range
    }
    while offset < range.upperBound, text.isSpace(offset) { offset += 1 }
    return offset..<max(offset, range.upperBound)
  }

  /// The lines of a code block, without the last line end, tabs as spaces to every fourth column.
  static func code(_ literal: String) -> String {
    var result = ""
    var column = 0
    for character in literal {
      if character == "\t" {
        let count = 4 - column % 4
        result += String(repeating: " ", count: count)
        column += count
      } else {
        result.append(character)
        column = character == "\n" ? 0 : column + 1
      }
    }
    return result.hasSuffix("\n") ? String(result.dropLast()) : result
  }

  private mutating func checkHTML(_ literal: String, at place: SourceRange) {
    var rest = ""
    var left = Substring(literal)
    while let start = left.firstRange(of: "<!--"),
      let end = left[start.upperBound...].firstRange(of: "-->")
    {
      rest += left[..<start.lowerBound]
      left = left[end.upperBound...]
    }
    rest += left
    if let start = rest.firstRange(of: "<!--") {
      problems.add(
        .error(
          .html, "this comment has no end, so that all below it is left out", at: place,
          hint: "write --> where it ends"))
      rest = String(rest[..<start.lowerBound])
    }
    if rest.contains(where: { !$0.isWhitespace }) {
      problems.add(rawHTML(rest, at: place))
    }
  }

  /// The first line whose beginning opens more quotations and lists than are allowed.
  ///
  /// Asked before cmark, which would build them all.
  private func firstDeepLine() -> Range<Int>? {
    var offset = text.start
    while offset < text.bytes.count {
      let end = text.lineEnd(after: offset)
      var count = 0
      var first: UInt8 = 0
      var isOfOneSign = true
      scan: for byte in text.bytes[offset..<end] {
        switch byte {
        case 0x20, 0x09: continue
        case 0x2A, 0x2B, 0x2D, 0x3E:
          count += 1
          if count == 1 { first = byte } else if byte != first { isOfOneSign = false }
        default: break scan
        }
      }
      // A line of nothing but hyphens or stars is a rule.
      let isRule = isOfOneSign && (first == 0x2A || first == 0x2D)
      if count > nestingLimit, !isRule || text.bytes[offset..<end].count(where: isWord) > 0 {
        return offset..<end
      }
      offset = end + 1
    }
    return nil
  }

  private func isWord(_ byte: UInt8) -> Bool {
    ![0x20, 0x09, 0x2A, 0x2B, 0x2D, 0x3E].contains(byte)
  }
}
