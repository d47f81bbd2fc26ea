/// Which divisions of a word a language allows, and how good each is.
///
/// The rules are those of §§ 15-17 of the Danish orthography (sproget.dk): a vowel on each line;
/// between the parts of compounds, after prefixes and before suffixes; else before the last
/// consonant between two vowels, or before as many as can begin a word if a full vowel follows.
struct DivisionRules {
  let table: CompoundTable
  /// The values of the patterns between the letters of a stretch of a word.
  let patterns: ([Unicode.Scalar]) -> [UInt8]

  /// A division after a number of letters.
  struct Division: Hashable {
    var index: Int
    var grade: HyphenationGrade
  }

  /// Fewest letters between a division of syllables and an end of the word or a joint, and an end
  /// of a compound; with fewer, the piece is hard to read.
  private static let shortest = 3
  private static let shortestInCompound = 4

  /// The divisions of a word in lower case, in order.
  func divisions(of letters: [Unicode.Scalar]) -> [Division] {
    let ends = table.ends(ofPartsOf: letters)
    var found: [Division] = []
    var start = 0
    for (number, end) in ends.enumerated() {
      found += syllables(of: letters, start..<end)
      if end < letters.count {
        let next = ends[number + 1]
        found.append(
          Division(index: end, grade: joint(text(letters, start..<end), text(letters, end..<next))))
      }
      start = end
    }
    return graded(voiced(found, letters), letters.count)
  }

  private func text(_ letters: [Unicode.Scalar], _ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: letters[range])
    return String(text)
  }

  private func joint(_ before: String, _ after: String) -> HyphenationGrade {
    table.isAffix(before, after) ? .affix : .joint
  }

  // MARK: Within a part

  private func syllables(of letters: [Unicode.Scalar], _ part: Range<Int>) -> [Division] {
    guard part.count > 2 else { return [] }
    let values = patterns(Array(letters[part]))
    var grades: [Int: HyphenationGrade] = [:]
    for (offset, value) in values.dropLast().enumerated() where value & 1 == 1 {
      let place = part.lowerBound + offset + 1
      if isPrefix(letters, part, place) {
        grades[place] = .affix
      } else if let index = legal(place, letters, part) {
        grades[index] = .syllable
      }
    }
    if let suffix = startOfSuffix(letters, part), legal(suffix, letters, part) == suffix {
      grades[suffix] = .affix
    }
    return grades.map { Division(index: $0.key, grade: $0.value) }.sorted { $0.index < $1.index }
  }

  /// Whether a part of a word begins with a prefix, before as much as can be a word.
  ///
  /// A prefix keeps its own (`be-stemme`), whatever the rules for syllables say.
  private func isPrefix(_ letters: [Unicode.Scalar], _ part: Range<Int>, _ end: Int) -> Bool {
    part.upperBound - end >= Self.shortestInCompound
      && letters[end..<part.upperBound].contains(where: isVowel)
      && table.isPrefix(text(letters, part.lowerBound..<end))
  }

  /// Where the longest suffix of a part begins, if a syllable of at least three letters precedes.
  private func startOfSuffix(_ letters: [Unicode.Scalar], _ part: Range<Int>) -> Int? {
    for index in part.dropFirst(Self.shortest) where index < part.upperBound {
      if table.isSuffix(text(letters, index..<part.upperBound)) { return index }
    }
    return nil
  }

  private func isVowel(_ letter: Unicode.Scalar) -> Bool { table.vowels.contains(letter) }

  /// Vowels that are written together for one sound (`pause`, `neutral`, `tour`).
  private static let diphthongs: Set = ["aa", "au", "eu", "oo", "ou"]

  /// A division as the rules allow it, perhaps some consonants later; nil if they do not.
  ///
  /// There must be a vowel on each side, and consonants that can end and begin a word.
  private func legal(_ index: Int, _ letters: [Unicode.Scalar], _ part: Range<Int>) -> Int? {
    guard let vowelBefore = letters[part.lowerBound..<index].lastIndex(where: isVowel),
      let vowelAfter = letters[index..<part.upperBound].firstIndex(where: isVowel)
    else { return nil }
    // Before a vowel only after a vowel: `si-tu-a-ti-on`, but not `komm-une`.
    if vowelAfter == index {
      let pair = text(letters, (index - 1)..<(index + 1))
      return vowelBefore == index - 1 && !Self.diphthongs.contains(pair) ? index : nil
    }
    let last = vowelAfter - 1
    // An e without stress takes one consonant only: `tav-le`, not `ta-vle`.
    let takesOne = letters[vowelAfter] == "e"
    for place in Set([index, last]).sorted() {
      let coda = text(letters, (vowelBefore + 1)..<place)
      let onset = text(letters, place..<vowelAfter)
      if coda.isEmpty || table.codas.contains(coda), table.onsets.contains(onset),
        place == last || !takesOne
      {
        return place
      }
    }
    return nil
  }

  // MARK: The word as a whole

  /// Leaves out divisions so that each piece between two of them has a vowel.
  private func voiced(_ divisions: [Division], _ letters: [Unicode.Scalar]) -> [Division] {
    var kept: [Division] = []
    func hasVowel(_ range: Range<Int>) -> Bool { letters[range].contains(where: isVowel) }
    for division in divisions {
      guard let last = kept.last, !hasVowel(last.index..<division.index) else {
        if hasVowel((kept.last?.index ?? 0)..<division.index) { kept.append(division) }
        continue
      }
      // Two places in one group of consonants: the better grade, then the longer beginning of
      // the next syllable (`re-krut`, not `rek-rut`).
      if division.grade < last.grade { kept[kept.count - 1] = division }
    }
    while let last = kept.last, !hasVowel(last.index..<letters.count) { kept.removeLast() }
    return kept
  }

  /// Marks syllables as poor that leave short pieces.
  private func graded(_ divisions: [Division], _ count: Int) -> [Division] {
    let joints = divisions.filter { $0.grade == .joint }.map(\.index)
    let atEnd = joints.isEmpty ? Self.shortest : Self.shortestInCompound
    return divisions.map { division in
      guard division.grade == .syllable else { return division }
      let isShort =
        division.index < Self.shortest || count - division.index < atEnd
        || joints.contains { abs($0 - division.index) < Self.shortest }
      return Division(index: division.index, grade: isShort ? .poor : .syllable)
    }
  }
}
