/// Numbers of glyphs, in ascending order.
package struct GlyphSet: Hashable, Sendable {
  private var words: [UInt64] = []

  /// None yet.
  package init() {}

  /// One more than the highest number.
  var upperBound: Int {
    guard let last = words.last else { return 0 }
    return words.count * 64 - last.leadingZeroBitCount
  }

  /// Takes in a glyph; no font has more than 65,536.
  package mutating func insert(_ glyph: UInt32) {
    guard glyph <= 0xFFFF else { return }
    let word = Int(glyph >> 6)
    while words.count <= word { words.append(0) }
    words[word] |= 1 << UInt64(glyph & 63)
  }

  /// Whether a glyph is among them.
  func contains(_ glyph: UInt32) -> Bool {
    let word = Int(glyph >> 6)
    return word < words.count && words[word] & 1 << UInt64(glyph & 63) != 0
  }
}

extension GlyphSet: Sequence {
  package func makeIterator() -> Iterator { Iterator(words: words) }

  /// Goes through them.
  package struct Iterator: IteratorProtocol {
    fileprivate let words: [UInt64]
    private var index = 0
    private var rest: UInt64

    fileprivate init(words: [UInt64]) {
      self.words = words
      rest = words.first ?? 0
    }

    /// The next one.
    package mutating func next() -> UInt32? {
      while rest == 0 {
        index += 1
        guard index < words.count else { return nil }
        rest = words[index]
      }
      defer { rest &= rest - 1 }
      return UInt32(index * 64 + rest.trailingZeroBitCount)
    }
  }
}
