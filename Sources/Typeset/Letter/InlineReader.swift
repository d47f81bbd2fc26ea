/// Reads the inline content of one block, following the source along byte by byte.
///
/// cmark's own positions of inlines go wrong after line ends, in lists and with bare links, so
/// they are not used: delimiters and words come in the order of the source.
struct InlineReader {
  let text: BodyText
  /// How many quotations the block stands in, each with a `>` on every line.
  let quotes: Int
  /// Where the block ends.
  let limit: Int
  /// What has been read up to.
  private(set) var cursor: Int
  private(set) var problems = DiagnosticCollector()
  /// Where `[^`, or the backslash of a line end, stands within bare addresses, which cmark lets run on
  /// to the next space.
  private(set) var swallowedMarks: [Int] = []

  init(text: BodyText, range: Range<Int>, quotes: Int) {
    self.text = text
    self.quotes = quotes
    limit = range.upperBound
    cursor = range.lowerBound
  }

  /// The content of a node; `depth` counts everything it is nested in.
  mutating func pieces(of node: MarkdownNode, depth: Int) -> [InlinePiece] {
    guard depth <= nestingLimit else {
      problems.add(tooDeep(at: text.place(cursor..<min(cursor + 1, text.bytes.count))))
      return []
    }
    var pieces: [InlinePiece] = []
    for child in node.children { read(child, depth, into: &pieces) }
    return pieces
  }

  private mutating func read(
    _ node: MarkdownNode, _ depth: Int, into pieces: inout [InlinePiece]
  ) {
    let start = cursor
    switch node.kind {
    case .text:
      let literal = node.literal
      guard !literal.isEmpty else { return }
      pieces.append(.text(literal, find(Array(literal.utf8))))
    case .softBreak:
      cursor = text.skipLineEnd(from: cursor, quotes: quotes)
      pieces.append(.softBreak(start..<cursor))
    case .lineBreak:
      skip("\\")
      cursor = text.skipLineEnd(from: cursor, quotes: quotes)
      pieces.append(.lineBreak(start..<cursor))
    case .code:
      pieces.append(.code(node.literal, readCode()))
    case .html:
      readHTML(node.literal)
    case .emphasis:
      pieces.append(group(.emphasis, node, depth, delimiter: 1))
      tellTimes(start..<cursor)
    case .strong:
      pieces.append(group(.strong, node, depth, delimiter: 2))
    case .strikethrough:
      let isDouble = text.has("~~", at: cursor)
      pieces.append(group(.strikethrough, node, depth, delimiter: isDouble ? 2 : 1))
    case .link:
      readLink(node, depth, into: &pieces)
    case .image:
      let picture = picture(of: node, depth)
      pieces.append(.image(picture, start..<cursor))
    case .footnoteReference:
      while cursor < limit, text.byte(cursor) != UInt8(ascii: "]") { cursor += 1 }
      cursor = min(cursor + 1, text.bytes.count)
      // cmark puts the number in place of the label.
      if let number = Int(node.literal) { pieces.append(.footnote(number - 1, start..<cursor)) }
    default:
      break
    }
  }

  private mutating func picture(
    of node: MarkdownNode, _ depth: Int
  ) -> InlinePiece.Picture {
    skip("![")
    let inner = pieces(of: node, depth: depth + 1)
    cursor = linkEnd(from: cursor)
    return InlinePiece.Picture(
      path: percentDecoded(node.url),
      alternative: collapseSpaces(inner.map(\.plainText).joined()), title: node.title)
  }

  private mutating func group(
    _ kind: InlinePiece.Kind, _ node: MarkdownNode, _ depth: Int, delimiter: Int
  ) -> InlinePiece {
    let start = cursor
    skipDelimiter(delimiter)
    let inner = pieces(of: node, depth: depth + 1)
    skipDelimiter(delimiter)
    return .group(kind, inner, start..<cursor)
  }

  /// Warns of a star beside a figure and within a word, which is more likely one to be printed.
  private mutating func tellTimes(_ range: Range<Int>) {
    for mark in [range.lowerBound, range.upperBound - 1] where text.has("*", at: mark) {
      let beside = [text.byte(mark - 1), text.byte(mark + 1)].compactMap(\.self)
      guard beside.count == 2, beside.allSatisfy({ [$0].isWord(at: 0) }),
        beside.contains(where: { (0x30...0x39).contains($0) })
      else { continue }
      problems.add(
        .warning(
          .looseMark, "\"*\" is a mark of emphasis here, and is not printed",
          at: text.place(mark..<mark + 1), hint: "write \\* for the sign itself"))
      return
    }
  }

  private mutating func skipDelimiter(_ count: Int) {
    for _ in 0..<count where [0x2A, 0x5F, 0x7E].contains(text.byte(cursor) ?? 0) { cursor += 1 }
  }

  private mutating func skip(_ characters: StaticString) {
    if text.has(characters, at: cursor) { cursor += characters.utf8CodeUnitCount }
  }

  /// The stretch of a text, and the cursor after it.
  private mutating func find(_ literal: [UInt8]) -> Range<Int> {
    // What precedes it by rights is at most a reference definition that cmark has taken out.
    for start in cursor..<max(cursor + 1, min(limit, cursor + 2048)) {
      if let end = TextAlignment.end(of: literal, at: start, in: text) {
        cursor = end
        return start..<end
      }
    }
    return cursor..<cursor
  }

  private mutating func readCode() -> Range<Int> {
    while cursor < limit, text.byte(cursor) != UInt8(ascii: "`") { cursor += 1 }
    let start = cursor
    while text.byte(cursor) == UInt8(ascii: "`") { cursor += 1 }
    let ticks = cursor - start
    var run = 0
    while cursor < limit {
      run = text.byte(cursor) == UInt8(ascii: "`") ? run + 1 : 0
      cursor += 1
      if run == ticks, text.byte(cursor) != UInt8(ascii: "`") { break }
    }
    return start..<cursor
  }

  private mutating func readHTML(_ literal: String) {
    let start = cursor
    for byte in literal.utf8 {
      if byte == 0x0A {
        cursor = text.skipLineEnd(from: cursor, quotes: quotes)
      } else if text.byte(cursor) == byte {
        cursor += 1
      }
    }
    if !literal.hasPrefix("<!--") {
      problems.add(rawHTML(literal, at: text.place(start..<cursor)))
    }
  }

  private mutating func readLink(
    _ node: MarkdownNode, _ depth: Int, into pieces: inout [InlinePiece]
  ) {
    let start = cursor
    let isBracketed = text.has("[", at: cursor)
    if isBracketed { skip("[") } else { skip("<") }
    let inner = self.pieces(of: node, depth: depth + 1)
    if isBracketed {
      cursor = linkEnd(from: cursor)
    } else if text.has("<", at: start) {
      skip(">")
    } else if let mark = (start..<cursor).first(where: { text.has("[^", at: $0) }) {
      swallowedMarks.append(mark)
    } else if text.has("\\\n", at: cursor - 1) {
      swallowedMarks.append(cursor - 1)
    }
    if text.isTemplate, holdsTags(node.url) {
      // What it leads to is seen when it is filled.
      pieces.append(.group(.link(node.url), inner, start..<cursor))
      return
    }
    switch LinkTarget(node.url) {
    case .allowed(let uri):
      pieces.append(.group(.link(uri), inner, start..<cursor))
    case .dead:
      problems.add(
        .warning(
          .deadLink, "the link \(quoted(node.url)) leads nowhere and is set as text",
          at: text.place(start..<cursor), hint: "write its address in the parentheses"))
      pieces += inner
    case .refused(let reason):
      problems.add(
        .error(
          .deadLink, "the link \(quoted(node.url)) \(reason)", at: text.place(start..<cursor),
          hint: LinkTarget.advice(on: node.url)))
    }
  }

  /// The offset after `](…)`, `][…]` or `]`.
  private func linkEnd(from offset: Int) -> Int {
    guard text.has("]", at: offset) else { return offset }
    let after = offset + 1
    if text.has("(", at: after) { return destinationEnd(from: after) ?? after }
    guard text.has("[", at: after) else { return after }
    return unescaped("]", from: after + 1).map { $0 + 1 } ?? after
  }

  /// The offset after a link's destination and title in parentheses; nil if it is none.
  private func destinationEnd(from parenthesis: Int) -> Int? {
    var offset = skipSpace(parenthesis + 1)
    if text.has("<", at: offset) {
      guard let end = unescaped(">", from: offset + 1) else { return nil }
      offset = end + 1
    } else {
      var depth = 0
      while offset < limit, let byte = text.byte(offset), !text.isSpace(offset) {
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        if depth < 0 { break }
        offset += byte == UInt8(ascii: "\\") ? 2 : 1
      }
    }
    offset = skipSpace(offset)
    let closing: [UInt8: StaticString] = [0x22: "\"", 0x27: "'", 0x28: ")"]
    if let quote = text.byte(offset), let mark = closing[quote] {
      guard let end = unescaped(mark, from: offset + 1) else { return nil }
      offset = skipSpace(end + 1)
    }
    return text.has(")", at: offset) ? offset + 1 : nil
  }

  private func skipSpace(_ offset: Int) -> Int {
    var offset = offset
    while text.isSpace(offset) { offset += 1 }
    return offset
  }

  private func unescaped(_ mark: StaticString, from start: Int) -> Int? {
    var offset = start
    while offset < limit {
      if text.has(mark, at: offset) { return offset }
      offset += text.has("\\", at: offset) ? 2 : 1
    }
    return nil
  }
}

/// What to say of nesting that no letter needs.
func tooDeep(at place: SourceRange) -> Diagnostic {
  .error(
    .nestedTooDeep, "the text is nested more than \(nestingLimit) deep here", at: place,
    hint: "nest it less")
}

/// What to say of HTML, which is never set.
func rawHTML(_ literal: String, at place: SourceRange) -> Diagnostic {
  let name = literal.dropFirst(literal.hasPrefix("</") ? 2 : 1).prefix { $0.isLetter || $0 == "_" }
  if name.lowercased() == "br" {
    return .error(
      .html, "\(quoted(collapseSpaces(literal))) is HTML, which a letter cannot hold", at: place,
      hint: "end the line with a backslash for a line end that stays")
  }
  if literal.utf8.count == name.utf8.count + 2, !wordsOfHTML.contains(name.lowercased()) {
    return .error(
      .html, "\(quoted(literal)) is read as HTML, which a letter cannot hold", at: place,
      hint: "write {{\(name)}} for a field of the records, or \\< for the character itself")
  }
  return .error(
    .html, "\(quoted(collapseSpaces(literal))) is HTML, which a letter cannot hold", at: place,
    hint: "write it in Markdown, or write \\< for the character itself")
}

/// The elements that someone who knows HTML may write in a text.
private let wordsOfHTML: Set<String> = [
  "a", "abbr", "b", "big", "blockquote", "body", "center", "cite", "code", "del", "details", "div",
  "dd", "dl", "dt", "em", "font", "footer", "h", "head", "header", "hr", "html", "i", "img", "ins",
  "kbd", "li", "main", "mark", "nav", "o", "ol", "p", "pre", "q", "s", "script", "section", "small",
  "span", "strike", "strong", "style", "sub", "summary", "sup", "table", "tbody", "td", "tfoot",
  "th", "thead", "title", "tr", "tt", "u", "ul", "var", "video",
]
