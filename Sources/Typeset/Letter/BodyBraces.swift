/// Marks the braces that a template has behind a backslash, which Markdown takes away: only the
/// source tells `\{{name}}` from `{{name}}`.
struct BodyBraces {
  let text: BodyText

  /// The pieces with ``escapedBraces`` in place of such braces.
  func marked(_ pieces: [InlinePiece]) -> [InlinePiece] {
    pieces.flatMap { piece -> [InlinePiece] in
      switch piece {
      case .text(let literal, let range) where literal.contains("{{"):
        marked(Array(literal.utf8), range)
      case .group(let kind, let inner, let range): [.group(kind, marked(inner), range)]
      default: [piece]
      }
    }
  }

  private func marked(_ literal: [UInt8], _ range: Range<Int>) -> [InlinePiece] {
    let whole = InlinePiece.text(String(decoding: literal, as: UTF8.self), range)
    guard let offsets = TextAlignment.offsets(of: literal, at: range.lowerBound, in: text) else {
      return [whole]
    }
    let brace = UInt8(ascii: "{")
    func piece(_ part: Range<Int>) -> InlinePiece {
      .text(
        String(decoding: literal[part], as: UTF8.self),
        offsets[part.lowerBound]..<offsets[part.upperBound])
    }
    var pieces: [InlinePiece] = []
    var pending = 0
    var index = 0
    while index + 1 < literal.count {
      guard literal[index] == brace, literal[index + 1] == brace else {
        index += 1
        continue
      }
      let isPlain = [index, index + 1].allSatisfy { text.byte(offsets[$0]) == brace }
      if !isPlain {
        if pending < index { pieces.append(piece(pending..<index)) }
        pieces.append(.text(escapedBraces, offsets[index]..<offsets[index + 2]))
        pending = index + 2
      }
      index += 2
    }
    guard pending > 0 else { return [whole] }
    if pending < literal.count { pieces.append(piece(pending..<literal.count)) }
    return pieces
  }
}
