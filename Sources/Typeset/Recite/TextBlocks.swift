/// Blocks of the letter as lines of so many columns.
struct TextBlocks {
  let width: Int

  /// A block that stands further in.
  private func narrower(by columns: Int) -> TextBlocks {
    TextBlocks(width: max(Self.least, width - columns))
  }

  /// No measure is narrower, however deep a list lies.
  private static let least = 24

  /// Blocks with an empty line between them.
  func blocks(_ pieces: [RecitedPiece], isTight: Bool = false) -> [String] {
    var lines: [String] = []
    // What enclosures and copies are called stands close above them.
    var isLabelled = false
    for piece in pieces {
      let own: [String] =
        switch piece {
        case .element(let element): block(element)
        case .rule: [String(repeating: "-", count: 20).leftPadded(to: width / 2 + 10)]
        default: wrapped(text(of: [piece]), to: width)
        }
      guard !own.isEmpty else { continue }
      if !lines.isEmpty, !isTight, !isLabelled { lines.append("") }
      lines += own
      isLabelled = piece.isLabelOfList
    }
    return lines
  }

  /// The lines of a block.
  func block(_ element: RecitedElement) -> [String] {
    switch element.role {
    case .heading: heading(element)
    case .paragraph, .caption: paragraph(element)
    case .list: list(element)
    case .table: TextTable(element, in: self).lines
    case .blockQuote:
      narrower(by: 2).blocks(element.pieces).map { $0.isEmpty ? ">" : "> " + $0 }
    case .aside: narrower(by: 2).blocks(element.pieces).map { $0.isEmpty ? "|" : "| " + $0 }
    case .section: section(element)
    default:
      element.role.isInline || element.role == .figure
        ? wrapped(text(of: [.element(element)]), to: width).filter { !$0.isEmpty }
        : blocks(element.pieces)
    }
  }

  /// A heading, underlined; the subject twice.
  private func heading(_ element: RecitedElement) -> [String] {
    let lines = wrapped(text(of: element.pieces), to: width)
    let widest = lines.map(\.displayWidth).max() ?? 0
    return lines + [String(repeating: element.look?.role == .subject ? "=" : "-", count: widest)]
  }

  private func paragraph(_ element: RecitedElement) -> [String] {
    if case .element(let code)? = element.pieces.first, code.role == .code {
      return code.pieces.codeLines.map { $0.isEmpty ? "" : "    " + $0 }
    }
    return wrapped(text(of: element.pieces), to: width)
  }

  /// Recipients and signers stand line below line, an image above its caption.
  private func section(_ element: RecitedElement) -> [String] {
    let roles = element.elements.compactMap { $0.firstLook?.role }
    guard roles.contains(.recipient) || roles.contains(.signature) else {
      return blocks(element.pieces, isTight: element.elements.last?.role == .caption)
    }
    let groups = element.lines.groups.map { group in
      blocks(group.map { .element($0) }, isTight: true)
    }
    let isList = roles.contains(.recipient) && groups.allSatisfy { $0.count == 1 }
    return isList ? Array(groups.joined()) : Array(groups.joined(separator: [""]))
  }

  // MARK: Lists

  private func list(_ list: RecitedElement) -> [String] {
    let items = list.elements
    let labels = items.map { item in item.elements.first { $0.role == .label } }
    let bodies = items.map { item in
      item.elements.filter { $0.role != .label }.flatMap(\.pieces)
    }
    if case .list(.none) = list.role {
      guard labels.contains(where: { $0 != nil }) else {
        return bodies.flatMap { wrapped(text(of: $0), to: width - 2).hanging(from: "  ") }
      }
      return terms(
        zip(labels, bodies).map { ($0.map { text(of: $0.pieces) } ?? "", text(of: $1)) })
    }
    let marks = labels.map { $0.map { text(of: $0.pieces) } ?? "" }
    let room = marks.map(\.displayWidth).max() ?? 0
    let isTight = !bodies.contains { $0.paragraphs > 1 }
    let inner = narrower(by: room + 1)
    let lines = zip(marks, bodies).map { mark, body in
      let lines = inner.blocks(body, isTight: isTight)
      return (lines.isEmpty ? [""] : lines).hanging(from: mark.leftPadded(to: room) + " ")
    }
    return isTight ? Array(lines.joined()) : Array(lines.joined(separator: [""]))
  }

  /// The widest that terms are beside what is said of them.
  private static let widestTerm = 24

  /// Terms in one column and what is said of them in another; a longer term has a line of its own.
  func terms(_ pairs: [(term: String, value: String)]) -> [String] {
    let widths = pairs.map(\.term.displayWidth).filter { $0 <= Self.widestTerm }
    let room = (widths.max() ?? 2) + 2
    return pairs.flatMap { pair -> [String] in
      let value = wrapped(pair.value, to: max(Self.least, width - room))
      guard pair.term.displayWidth <= Self.widestTerm else {
        return wrapped(pair.term, to: width)
          + value.hanging(from: String(repeating: " ", count: room))
      }
      return value.hanging(from: pair.term.padded(to: room))
    }
  }

  // MARK: Words

  /// The words of a stretch of text, its links and notes written out.
  func text(of pieces: [RecitedPiece]) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let own, _): text += own
      case .lineBreak: text += "\n"
      case .mark(let note): text += "[\(note + 1)]"
      case .image, .rule: break
      case .element(let element): text += self.text(of: element)
      }
    }
    return text
  }

  private func text(of element: RecitedElement) -> String {
    switch element.role {
    case .figure: element.alternative.map { "[\($0)]" } ?? ""
    case .link(let uri): link(text(of: element.pieces), to: uri, words: element.words)
    default: text(of: element.pieces)
    }
  }

  private func link(_ text: String, to uri: String, words: String) -> String {
    guard let address = WebAddress(uri), !address.isWritten(in: words) else { return text }
    let shown = "<\(address.shown)>"
    return text.isEmpty ? shown : "\(text) \(shown)"
  }
}

extension RecitedPiece {
  /// Whether it says what the list below it is of.
  fileprivate var isLabelOfList: Bool {
    guard case .element(let element) = self, element.role == .paragraph else { return false }
    return (element.look?.role == .enclosures || element.look?.role == .copies)
      && element.words.hasSuffix(":")
  }
}

extension [RecitedPiece] {
  /// How many paragraphs stand in an item of a list.
  fileprivate var paragraphs: Int {
    count { if case .element(let element) = $0 { element.role == .paragraph } else { false } }
  }

  /// The lines of program text.
  fileprivate var codeLines: [String] {
    var lines = [""]
    for piece in self {
      switch piece {
      case .text(let text, _): lines[lines.count - 1] += text
      case .lineBreak: lines.append("")
      default: break
      }
    }
    return lines.map { $0.allSatisfy { $0 == " " } ? "" : $0 }
  }
}
