/// The hyphenation patterns of a language, compiled.
///
/// A file of `scripts/compile-hyphenation`, which says how it is packed: an automaton over the
/// letters of the patterns, in which shared nodes are one. It divides as libhyphen does with the
/// patterns that it was made of. A file whose bytes are wrong divides wrongly, but nothing outside
/// it is ever read, and every walk ends with its word.
struct HyphenationTable {
  private let file: MappedTable
  private let valueStart: Int
  private let valueCount: Int
  private let edgeStart: Int
  private let edgeCount: Int
  /// The codes of the letters below U+0100, and the other letters with theirs.
  private let codes: [UInt8]
  private let distantCodes: [(letter: Unicode.Scalar, code: UInt8)]

  /// Longer words are not divided: no word of a language is, only dirt.
  static let longestWord = 200

  /// The most letters of an alphabet, and so the most edges of a node.
  private static let letterLimit = 127
  /// A letter that no pattern has.
  private static let foreign: UInt8 = 127
  /// The most values of a pattern.
  private static let valueLimit = 20

  /// Opens a table; nil if there is none or it is not whole.
  init?(path: String) {
    guard let file = MappedTable(path: path), file["hyphenation"] == ["1"] else { return nil }
    (valueCount, edgeCount) = (file.number("values"), file.number("edges"))
    guard 1...(1 << 15) ~= valueCount, 1...(1 << 17) ~= edgeCount,
      file.bytes.count == file.bodyStart + valueCount + Self.edgeSize * edgeCount
    else { return nil }
    valueStart = file.bodyStart
    edgeStart = valueStart + valueCount
    let letters = file["alphabet"].first ?? ""
    guard letters.unicodeScalars.count <= Self.letterLimit else { return nil }
    var codes = [UInt8](repeating: Self.foreign, count: 256)
    var distant: [(Unicode.Scalar, UInt8)] = []
    for (code, letter) in zip(UInt8.min..., letters.unicodeScalars) {
      if letter.value < 256 {
        codes[Int(letter.value)] = code
      } else {
        distant.append((letter, code))
      }
    }
    self.codes = codes
    distantCodes = distant
    self.file = file
  }

  /// The values between the letters of a word; odd ones allow a division after that letter.
  ///
  /// The word is in lower case. None are told for a word that is longer than ``longestWord`` or has
  /// less than two letters.
  func values(of word: [Unicode.Scalar]) -> [UInt8] {
    guard word.count > 1, word.count <= Self.longestWord else { return [] }
    var letters: [UInt8] = []
    letters.reserveCapacity(word.count + 2)
    let edge = code(of: ".")
    letters.append(edge)
    for letter in word { letters.append(code(of: letter)) }
    letters.append(edge)
    var values = matchedValues(of: letters)
    // What a pattern says of the place before the word or after it is not asked for.
    values.removeFirst()
    values.removeLast()
    values[values.count - 1] = 0
    return values
  }

  /// The values after each letter of a word with its edges.
  private func matchedValues(of letters: [UInt8]) -> [UInt8] {
    var values = [UInt8](repeating: 0, count: letters.count)
    // At each letter, of all that ends there and begins patterns, the longest counts alone, even if
    // it is no pattern itself: libhyphen's automaton is in one state. It is the one begun first.
    var isReached = [Bool](repeating: false, count: letters.count)
    for start in letters.indices {
      var node = 0
      for end in start..<letters.count {
        guard let edge = edge(letters[end], from: node) else { break }
        if !isReached[end] {
          isReached[end] = true
          raise(&values, endingAt: end, from: edge.values)
        }
        node = edge.target
        if node == 0 { break }
      }
    }
    return values
  }

  /// Raises the values up to a letter to those of a pattern.
  private func raise(_ values: inout [UInt8], endingAt end: Int, from offset: Int) {
    guard offset > 0 else { return }
    var length = 0
    repeat {
      guard offset + length < valueCount, length < Self.valueLimit else { return }
      length += 1
    } while value(offset + length - 1) & 0x80 == 0
    for i in 0..<length where end + 1 + i >= length {
      let place = end + 1 + i - length
      values[place] = max(values[place], value(offset + i) & 0x0F)
    }
  }

  private func value(_ offset: Int) -> UInt8 { file.bytes[valueStart + offset] }

  private func code(of letter: Unicode.Scalar) -> UInt8 {
    if letter.value < 256 { return codes[Int(letter.value)] }
    return distantCodes.first { $0.letter == letter }?.code ?? Self.foreign
  }

  /// What a letter leads to.
  private struct Edge {
    /// Where the values of the pattern are that ends here; 0 if none does.
    var values: Int
    /// The first edge of the next node; 0 if there is none.
    var target: Int
  }

  private static let edgeSize = 5

  /// The edge of a letter among those of a node, which stand together from the node's number on.
  private func edge(_ letter: UInt8, from node: Int) -> Edge? {
    guard letter != Self.foreign else { return nil }
    for index in node..<max(node, min(node + Self.letterLimit, edgeCount)) {
      let offset = edgeStart + Self.edgeSize * index
      let head = file.bytes[offset]
      if head & 0x7F == letter {
        let rest = UInt32(
          littleEndian: file.bytes.loadUnaligned(fromByteOffset: offset + 1, as: UInt32.self))
        return Edge(values: Int(rest & 0x7FFF), target: Int(rest >> 15))
      }
      if head & 0x80 != 0 { return nil }
    }
    return nil
  }
}
