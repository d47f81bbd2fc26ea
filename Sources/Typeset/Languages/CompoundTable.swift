/// The parts that a language makes compounds of, and what its words may begin and end with.
///
/// A file of `scripts/make-compounds`: lines of text, an empty line, and the edges of an automaton
/// over the forms of simple words, each form with the cost of using it as a first and as a last
/// part. The file is mapped, so opening it costs no more than reading its lines.
struct CompoundTable {
  private let file: MappedFile
  private let firstEdge: Int
  private let edgeCount: Int
  private let costs: [Double]
  /// Codes of letters by scalar value; 255 for none.
  private let codes: [UInt8]
  private let prefixes: Set<String>
  private let suffixes: Set<String>
  let vowels: Set<Unicode.Scalar>
  /// Consonants that begin and that end words of the language.
  let onsets: Set<String>
  let codas: Set<String>

  /// Opens a table; nil if there is none or it is not whole.
  init?(path: String) {
    guard let file = MappedFile(path: path), let end = Self.endOfHead(file.bytes) else {
      return nil
    }
    var fields: [Substring: [Substring]] = [:]
    let head = String(decoding: file.bytes[..<end], as: UTF8.self)
    for line in head.split(separator: "\n") {
      let words = line.split(separator: " ")
      if let name = words.first { fields[name] = Array(words.dropFirst()) }
    }
    edgeCount = fields["edges"]?.first.flatMap { Int($0) } ?? 0
    firstEdge = (end + 3) & ~3
    guard fields["compounds"] == ["1"], edgeCount > 0, edgeCount < 1 << 17,
      file.bytes.count == firstEdge + 4 * edgeCount
    else { return nil }
    var codes = [UInt8](repeating: 255, count: 256)
    for (code, scalar) in (fields["alphabet"]?.first ?? "").unicodeScalars.enumerated()
    where scalar.value < 256 && code < 64 {
      codes[Int(scalar.value)] = UInt8(code)
    }
    self.codes = codes
    costs = (fields["costs"] ?? []).map { Double(String($0)) ?? .infinity }
    vowels = Set((fields["vowels"]?.first ?? "").unicodeScalars)
    prefixes = Set((fields["prefixes"] ?? []).map(String.init))
    suffixes = Set((fields["suffixes"] ?? []).map(String.init))
    onsets = Set((fields["onsets"] ?? []).map(String.init))
    codas = Set((fields["codas"] ?? []).map(String.init))
    self.file = file
  }

  /// Where the empty line after the head ends.
  private static func endOfHead(_ bytes: UnsafeRawBufferPointer) -> Int? {
    let newline = UInt8(ascii: "\n")
    var offset = 0
    while offset + 1 < min(bytes.count, 1 << 16) {
      if bytes[offset] == newline, bytes[offset + 1] == newline { return offset + 2 }
      offset += 1
    }
    return nil
  }

  /// Whether a joint after one part and before another is one of a derivation.
  ///
  /// Two adverbs make a compound (`derud-over`).
  func isAffix(_ before: String, _ after: String) -> Bool {
    suffixes.contains(after) || (prefixes.contains(before) && !prefixes.contains(after))
  }

  func isPrefix(_ text: String) -> Bool { prefixes.contains(text) }
  func isSuffix(_ text: String) -> Bool { suffixes.contains(text) }

  /// The ends of the parts of a word in lower case, at the least cost in all; only the word's own
  /// end if it is simple or not known.
  func ends(ofPartsOf letters: [Unicode.Scalar]) -> [Int] {
    let word = letters.map { $0.value < 256 ? codes[Int($0.value)] : 255 }
    let count = word.count
    var best = [Double](repeating: .infinity, count: count + 1)
    var from = [Int](repeating: 0, count: count + 1)
    best[0] = 0
    best[count] = Self.unknown + Self.unknownLetter * Double(count)
    for start in 0..<count where best[start] < .infinity && start < count {
      var node = 0
      for end in start..<count {
        guard let edge = edge(word[end], from: node) else { break }
        let value = end + 1 == count ? (edge >> 11) & 15 : (edge >> 7) & 15
        if value > 0, Int(value) <= costs.count {
          let cost = best[start] + costs[Int(value) - 1]
          if cost < best[end + 1] { (best[end + 1], from[end + 1]) = (cost, start) }
        }
        node = Int(edge >> 15)
        if node == 0 { break }
      }
    }
    var ends: [Int] = []
    var end = count
    while end > 0 {
      ends.append(end)
      end = from[end]
    }
    return ends.reversed()
  }

  /// What a word costs that is not taken apart: the cost by which the table was learnt.
  private static let unknown = 8.0
  private static let unknownLetter = 2.2

  /// The edge of a letter among those of a node, which stand together from the node's number on.
  private func edge(_ letter: UInt8, from node: Int) -> UInt32? {
    var index = node
    while index < edgeCount {
      let edge = UInt32(
        littleEndian: file.bytes.loadUnaligned(
          fromByteOffset: firstEdge + 4 * index, as: UInt32.self))
      if UInt8(edge & 63) == letter { return edge }
      if edge & 64 != 0 { return nil }
      index += 1
    }
    return nil
  }
}
