@testable import Typeset

/// Reads a letter out of text.
func letter(_ text: String) throws -> Letter {
  try parseLetter(SourceFile(name: "letter.md", text: text)).letter
}

/// Reads a body below an empty head.
func body(_ markdown: String) throws -> [Block] { try letter("---\n---\n" + markdown).body }

/// The body of a letter with some text below an empty head, however long it is.
func boundlessBody(_ markdown: String) throws -> [Block] {
  let file = SourceFile(name: "letter.md", text: "---\n---\n" + markdown)
  var reader = BodyReader(
    text: BodyText(file: file, from: 8),
    limits: LetterLimits(
      text: .max, lines: .max, word: .max, brackets: .max, addresses: .max, stars: .max, cells: .max
    ))
  let blocks = reader.read()
  try reader.problems.throwIfErrors()
  return blocks
}

/// What a letter's warnings say.
func warnings(_ text: String) throws -> [String] {
  try parseLetter(SourceFile(name: "letter.md", text: text)).warnings.map(brief)
}

/// Blocks in short: `p(…)`, `h2(…)`, `ul(li(…))`.
func dump(_ blocks: [Block]) -> String { blocks.map(dump).joined(separator: " ") }

func dump(_ block: Block) -> String {
  switch block.content {
  case .paragraph(let inlines): "p(\(dump(inlines)))"
  case .heading(let level, let inlines): "h\(level)(\(dump(inlines)))"
  case .list(let list): dump(list)
  case .quote(let blocks): "quote(\(dump(blocks)))"
  case .callout(let callout):
    "callout(\(callout.kind) '\(dump(callout.title))' \(dump(callout.blocks)))"
  case .code(let code): "code(\(code))"
  case .rule: "rule"
  case .table(let table): dump(table)
  case .image(let image): dump(image)
  case .fields(let fields):
    "fields(" + fields.map { "\(dump($0.term)) = \(dump($0.value))" }.joined(separator: "; ") + ")"
  }
}

private func dump(_ list: Block.List) -> String {
  let name = list.start.map { "ol\($0)" } ?? "ul"
  let items = list.items.map { "li(\(dump($0.blocks)))" }.joined(separator: " ")
  return "\(name)\(list.isTight ? "" : "-loose")(\(items))"
}

private func dump(_ table: Block.Table) -> String {
  func row(_ cells: [Block.Table.Cell]) -> String {
    cells.map { dump($0.inlines) }.joined(separator: " | ")
  }
  let rows = ([table.head] + table.rows.map(\.cells)).map(row).joined(separator: " / ")
  let columns = table.columns.map { "\($0)".prefix(1) }.joined()
  let caption = table.caption.isEmpty ? "" : " caption \(dump(table.caption))"
  return "table(\(columns): \(rows)\(caption))"
}

func dump(_ inlines: [Inline]) -> String { inlines.map(dump).joined() }

private func dump(_ inline: Inline) -> String {
  switch inline.content {
  case .text(let text): text
  case .emphasis(let inner): "<em \(dump(inner))>"
  case .strong(let inner): "<strong \(dump(inner))>"
  case .strikethrough(let inner): "<del \(dump(inner))>"
  case .code(let code): "<code \(code)>"
  case .link(let uri, let inner): "<\(uri) \(dump(inner))>"
  case .lineBreak: "<br>"
  case .footnote(let index): "<note \(index)>"
  case .span(let inner, let attributes): "<span \(dump(attributes)) \(dump(inner))>"
  case .image(let image): dump(image)
  }
}

private func dump(_ image: Image) -> String {
  let link = image.link.map { " -> \($0)" } ?? ""
  return
    "<image \(image.path) '\(image.alternative)' '\(image.title)' \(dump(image.attributes))\(link)>"
}

private func dump(_ attributes: [String: String]) -> String {
  attributes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
}

/// The source text of every inline, depth first, each in brackets.
func sources(_ inlines: [Inline]) -> String {
  inlines.map { "[\($0.place.text)]" + sources(inner(of: $0)) }.joined()
}

private func inner(of inline: Inline) -> [Inline] {
  switch inline.content {
  case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner),
    .span(let inner, _):
    inner
  default: []
  }
}

/// The source text of every inline of every block.
func sources(_ blocks: [Block]) -> [String] {
  blocks.flatMap { block -> [String] in
    switch block.content {
    case .paragraph(let inlines), .heading(_, let inlines): [sources(inlines)]
    case .list(let list): list.items.flatMap { sources($0.blocks) }
    case .quote(let blocks): sources(blocks)
    case .callout(let callout): [sources(callout.title)] + sources(callout.blocks)
    case .table(let table):
      (table.head + table.rows.flatMap(\.cells)).map { sources($0.inlines) }
    case .fields(let fields): fields.flatMap { [sources($0.term), sources($0.value)] }
    case .code, .rule, .image: [block.place.text]
    }
  }
}
