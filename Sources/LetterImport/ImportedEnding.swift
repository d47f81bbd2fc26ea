/// What ends a letter from Word: the closing, who signs, the enclosures and who receives copies.
struct ImportedEnding {
  private(set) var closing: String?
  /// The name of who signs, then the lines of the title.
  private(set) var signature: [String] = []
  private(set) var enclosures: [String] = []
  private(set) var copies: [String] = []

  private static let closings = [
    "med venlig hilsen", "med venlige hilsner", "venlig hilsen", "venlige hilsner",
    "de bedste hilsner", "bedste hilsner", "yours sincerely", "yours faithfully", "kind regards",
  ]
  private static let enclosureLabels = ["bilag:"]
  private static let copyLabels = ["kopi til:", "kopi:", "cc:"]

  /// The lines below a closing that may be who signs.
  private static let mostSigned = 4

  /// What ends a text, where it begins, and whether it is guessed which line is which; nil where it
  /// is not known.
  static func find(in blocks: [WordBlock]) -> (ending: Self, start: Int, isGuess: Bool)? {
    guard let start = start(in: blocks) else { return nil }
    let first = ImportedHead.lines(of: blocks[start])
    var ending = ImportedEnding()
    ending.closing = withoutComma(first[0])
    var turn = Turn.signature
    for line in first.dropFirst() { ending.take(line, &turn) }
    for block in blocks[(start + 1)...] {
      guard let lines = lines(of: block, turn) else { return nil }
      for line in lines { ending.take(line, &turn) }
    }
    let signed = ending.signature
    guard signed.count <= mostSigned, signed.allSatisfy({ $0.count <= 60 && $0.last != "." }),
      // Numbers and addresses are no titles.
      !signed.contains(where: { $0.contains { $0.isNumber } || $0.contains("@") })
    else { return nil }
    return (ending, start, signed.count > 2)
  }

  /// The words of a closing that a text has near its end.
  static func closing(of blocks: [WordBlock]) -> String? {
    guard let start = start(in: blocks) else { return nil }
    return ImportedHead.lines(of: blocks[start]).first
  }

  private static func start(in blocks: [WordBlock]) -> Int? {
    blocks.lastIndex { block in
      let line = ImportedHead.lines(of: block).first ?? ""
      return closings.contains(withoutComma(line).lowercased())
    }
  }

  private enum Turn { case signature, enclosures, copies }

  /// The lines of a block: those of a paragraph, and below a label the points of a list.
  private static func lines(of block: WordBlock, _ turn: Turn) -> [String]? {
    switch block {
    case .paragraph(let content, _):
      return content.contains(where: \.isMoreThanWords) ? nil : ImportedHead.lines(of: content)
    case .bullets(let items) where turn != .signature,
      .numbered(_, let items) where turn != .signature:
      guard items.allSatisfy({ $0.count == 1 }) else { return nil }
      return items.flatMap { $0 }.map { ImportedHead.lines(of: $0).joined(separator: " ") }
    default: return nil
    }
  }

  private mutating func take(_ line: String, _ turn: inout Turn) {
    func value(behind labels: [String]) -> String? {
      guard let label = labels.first(where: { line.lowercased().hasPrefix($0) }) else { return nil }
      return String(line.dropFirst(label.count)).trimmingSpaces
    }
    if let value = value(behind: Self.enclosureLabels) {
      turn = .enclosures
      if !value.isEmpty { enclosures.append(value) }
    } else if let value = value(behind: Self.copyLabels) {
      turn = .copies
      if !value.isEmpty { copies.append(value) }
    } else {
      switch turn {
      case .signature: signature.append(line)
      case .enclosures: enclosures.append(line)
      case .copies: copies.append(line)
      }
    }
  }

  private static func withoutComma(_ line: String) -> String {
    line.hasSuffix(",") ? String(line.dropLast()) : line
  }
}
