extension BodyReader {
  /// The call-out that a quotation is which begins with `[!note]`, as GitHub has them; nil for any
  /// other quotation.
  ///
  /// What follows the mark on its line is the title.
  mutating func callout(
    _ node: MarkdownNode, _ place: SourceRange, _ depth: Int, _ quotes: Int
  ) -> Callout? {
    guard let first = node.children.first(where: { _ in true }), first.kind == .paragraph else {
      return nil
    }
    let range = range(of: first, quotes: quotes + 1)
    guard let mark = calloutMark(at: range.lowerBound) else { return nil }
    guard let kind = Callout.Kind(rawValue: mark.name.lowercased()) else {
      let kinds = Callout.Kind.allCases.map(\.rawValue)
      problems.add(
        .warning(
          .callout, "\(quoted(mark.name)) is no kind of call-out, so this is set as a quotation",
          at: text.place(range.lowerBound..<mark.end),
          hint: nearestName(to: mark.name.lowercased(), in: kinds).map { "write [!\($0)]" }
            ?? "use \(listed(kinds))"))
      return nil
    }
    let pieces = pieces(of: first, range, depth + 1, quotes + 1)
    let (title, rest) = split(pieces, behind: mark.end)
    let heading = finish(title)
    var blocks: [Block] = []
    addParagraph(rest, mark.end..<max(mark.end, range.upperBound), after: &blocks)
    blocks += self.blocks(of: node, from: 1, depth: depth + 1, quotes: quotes + 1)
    if heading.isEmpty, blocks.isEmpty {
      problems.add(.warning(.callout, "this call-out is empty", at: place, hint: "delete it"))
    }
    return Callout(blocks, kind: kind, title: heading)
  }

  /// The word in `[!word]` and the offset behind it; nil where something else stands.
  private func calloutMark(at start: Int) -> (name: String, end: Int)? {
    guard text.has("[!", at: start) else { return nil }
    var end = start + 2
    while let byte = text.byte(end), isLetter(byte) { end += 1 }
    guard end > start + 2, text.has("]", at: end) else { return nil }
    return (String(decoding: text.bytes[(start + 2)..<end], as: UTF8.self), end + 1)
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF)
  }

  /// What stands on the line of the mark, and what stands below it.
  private func split(
    _ pieces: [InlinePiece], behind end: Int
  ) -> (title: [InlinePiece], rest: [InlinePiece]) {
    var pieces = pieces
    while let first = pieces.first, first.range.upperBound <= end { pieces.removeFirst() }
    if case .text(let literal, let range)? = pieces.first, range.lowerBound < end {
      // The mark is plain letters, as many in the source as in the text.
      let count = end - range.lowerBound
      let words = String(decoding: literal.utf8.dropFirst(count), as: UTF8.self)
      pieces[0] = .text(words, end..<range.upperBound)
    }
    let line = pieces.prefix {
      switch $0 {
      case .softBreak, .lineBreak: false
      default: true
      }
    }
    return (Array(line), Array(pieces.dropFirst(line.count + 1)))
  }
}
