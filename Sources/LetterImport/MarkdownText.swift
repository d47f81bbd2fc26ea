/// Writes what came out of Word as the Markdown of letters, so that it is read back as it was.
struct MarkdownText {
  private(set) var losses = ImportLosses()
  /// The pictures that the text has, in the order in which they come: their names in the file.
  private(set) var pictures: [String] = []
  /// How a picture is called in the letter, by its name in the file; nil for one that is left out.
  let pictureName: (String) -> String?
  private var notes: [String] = []
  /// Whether bars are borders, even those within code.
  private var isInTable = false

  /// Pictures wider than this are as wide as the column.
  private static let widest = 100.0

  init(pictureName: @escaping (String) -> String?) { self.pictureName = pictureName }

  /// A text with its footnotes behind it, ending in a line end.
  mutating func document(_ content: [WordBlock]) -> String {
    var text = blocks(content)
    // A footnote may have footnotes.
    var next = 0
    while next < notes.count {
      text += "\n[^\(next + 1)]: \(notes[next])\n"
      next += 1
    }
    return text
  }

  // MARK: Blocks

  private mutating func blocks(_ content: [WordBlock], isTight: Bool = false) -> String {
    var made = ""
    var last: WordBlock?
    for block in content {
      let text = self.block(block)
      guard !text.isEmpty else { continue }
      if let last {
        // Two lists in a row would be one.
        if !isTight { made += last.isList && block.isList ? "\n<!-- -->\n\n" : "\n" }
      }
      made += text
      last = block
    }
    return made
  }

  /// A block with its line end; empty where nothing of it is left.
  private mutating func block(_ block: WordBlock) -> String {
    switch block {
    case .paragraph(let content, _):
      let text = paragraph(content)
      return text.isEmpty ? "" : text + "\n"
    case .heading(let level, let content):
      let text = line(content)
      return text.isEmpty
        ? "" : String(repeating: "#", count: min(6, max(1, level) + 1)) + " \(text)\n"
    case .bullets(let items): return list(items) { _ in "- " }
    case .numbered(let from, let items): return list(items) { "\(from + $0). " }
    case .quotation(let inner): return indented(blocks(inner), first: "> ", rest: "> ")
    case .code(let code):
      let fence = String(repeating: "`", count: max(3, longestTicks(in: code) + 1))
      return "\(fence)\n\(code)\n\(fence)\n"
    case .table(let table): return self.table(table)
    case .rule: return "* * *\n"
    }
  }

  private mutating func list(_ items: [[WordBlock]], _ mark: (Int) -> String) -> String {
    var made = ""
    // Lines with a list below each stand close; further paragraphs stand apart.
    let isLoose = items.contains { item in
      item.count > 2 || item.dropFirst().contains { !$0.isList } || item.first?.isList == true
    }
    for (index, item) in items.enumerated() {
      let mark = mark(index)
      let rest = String(repeating: " ", count: mark.count)
      var text = indented(blocks(item, isTight: !isLoose), first: mark, rest: rest)
      if text.isEmpty { text = mark.dropLast() + "\n" }
      if isLoose, index > 0 { made += "\n" }
      made += text
    }
    return made
  }

  private func indented(_ text: String, first: String, rest: String) -> String {
    var made = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .enumerated()
    {
      let mark = index == 0 ? first : rest
      made += (line.isEmpty && !mark.hasPrefix(">") ? "" : mark + line) + "\n"
    }
    return made
  }

  // MARK: Tables

  private mutating func table(_ table: WordTable) -> String {
    guard let head = table.rows.first, !table.columns.isEmpty else { return "" }
    isInTable = true
    defer { isInTable = false }
    var made = row(head)
    made += "|"
    for column in table.columns {
      switch column {
      case nil: made += " --- |"
      case .left: made += " :-- |"
      case .center: made += " :-: |"
      case .right: made += " --: |"
      }
    }
    made += "\n"
    for cells in table.rows.dropFirst() { made += row(cells) }
    return made + (table.hasHead ? "" : "{headers=none}\n")
  }

  private mutating func row(_ cells: [[WordBlock]]) -> String {
    var made = "|"
    for cell in cells {
      if cell.count > 1 { losses.add(.cellBlocks, words(of: cell)) }
      let text = cell.map { cellText($0) }.filter { !$0.isEmpty }.joined(separator: " ")
      made += text.isEmpty ? "  |" : " \(text) |"
    }
    return made + "\n"
  }

  /// A block on one line.
  private mutating func cellText(_ block: WordBlock) -> String {
    switch block {
    case .paragraph(let content, _), .heading(_, let content): return line(content)
    case .bullets(let items), .numbered(_, let items):
      losses.add(.cellBlocks, words(of: items.joined().map { $0 }))
      return items.joined().map { cellText($0) }.joined(separator: "; ")
    case .quotation(let inner): return inner.map { cellText($0) }.joined(separator: " ")
    case .code(let code): return code.isEmpty ? "" : codeSpan(code)
    case .table(let table):
      losses.add(.cellBlocks, words(of: [block]))
      return table.rows.joined().joined().map { cellText($0) }.joined(separator: " ")
    case .rule: return ""
    }
  }

  private func words(of blocks: [WordBlock]) -> String {
    blocks.lazy.compactMap { block -> String? in
      if case .paragraph(let content, _) = block { content.plain } else { nil }
    }.first { !$0.isEmpty } ?? ""
  }

  // MARK: Lines

  /// A paragraph: what would begin another kind of block at its lines' beginnings is escaped.
  private mutating func paragraph(_ content: [WordInline]) -> String {
    let lines = content.split { $0 == .lineBreak }
      .map { line(Array($0)) }.filter { !$0.isEmpty }
    return lines.joined(separator: "\\\n")
  }

  /// Inlines on one line, escaped at its beginning.
  private mutating func line(_ content: [WordInline]) -> String {
    MarkdownEscape.lineStart(inlines(content).trimmingSpaces)
  }

  private mutating func inlines(_ content: [WordInline]) -> String {
    var made = ""
    for (index, inline) in content.enumerated() {
      let after = content.dropFirst(index + 1).first?.plain.first
      let text = self.text(of: inline, between: made.last, and: after)
      // Beside a bracket it would make a picture of what is in brackets.
      if text.first == "[", made.last == "!" {
        made.replaceSubrange(made.index(before: made.endIndex)..., with: "\\!")
      }
      made += text
    }
    return made
  }

  private mutating func text(
    of inline: WordInline, between before: Character?, and after: Character?
  ) -> String {
    switch inline {
    case .text(let text): return MarkdownEscape.inline(text)
    case .lineBreak: return " "
    case .emphasis(let inner): return marked(inner, "*", before, after)
    case .strong(let inner): return marked(inner, "**", before, after)
    case .struck(let inner): return marked(inner, "~~", before, after)
    case .smallCapitals(let inner):
      let text = inlines(inner)
      return text.isEmpty ? "" : "[\(text)]{.smallcaps}"
    case .code(let code): return code.isEmpty ? "" : codeSpan(code)
    case .link(let inner, let target): return link(inner, to: target)
    case .image(let name, let alternative, let width):
      return image(name, alternative, width)
    case .footnote(let content): return note(content)
    }
  }

  /// Marks stand where they are read as marks: at the edges of words, with the spaces outside; where
  /// what is beside them keeps them from that, a comment parts them (CommonMark 0.31, 6.2).
  private mutating func marked(
    _ inner: [WordInline], _ mark: String, _ before: Character?, _ after: Character?
  ) -> String {
    let text = inlines(inner)
    let start = text.prefix(while: \.isWhitespace)
    var core = text.dropFirst(start.count)
    while core.last?.isWhitespace == true { core.removeLast() }
    guard let first = core.first, let last = core.last else { return text }
    let end = text.suffix(text.count - start.count - core.count)
    var made = mark + core + mark
    if start.isEmpty, let before,
      before == mark.first || before.isWordCharacter && !first.isWordCharacter
    {
      made = Self.nothing + made
    }
    if end.isEmpty, let after, after.isWordCharacter, !last.isWordCharacter { made += Self.nothing }
    return start + made + end
  }

  /// What parts two marks, and is not set.
  private static let nothing = "<!-- -->"

  private mutating func link(_ inner: [WordInline], to target: String) -> String {
    let text = inlines(inner)
    let isKnown = ["https://", "http://", "mailto:"].contains { target.lowercased().hasPrefix($0) }
    let isPlain = target.utf8.allSatisfy { $0 > 0x20 && !"<>()\\".utf8.contains($0) }
    guard isKnown, isPlain, !text.trimmingSpaces.isEmpty else {
      // Marks within the document lead nowhere in a letter, and are no loss.
      if !target.hasPrefix("#"), !target.isEmpty { losses.add(.link, target) }
      return text
    }
    return "[\(text)](\(target))"
  }

  private mutating func image(_ name: String, _ alternative: String, _ width: Double?) -> String {
    guard let path = pictureName(name) else {
      losses.add(.picture, name)
      return ""
    }
    if !pictures.contains(name) { pictures.append(name) }
    let words = alternative.trimmingSpaces
    // In brackets that are none of its words, so that each look at the letter asks for them.
    let shown = words.isEmpty ? "[beskriv billedet]" : MarkdownEscape.inline(words)
    let size =
      width.flatMap { $0 > Self.widest ? nil : "{width=\(max(1, Int($0.rounded())))mm}" } ?? ""
    return "![\(shown)](\(path))\(size)"
  }

  private mutating func note(_ content: [WordBlock]) -> String {
    notes.append("")
    let number = notes.count
    var parts: [String] = []
    for block in content {
      if case .paragraph(let inner, _) = block {
        parts.append(paragraph(inner))
      } else {
        losses.add(.noteBlocks, words(of: [block]))
        parts.append(cellText(block))
      }
    }
    parts = parts.filter { !$0.isEmpty }
    guard !parts.isEmpty else {
      notes.removeLast()
      return ""
    }
    notes[number - 1] = parts.joined(separator: "\n\n    ")
    return "[^\(number)]"
  }

  private func codeSpan(_ code: String) -> String {
    var plain = code.replacing("\n", with: " ")
    if isInTable { plain = plain.replacing("|", with: "\\|") }
    let ticks = String(repeating: "`", count: longestTicks(in: plain) + 1)
    let room = plain.hasPrefix("`") || plain.hasSuffix("`") ? " " : ""
    return ticks + room + plain + room + ticks
  }

  private func longestTicks(in code: String) -> Int {
    code.split { $0 != "`" }.map(\.count).max() ?? 0
  }
}

extension WordBlock {
  fileprivate var isList: Bool {
    switch self {
    case .bullets, .numbered: true
    default: false
    }
  }
}

extension Character {
  fileprivate var isWordCharacter: Bool { isLetter || isNumber }
}

extension String {
  /// The text without spaces at its ends; a no-break space stays.
  var trimmingSpaces: String {
    var text = drop { $0 == " " || $0 == "\t" || $0 == "\n" }
    while let last = text.last, last == " " || last == "\t" || last == "\n" { text.removeLast() }
    return String(text)
  }
}
