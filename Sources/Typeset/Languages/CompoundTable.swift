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
  private let alphabet: TableAlphabet
  private let prefixes: Set<UInt64>
  private let suffixes: Set<UInt64>
  private let onsets: Set<UInt64>
  private let codas: Set<UInt64>
  private let diphthongs: Set<UInt64>

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
    let alphabet = TableAlphabet(
      letters: fields["alphabet"]?.first ?? "", vowels: fields["vowels"]?.first ?? "")
    func keys(_ name: Substring) -> Set<UInt64> {
      Set(
        (fields[name] ?? []).map { TableAlphabet.key(alphabet.codes(of: $0.unicodeScalars)[...]) })
    }
    costs = (fields["costs"] ?? []).map { Double(String($0)) ?? .infinity }
    (prefixes, suffixes) = (keys("prefixes"), keys("suffixes"))
    (onsets, codas) = (keys("onsets"), keys("codas"))
    diphthongs = keys("diphthongs")
    self.alphabet = alphabet
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

  /// The word as the table spells it.
  func codes(of letters: [Unicode.Scalar]) -> [UInt8] { alphabet.codes(of: letters) }
  func isVowel(_ code: UInt8) -> Bool { alphabet.isVowel(code) }
  /// Whether a vowel may be the one without stress.
  func isStressless(_ code: UInt8) -> Bool { code == alphabet.stressless }
  /// Vowels that are written together for one sound (`pause`, `neutral`, `tour`).
  func isDiphthong(_ pair: ArraySlice<UInt8>) -> Bool {
    diphthongs.contains(TableAlphabet.key(pair))
  }

  /// Whether a joint after one part and before another is one of a derivation.
  ///
  /// Two adverbs make a compound (`derud-over`).
  func isAffix(_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Bool {
    isSuffix(after) || (isPrefix(before) && !isPrefix(after))
  }

  func isPrefix(_ text: ArraySlice<UInt8>) -> Bool { prefixes.contains(TableAlphabet.key(text)) }
  func isSuffix(_ text: ArraySlice<UInt8>) -> Bool { suffixes.contains(TableAlphabet.key(text)) }
  /// Whether words of the language begin with these consonants, or with a vowel.
  func isOnset(_ text: ArraySlice<UInt8>) -> Bool {
    text.isEmpty || onsets.contains(TableAlphabet.key(text))
  }
  /// Whether words of the language end in these consonants, or in a vowel.
  func isCoda(_ text: ArraySlice<UInt8>) -> Bool {
    text.isEmpty || codas.contains(TableAlphabet.key(text))
  }

  /// The ends of the parts of a word in lower case, at the least cost in all; only the word's own
  /// end if it is simple or not known.
  func ends(ofPartsOf word: [UInt8]) -> [Int] {
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
