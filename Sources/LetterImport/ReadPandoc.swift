import Typeset

/// Reads a document as pandoc tells it in JSON (pandoc-types 1.22 to 1.23).
struct PandocReader {
  /// What of it a letter cannot hold.
  private(set) var losses = ImportLosses()

  /// The blocks of a document.
  mutating func document(_ root: SourceNode) -> [WordBlock] {
    nestingLists(root["blocks"].map { blocks($0) } ?? [])
  }

  private mutating func blocks(_ node: SourceNode, style: String? = nil) -> [WordBlock] {
    node.items.flatMap { block($0, style) }
  }

  private mutating func block(_ node: SourceNode, _ style: String?) -> [WordBlock] {
    guard let kind = node["t"]?.text else { return [] }
    let content = node["c"] ?? node
    let parts = content.items
    switch kind {
    case "Para", "Plain": return [.paragraph(inlines(content), style: style)]
    case "LineBlock":
      return parts.map { .paragraph(inlines($0), style: style) }
    case "Header" where parts.count == 3:
      return [.heading(level: parts[0].number ?? 1, inlines(parts[2]))]
    case "BulletList": return [.bullets(parts.map { blocks($0) })]
    case "OrderedList" where parts.count == 2:
      let attributes = parts[0].items
      let form = attributes.count > 1 ? attributes[1]["t"]?.text : nil
      if let form, !["Decimal", "DefaultStyle"].contains(form) { losses.add(.listLetters) }
      let items = parts[1].items.map { blocks($0) }
      return [.numbered(from: start(attributes.first, of: items.count), items)]
    case "BlockQuote": return [.quotation(blocks(content))]
    case "CodeBlock" where parts.count == 2: return [.code(parts[1].text ?? "")]
    case "HorizontalRule": return [.rule]
    case "Div" where parts.count == 2:
      return blocks(parts[1], style: parts[0].attribute("custom-style") ?? style)
    case "DefinitionList": return definitions(parts)
    case "Table" where parts.count == 6: return [.table(table(parts))]
    default: return []
    }
  }

  /// The number of a list's first point, of which each has at most nine digits (CommonMark 0.31, 5.2).
  private mutating func start(_ node: SourceNode?, of count: Int) -> Int {
    guard let node else { return 1 }
    let room = 0...max(0, 999_999_999 - count + 1)
    if let number = node.number, room.contains(number) { return number }
    losses.add(.listStart, node.text ?? "")
    return node.text?.hasPrefix("-") == true ? room.lowerBound : room.upperBound
  }

  private mutating func definitions(_ items: [SourceNode]) -> [WordBlock] {
    items.flatMap { item -> [WordBlock] in
      guard item.items.count == 2 else { return [] }
      let term = WordBlock.paragraph([.strong(inlines(item.items[0]))], style: nil)
      return [term] + item.items[1].items.flatMap { blocks($0) }
    }
  }

  // MARK: Inlines

  private mutating func inlines(_ node: SourceNode) -> [WordInline] {
    var made: [WordInline] = []
    for item in node.items {
      for inline in inline(item) {
        // Words and the spaces between come one by one.
        if case .text(let more) = inline, case .text(let text)? = made.last {
          made[made.count - 1] = .text(text + more)
        } else {
          made.append(inline)
        }
      }
    }
    return made
  }

  private mutating func inline(_ node: SourceNode) -> [WordInline] {
    guard let kind = node["t"]?.text else { return [] }
    let content = node["c"] ?? node
    let parts = content.items
    switch kind {
    case "Str": return [.text(content.text ?? "")]
    case "Space", "SoftBreak": return [.text(" ")]
    case "LineBreak": return [.lineBreak]
    case "Emph": return [.emphasis(inlines(content))]
    case "Strong": return [.strong(inlines(content))]
    case "Strikeout": return [.struck(inlines(content))]
    case "SmallCaps": return [.smallCapitals(inlines(content))]
    case "Underline": return lost(.underline, content)
    case "Superscript": return raised(content, losses: .superscript)
    case "Subscript": return lost(.superscript, content)
    case "Code" where parts.count == 2: return [.code(parts[1].text ?? "")]
    case "Math" where parts.count == 2:
      losses.add(.formula, parts[1].text ?? "")
      return [.code(parts[1].text ?? "")]
    case "Quoted" where parts.count == 2: return [.text("\"")] + inlines(parts[1]) + [.text("\"")]
    case "Cite" where parts.count == 2: return inlines(parts[1])
    case "Span" where parts.count == 2: return inlines(parts[1])
    case "Link" where parts.count == 3:
      return [.link(inlines(parts[1]), to: parts[2].items.first?.text ?? "")]
    case "Image" where parts.count == 3:
      return [
        .image(
          parts[2].items.first?.text ?? "", alternative: inlines(parts[1]).plain,
          width: parts[0].attribute("width").flatMap(millimetres))
      ]
    case "Note": return [.footnote(blocks(content))]
    default: return []
    }
  }

  private mutating func lost(_ kind: ImportLosses.Kind, _ content: SourceNode) -> [WordInline] {
    let inner = inlines(content)
    losses.add(kind, inner.plain)
    return inner
  }

  /// `m²` keeps its figure; of other raised text only the words are kept.
  private mutating func raised(
    _ content: SourceNode, losses kind: ImportLosses.Kind
  ) -> [WordInline] {
    let inner = inlines(content)
    let figures: [Character: Character] = ["1": "¹", "2": "²", "3": "³"]
    let plain = inner.plain
    guard plain.count == 1, let figure = plain.first.flatMap({ figures[$0] }) else {
      return lost(kind, content)
    }
    return [.text(String(figure))]
  }

  // MARK: Tables

  /// A table by its parts: attributes, caption, columns, head, bodies, foot.
  private mutating func table(_ parts: [SourceNode]) -> WordTable {
    let head = parts[3].items.count > 1 ? parts[3].items[1].items : []
    let bodies = parts[4].items.flatMap { body in
      body.items.count == 4 ? body.items[2].items + body.items[3].items : []
    }
    let foot = parts[5].items.count > 1 ? parts[5].items[1].items : []
    var columns = parts[2].items.map { WordTable.Alignment(pandoc: $0.items.first?["t"]?.text) }
    let rows = grid(head + bodies + foot, &columns)
    return WordTable(columns: columns, rows: rows, hasHead: !head.isEmpty)
  }

  /// Rows in which each cell stands in its column; one that reaches over others leaves them empty.
  private mutating func grid(
    _ rows: [SourceNode], _ columns: inout [WordTable.Alignment?]
  ) -> [[[WordBlock]]] {
    var taken: [Int] = []
    var made: [[[WordBlock]]] = []
    for row in rows {
      var cells: [[WordBlock]] = []
      func isTaken() -> Bool { taken.indices.contains(cells.count) && taken[cells.count] > 0 }
      for cell in row.items.last?.items ?? [] where cell.items.count == 5 {
        while isTaken() {
          taken[cells.count] -= 1
          cells.append([])
        }
        let (down, across) = (max(1, cell.items[2].number ?? 1), max(1, cell.items[3].number ?? 1))
        for index in 0..<min(across, 64) {
          while taken.count <= cells.count { taken.append(0) }
          taken[cells.count] = down - 1
          cells.append(index == 0 ? blocks(cell.items[4]) : [])
        }
      }
      while isTaken() {
        taken[cells.count] -= 1
        cells.append([])
      }
      made.append(cells)
    }
    let width = made.map(\.count).max() ?? 0
    while columns.count < width { columns.append(nil) }
    return made.filter { row in row.contains { !$0.isEmpty } }.map { row in
      row + Array(repeating: [], count: columns.count - row.count)
    }
  }
}

extension WordTable.Alignment {
  fileprivate init?(pandoc name: String?) {
    switch name {
    case "AlignLeft": self = .left
    case "AlignCenter": self = .center
    case "AlignRight": self = .right
    default: return nil
    }
  }
}

/// A measure as pandoc has it, `1.57in`, in millimetres.
private func millimetres(_ text: String) -> Double? {
  let units = ["in": 25.4, "cm": 10, "mm": 1, "pt": 25.4 / 72]
  let unit = String(text.suffix(2))
  guard let factor = units[unit], let value = Double(text.dropLast(2)), value > 0 else {
    return nil
  }
  return value * factor
}

extension SourceNode {
  fileprivate subscript(key: String) -> SourceNode? {
    guard case .mapping(let entries) = value else { return nil }
    return entries.first { $0.key == key }?.value
  }

  fileprivate var items: [SourceNode] {
    if case .sequence(let items) = value { items } else { [] }
  }

  fileprivate var text: String? {
    if case .scalar(let text, _) = value { text } else { nil }
  }

  fileprivate var number: Int? { text.flatMap { Int($0) } }

  /// An attribute by its name, of identifier, classes and pairs.
  fileprivate func attribute(_ name: String) -> String? {
    guard items.count == 3 else { return nil }
    return items[2].items.first { $0.items.first?.text == name }?.items.last?.text
  }
}
