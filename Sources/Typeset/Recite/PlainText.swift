/// A letter as plain text, for mail and for those who want nothing else.
///
/// It has the words of the PDF. The references follow the address, as at the head of a letter, and the
/// footnotes stand at the end; all else is in the order in which the PDF is read.
struct PlainText {
  /// The columns of a line (RFC 3676, 4.2, advises 78 at most; mail that is answered is indented).
  static let measure = 72

  private let recital: Recital

  /// The letter in UTF-8, with a line feed after each line.
  static func write(_ recital: Recital) -> [UInt8] {
    var sections: [[String]] = []
    let writer = PlainText(recital: recital)
    writer.write(into: &sections)
    let lines = sections.filter { !$0.isEmpty }.joined(separator: [""])
    return Array(lines.map { $0.plain + "\n" }.joined().utf8)
  }

  private func write(into sections: inout [[String]]) {
    if !recital.draft.isEmpty { sections.append(["*** \(recital.draft) ***"]) }
    for part in parts(at: .head) { sections.append(frame(part)) }
    let letter = parts(at: .letter)
    let start = letter.firstIndex { !$0.isOfAddress } ?? letter.count
    for part in letter[..<start] { sections.append(lines(of: part)) }
    for part in parts(at: .beside) { sections.append(frame(part)) }
    let writer = TextBlocks(width: Self.measure)
    var open: [RecitedPiece] = []
    for part in letter[start...] { open.append(.element(part.element)) }
    sections.append(writer.blocks(open))
    sections.append(notes)
    for part in parts(at: .foot) { sections.append(frame(part)) }
  }

  private func parts(at place: RecitedPart.Place) -> [RecitedPart] {
    recital.parts.filter { $0.place == place }
  }

  private func lines(of part: RecitedPart) -> [String] {
    part.frame != nil && part.element.firstLook?.role != .recipient
      ? frame(part) : TextBlocks(width: Self.measure).block(part.element)
  }

  /// A frame: groups of lines, the terms of which have a column of their own.
  private func frame(_ part: RecitedPart) -> [String] {
    let writer = TextBlocks(width: Self.measure)
    guard part.element.isFrame else { return writer.block(part.element) }
    let groups = part.element.lines.groups.map { RecitedLine.lines(of: $0) }
    var lines: [String] = []
    var pairs: [(term: String, value: String)] = []
    func setPairs() {
      lines += writer.terms(pairs)
      pairs = []
    }
    for (index, group) in groups.enumerated() {
      let holdsOther = group.contains { if case .line = $0 { true } else { false } }
      if index > 0, holdsOther || pairs.isEmpty {
        setPairs()
        lines.append("")
      }
      for line in group {
        switch line {
        case .pair(let term, let value):
          pairs.append((writer.text(of: term), writer.text(of: value)))
        case .line(let element):
          setPairs()
          lines += writer.block(element)
        }
      }
    }
    setPairs()
    return lines
  }

  /// The footnotes under a short line, each with its number.
  private var notes: [String] {
    guard !recital.notes.isEmpty else { return [] }
    var lines = [String(repeating: "-", count: 20)]
    let numbers = recital.notes.map { "[\(($0.footnote ?? 0) + 1)]" }
    let room = (numbers.map(\.displayWidth).max() ?? 0) + 1
    let writer = TextBlocks(width: Self.measure - room)
    for (note, number) in zip(recital.notes, numbers) {
      let blocks = note.pieces.filter {
        if case .element(let element) = $0 { element.role != .label } else { true }
      }
      lines += writer.blocks(blocks).hanging(from: number.padded(to: room))
    }
    return lines
  }
}

extension RecitedPart {
  /// Whether it stands above the letter's references: whom the letter is for, and its marks.
  fileprivate var isOfAddress: Bool {
    if frame != nil { return true }
    switch element.firstLook?.role {
    case .recipient, .attention, .notice: return true
    default: return false
    }
  }
}

extension String {
  /// The text as it goes into the file: spaces that hold words together are spaces, what only says
  /// where a word may be divided is nothing, and no white stands at the end.
  fileprivate var plain: String {
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}": break
      case _ where scalar.properties.generalCategory == .spaceSeparator: text.append(" ")
      case _ where isControl(scalar): text.append("\u{FFFD}")
      default: text.append(scalar)
      }
    }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension [String] {
  /// The lines with something before the first, under which the others begin.
  func hanging(from start: String) -> [String] {
    let white = String(repeating: " ", count: start.displayWidth)
    return enumerated().map { index, line in
      index == 0 ? start + line : line.isEmpty ? "" : white + line
    }
  }
}
