extension BodyReader {
  /// Reads a footnote that the text refers to.
  mutating func readFootnote(_ node: MarkdownNode) {
    let range = text.range(of: node)
    let lineStart = text.offset(line: node.startLine, column: 1)
    let label = definedLabel(in: lineStart..<text.lineEnd(after: lineStart))
    let blocks = blocks(of: node, depth: 1, quotes: 0)
    let lower = label?.start ?? range.lowerBound
    footnotes.append(
      Letter.Footnote(
        label: label?.text ?? "\(footnotes.count + 1)", blocks: blocks,
        place: text.place(lower..<max(lower, range.upperBound))))
  }

  /// Reports marks such as `[^1]` that no footnote belongs to; cmark leaves them as text.
  mutating func checkFootnoteMarks(_ pieces: [InlinePiece]) {
    for piece in pieces {
      switch piece {
      case .text(let literal, let range) where literal.utf8.contains(UInt8(ascii: "^")):
        checkFootnoteMarks(in: Array(literal.utf8), range)
      case .group(_, let inner, _):
        checkFootnoteMarks(inner)
      default:
        break
      }
    }
  }

  private mutating func checkFootnoteMarks(in literal: [UInt8], _ range: Range<Int>) {
    // cmark leaves the mark of a missing footnote unescaped, so that it may not align.
    let offsets =
      TextAlignment.offsets(of: literal, at: range.lowerBound, in: text)
      ?? Array(repeating: range.lowerBound, count: literal.count) + [range.upperBound]
    var index = 0
    while index + 2 < literal.count {
      defer { index += 1 }
      guard literal[index] == UInt8(ascii: "["), literal[index + 1] == UInt8(ascii: "^"),
        text.byte(offsets[index]) != UInt8(ascii: "\\"),
        let end = literal[(index + 2)...].firstIndex(of: UInt8(ascii: "]")), end > index + 2,
        !literal[index..<end].contains(0x20)
      else { continue }
      let mark = String(decoding: literal[index...end], as: UTF8.self)
      problems.add(
        .error(
          .footnotes, "the footnote \(mark) is not written anywhere",
          at: text.place(offsets[index]..<offsets[end + 1]),
          hint: "add a line \(mark): followed by its text",
          "write \\\(mark) if it is not a footnote"))
    }
  }

  /// Warns of footnotes that nothing refers to, which cmark leaves out.
  mutating func warnOfUnusedFootnotes(besides blocks: [Block]) {
    let used = Set(footnotes.map(\.place.lower))
    let code = blocks.filter { if case .code = $0.content { true } else { false } }.map(\.place)
    var offset = text.start
    while offset < text.bytes.count {
      let end = text.lineEnd(after: offset)
      defer { offset = end + 1 }
      guard let label = definedLabel(in: offset..<end) else { continue }
      let place = text.place(label.start..<label.end)
      guard !used.contains(place.lower),
        !code.contains(where: { $0.lower <= place.lower && place.lower < $0.upper })
      else { continue }
      problems.add(
        .warning(
          .footnotes, "nothing refers to the footnote \(quoted(label.text)), so it is left out",
          at: place,
          hint: "write [^\(label.text)] where it belongs"))
    }
  }

  /// The label of a footnote's definition that begins on a line: `[^label]:`.
  private func definedLabel(in line: Range<Int>) -> (text: String, start: Int, end: Int)? {
    var start = line.lowerBound
    while start < line.upperBound, start - line.lowerBound < 3, text.byte(start) == 0x20 {
      start += 1
    }
    guard text.has("[^", at: start),
      let close = text.bytes[start..<line.upperBound].firstIndex(of: UInt8(ascii: "]")),
      close > start + 2, text.has("]:", at: close)
    else { return nil }
    let label = String(decoding: text.bytes[start + 2..<close], as: UTF8.self)
    return (label, start, close + 1)
  }
}
