/// Finds the bare addresses that cmark leaves as text: between brackets and before a mark of
/// emphasis it looks for none.
struct BareAddresses {
  let text: BodyText

  /// The pieces with links made of addresses; those of links stay as they are.
  func linked(_ pieces: [InlinePiece]) -> [InlinePiece] {
    pieces.flatMap { piece -> [InlinePiece] in
      switch piece {
      case .text(let literal, let range): linked(Array(literal.utf8), range)
      case .group(.link, _, _): [piece]
      case .group(let kind, let inner, let range): [.group(kind, linked(inner), range)]
      default: [piece]
      }
    }
  }

  private func linked(_ bytes: [UInt8], _ range: Range<Int>) -> [InlinePiece] {
    guard Self.hasAddress(bytes) else {
      let end = TextAlignment.end(of: bytes, at: range.lowerBound, in: text)
      let whole = range.lowerBound..<(end ?? range.upperBound)
      return bytes.isEmpty ? [] : [.text(String(decoding: bytes, as: UTF8.self), whole)]
    }
    let literal = AlignedLiteral(
      bytes: bytes,
      offsets: TextAlignment.offsets(of: bytes, at: range.lowerBound, in: text)
        ?? Array(repeating: range.lowerBound, count: bytes.count) + [range.upperBound])
    var links: [(part: Range<Int>, piece: InlinePiece)] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(where: Self.isSpace) ?? bytes.count
      // One with an escape in it is not to be a link.
      if let (address, uri) = Self.address(in: bytes, start..<end),
        literal.source(address).count == address.count
      {
        links.append(
          (address, .group(.link(uri), [literal.text(address)], literal.source(address))))
      }
      start = end + 1
    }
    return literal.replacing(links)
  }

  /// Whether any of the words is an address.
  private static func hasAddress(_ literal: [UInt8]) -> Bool {
    var start = 0
    while start < literal.count {
      var end = start
      while end < literal.count, !isSpace(literal[end]) { end += 1 }
      if address(in: literal, start..<end) != nil { return true }
      start = end + 1
    }
    return false
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A
  }

  /// The address in a word, without the marks around it, and where it leads (GitHub Flavored
  /// Markdown 0.29, 6.9).
  private static func address(
    in literal: [UInt8], _ word: Range<Int>
  ) -> (Range<Int>, uri: String)? {
    var (lower, upper) = (word.lowerBound, word.upperBound)
    // Its host has a full stop within; by far most words have none.
    guard literal[word].dropLast().contains(UInt8(ascii: ".")) else { return nil }
    while lower < upper, "(*_~\"'".utf8.contains(literal[lower]) { lower += 1 }
    while lower < upper, "?!.,:;*_~\"')".utf8.contains(literal[upper - 1]) { upper -= 1 }
    let address = String(decoding: literal[lower..<upper], as: UTF8.self)
    if address.hasPrefix("https://") || address.hasPrefix("http://") || address.hasPrefix("www.") {
      let host = address.split(separator: "/", omittingEmptySubsequences: true)
        .first { !$0.hasSuffix(":") }
      guard let host, host.dropFirst().dropLast().contains(".") else { return nil }
      return (lower..<upper, address.hasPrefix("www.") ? "http://\(address)" : address)
    }
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].dropFirst().dropLast().contains("."),
      address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    return (lower..<upper, "mailto:\(address)")
  }
}
