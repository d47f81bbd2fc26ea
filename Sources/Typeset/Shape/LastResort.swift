/// Which words may be divided anywhere, where else they would stand out of their measure.
///
/// Words of a language without patterns, of two languages at once, names, identifiers: none of them
/// has a place of its own to be divided.
struct LastResort: Hashable, Sendable {
  /// Words wider than this many points are divided.
  var width: Double
  /// Whether words without letters are divided too: a number in two pieces is read as two.
  var dividesNumbers = true
  /// Longer ones are no numbers that anyone reads.
  static let longestNumber = 24

  /// Longer words, in bytes, are none: they are refused rather than filling pages.
  static let longestWord = 4_000

  /// The cost of such a division: below what forbids one, above all that the language allows.
  static let cost = 9_500.0
  /// At the punctuation of an address it is more easily read.
  static let addressCost = 9_000.0
  /// How many letters stay together at either end of what is divided.
  static let fewestLetters = 2
}

extension Segmenter {
  /// Whether a stretch of a word is too wide, with the hyphen that may end it.
  func isTooWide(_ piece: Range<Int>, _ inline: Int) -> Bool {
    guard let lastResort else { return false }
    return advances.width(piece) > lastResort.width - hyphenWidth(inline)
  }

  /// The places within a stretch of a word that is too wide.
  func lastDivisions(_ piece: Range<Int>, of word: Range<Int>) -> [Division] {
    guard let lastResort, word.count <= LastResort.longestWord else { return [] }
    let written = text.bytes[word]
    let hasLetters = text.string(word).contains(where: \.isLetter)
    guard hasLetters || lastResort.dividesNumbers || word.count > LastResort.longestNumber else {
      return []
    }
    let isAddress = AddressBreaks.isAddress(written)
    let takesHyphen = !isAddress && !plan.handling.preservesSpaces && text.string(word).isPlainWord
    let starts = piece.filter { advances.isClusterStart($0) }
    return starts.dropFirst(LastResort.fewestLetters).dropLast(LastResort.fewestLetters - 1).map {
      let isEasy = isAddress && AddressBreaks.isEasy(before: $0, in: text.bytes)
      return Division(
        offset: $0, cost: isEasy ? LastResort.addressCost : LastResort.cost,
        takesHyphen: takesHyphen)
    }
  }
}

extension String {
  /// Whether there are only letters within it; a hyphen would be taken for one of an identifier's.
  fileprivate var isPlainWord: Bool {
    let inner = drop { !$0.isLetter }.reversed().drop { !$0.isLetter }
    return !inner.isEmpty && inner.allSatisfy { $0.isLetter || $0 == "-" || $0 == "'" || $0 == "’" }
  }
}
