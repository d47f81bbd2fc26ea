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

  private func marked(_ bytes: [UInt8], _ range: Range<Int>) -> [InlinePiece] {
    let whole = InlinePiece.text(String(decoding: bytes, as: UTF8.self), range)
    guard let offsets = TextAlignment.offsets(of: bytes, at: range.lowerBound, in: text) else {
      return [whole]
    }
    let literal = AlignedLiteral(bytes: bytes, offsets: offsets)
    let brace = UInt8(ascii: "{")
    var escaped: [(part: Range<Int>, piece: InlinePiece)] = []
    var index = 0
    while index + 1 < bytes.count {
      guard bytes[index] == brace, bytes[index + 1] == brace else {
        index += 1
        continue
      }
      let pair = index..<index + 2
      let isPlain = pair.allSatisfy { text.byte(offsets[$0]) == brace }
      if !isPlain { escaped.append((pair, .text(escapedBraces, literal.source(pair)))) }
      index += 2
    }
    return escaped.isEmpty ? [whole] : literal.replacing(escaped)
  }
}
