/// Text out of its escapes, each byte of which has its place in the source.
struct AlignedLiteral {
  let bytes: [UInt8]
  /// The source offset of each byte, and at last of the end.
  let offsets: [Int]

  /// Where a part of the text stands in the source.
  func source(_ part: Range<Int>) -> Range<Int> {
    offsets[part.lowerBound]..<offsets[part.upperBound]
  }

  /// A part of the text.
  func text(_ part: Range<Int>) -> InlinePiece {
    .text(String(decoding: bytes[part], as: UTF8.self), source(part))
  }

  /// The text with other pieces in the place of some parts.
  ///
  /// - Parameter others: by the parts, which follow each other.
  func replacing(_ others: [(part: Range<Int>, piece: InlinePiece)]) -> [InlinePiece] {
    var pieces: [InlinePiece] = []
    var pending = 0
    for (part, piece) in others {
      if pending < part.lowerBound { pieces.append(text(pending..<part.lowerBound)) }
      pieces.append(piece)
      pending = part.upperBound
    }
    if pending < bytes.count { pieces.append(text(pending..<bytes.count)) }
    return pieces
  }
}
