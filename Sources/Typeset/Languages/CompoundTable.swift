#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The parts that a language makes compounds of, and what its words may begin and end with.
///
/// A file of `scripts/make-compounds`: lines of text, an empty line, and the edges of an automaton
/// over the forms of simple words, each form with the cost of using it as a first and as a last
/// part. The file is mapped, so opening it costs no more than reading its lines.
struct CompoundTable {
  private let file: MappedTable
  private let firstEdge: Int
  private let edgeCount: Int
  private let weights: [Double]
  private let alphabet: TableAlphabet
  private let prefixes: Set<UInt64>
  private let vowelPrefixes: Set<UInt64>
  private let suffixes: Set<UInt64>
  private let onsets: Set<UInt64>
  private let codas: Set<UInt64>
  private let diphthongs: Set<UInt64>
  private let digraphs: Set<UInt64>
  /// What a last part may have after its stem, where the table holds stems alone.
  private let endings: Set<UInt64>
  /// Whether the patterns' places are put right by the rules of the Danish orthography.
  let hasDanishRules: Bool

  /// Opens a table; nil if there is none or it is not whole.
  init?(path: String) {
    guard let file = MappedTable(path: path) else { return nil }
    edgeCount = file.number("edges")
    firstEdge = (file.bodyStart + 3) & ~3
    guard file["compounds"] == ["2"], edgeCount > 0, edgeCount < 1 << 18,
      file.bytes.count == firstEdge + 4 * edgeCount
    else { return nil }
    let alphabet = TableAlphabet(
      letters: file["alphabet"].first ?? "", vowels: file["vowels"].first ?? "")
    func keys(_ name: Substring) -> Set<UInt64> {
      Set(file[name].map { TableAlphabet.key(alphabet.codes(of: $0.unicodeScalars)[...]) })
    }
    weights = file["costs"].map { exp(-(Double(String($0)) ?? .infinity)) }
    (prefixes, suffixes) = (keys("prefixes"), keys("suffixes"))
    vowelPrefixes = keys("before-vowels")
    (onsets, codas) = (keys("onsets"), keys("codas"))
    (diphthongs, digraphs) = (keys("diphthongs"), keys("digraphs"))
    hasDanishRules = file["rules"] == ["danish"]
    endings = keys("endings")
    self.alphabet = alphabet
    self.file = file
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

  /// Consonants that are written together for one sound (`bachelor`, `typografi`).
  func isDigraph(_ pair: ArraySlice<UInt8>) -> Bool { digraphs.contains(TableAlphabet.key(pair)) }

  /// Whether a joint after one part and before another is one of a derivation.
  ///
  /// Two adverbs make a compound (`derud-over`).
  func isAffix(_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Bool {
    isSuffix(after) || (isPrefix(before) && !isPrefix(after))
  }

  /// Whether a prefix keeps its own also before a vowel (`for-ening`, but not `med-icin`).
  func isPrefixBeforeVowels(_ text: ArraySlice<UInt8>) -> Bool {
    text.last.map(isVowel) == true || vowelPrefixes.contains(TableAlphabet.key(text))
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

  /// For each place in a word in lower case how likely parts meet there, from 0 to 1.
  ///
  /// All ways of taking the word apart count, each by what its parts cost (the forward-backward
  /// algorithm); so does the way of leaving it whole, for it may be simple and not known.
  func chances(ofJointsIn word: [UInt8]) -> [Double] {
    let count = word.count
    let steps = steps(in: word)
    var before = [Double](repeating: 0, count: count + 1)
    var after = before
    (before[0], after[count]) = (1, 1)
    for step in steps { before[step.end] += before[step.start] * step.weight }
    before[count] += exp(-(Self.unknown + Self.unknownLetter * Double(count)))
    guard before[count] > 0 else { return [Double](repeating: 0, count: count + 1) }
    for step in steps.reversed() { after[step.start] += step.weight * after[step.end] }
    return zip(before, after).map { $0 * $1 / before[count] }
  }

  /// A stretch of a word that can be one of its parts.
  private struct Step {
    var start: Int
    var end: Int
    var weight: Double
  }

  private func steps(in word: [UInt8]) -> [Step] {
    var steps: [Step] = []
    var canStart = [Bool](repeating: false, count: word.count + 1)
    canStart[0] = true
    for end in word.indices.dropFirst(Self.shortestUnknown)
    where word[..<end].contains(where: isVowel) {
      let cost = Self.unknownPart + Self.unknownLetter * Double(end)
      steps.append(Step(start: 0, end: end, weight: exp(-cost)))
      canStart[end] = true
    }
    for start in word.indices where canStart[start] {
      var node = 0
      for end in start..<word.count {
        guard let edge = edge(word[end], from: node) else { break }
        let left = word.count - end - 1
        if left > 0, let weight = weight(of: (edge >> 6) & 15) {
          steps.append(Step(start: start, end: end + 1, weight: weight))
          canStart[end + 1] = true
        }
        if left == 0 || isEnding(word[(end + 1)...]), let weight = weight(of: (edge >> 10) & 15) {
          steps.append(Step(start: start, end: word.count, weight: weight))
        }
        node = Int(edge >> 14)
        if node == 0 { break }
      }
    }
    return steps
  }

  private func isEnding(_ text: ArraySlice<UInt8>) -> Bool {
    endings.contains(TableAlphabet.key(text))
  }

  private func weight(of value: UInt32) -> Double? {
    value > 0 && value <= UInt32(weights.count) ? weights[Int(value) - 1] : nil
  }

  /// What a word costs that is not taken apart: the cost by which the table was learnt.
  private static let unknown = 8.0
  private static let unknownLetter = 2.2
  /// What a first part costs that the table does not have, and how short it may be.
  private static let unknownPart = 12.0
  private static let shortestUnknown = 4

  /// The edge of a letter among those of a node, which stand together from the node's number on.
  private func edge(_ letter: UInt8, from node: Int) -> UInt32? {
    guard letter < 32 else { return nil }
    var index = node
    while index < edgeCount {
      let edge = UInt32(
        littleEndian: file.bytes.loadUnaligned(
          fromByteOffset: firstEdge + 4 * index, as: UInt32.self))
      if UInt8(edge & 31) == letter { return edge }
      if edge & 32 != 0 { return nil }
      index += 1
    }
    return nil
  }
}
