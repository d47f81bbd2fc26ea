/// Grades the divisions of patterns alone, in a language without a table of compounds.
enum PlainDivision {
  /// Fewest letters of the first and the last piece that are easy to read.
  private static let shortest = 3

  /// The divisions of a word in lower case that leave a vowel in each piece.
  static func divisions(
    of letters: [Unicode.Scalar], values: [UInt8]
  ) -> [DivisionRules.Division] {
    guard values.count == letters.count else { return [] }
    var found: [DivisionRules.Division] = []
    var start = 0
    for index in letters.indices.dropFirst() where values[index - 1] & 1 == 1 {
      guard hasVowel(letters[start..<index]), hasVowel(letters[index...]) else { continue }
      let isShort = index < shortest || letters.count - index < shortest
      found.append(.init(index: index, grade: isShort ? .poor : .syllable))
      start = index
    }
    return found
  }

  /// Letters of other scripts than Latin are all taken for vowels.
  private static func hasVowel(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    letters.contains { !consonants.contains($0) }
  }

  private static let consonants = Set("bcdfghjklmnpqrstvwxzçñšžðþß".unicodeScalars)
}
