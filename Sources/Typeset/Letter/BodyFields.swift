extension BodyReader {
  /// The fields of a paragraph whose lines read `Term:: value`; nil for any other paragraph.
  mutating func fieldList(_ pieces: [InlinePiece]) -> [Block.Field]? {
    guard splitField(firstLine(of: pieces)) != nil else { return nil }
    var fields: [(term: [InlinePiece], value: [InlinePiece])] = []
    var line: [InlinePiece] = []
    func take(_ line: [InlinePiece]) {
      if let field = splitField(line) {
        fields.append(field)
      } else if !fields.isEmpty {
        fields[fields.count - 1].value += line
      }
    }
    for piece in pieces {
      switch piece {
      case .softBreak, .lineBreak:
        take(line)
        line = [piece]
      default:
        line.append(piece)
      }
    }
    take(line)
    return fields.map { Block.Field(term: finish($0.term), value: finish($0.value)) }
  }

  private func firstLine(of pieces: [InlinePiece]) -> [InlinePiece] {
    Array(
      pieces.prefix {
        switch $0 {
        case .softBreak, .lineBreak: false
        default: true
        }
      })
  }

  /// A line cut at its first `::` that is followed by a space or ends a text.
  private func splitField(
    _ line: [InlinePiece]
  ) -> (term: [InlinePiece], value: [InlinePiece])? {
    for (index, piece) in line.enumerated() {
      guard case .text(let literal, let range) = piece else { continue }
      let bytes = Array(literal.utf8)
      guard let cut = separator(in: bytes),
        let offsets = TextAlignment.offsets(of: bytes, at: range.lowerBound, in: text),
        text.has("::", at: offsets[cut])
      else { continue }
      let before = String(decoding: bytes[..<cut], as: UTF8.self)
      let after = String(decoding: bytes[(cut + 2)...], as: UTF8.self)
      var term = Array(line[..<index])
      if case .softBreak? = term.first { term.removeFirst() }
      if case .lineBreak? = term.first { term.removeFirst() }
      term.append(.text(before, range.lowerBound..<offsets[cut]))
      guard term.contains(where: { $0.plainText.contains { !$0.isWhitespace } }) else { return nil }
      let value = InlinePiece.text(after, offsets[cut + 2]..<range.upperBound)
      return (term, [value] + line[(index + 1)...])
    }
    return nil
  }

  private func separator(in bytes: [UInt8]) -> Int? {
    let colon = UInt8(ascii: ":")
    return bytes.indices.dropLast().first {
      bytes[$0] == colon && bytes[$0 + 1] == colon
        && ($0 + 2 == bytes.count || bytes[$0 + 2] == 0x20)
    }
  }
}
