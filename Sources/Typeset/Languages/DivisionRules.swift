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

  /// How likely a joint must be to be offered, and how unlikely to be forgotten.
  private static let sure = 0.6
  private static let doubtful = 0.01

  /// The divisions of a word in lower case, in order.
  func divisions(of letters: [Unicode.Scalar]) -> [Division] {
    let word = table.codes(of: letters)
    let chances = table.chances(ofJointsIn: word)
    let ends = word.indices.dropFirst().filter { chances[$0] > Self.sure } + [word.count]
    var found: [Division] = []
    var start = 0
    for (number, end) in ends.enumerated() {
      found += syllables(of: word, start..<end, patterns(Array(letters[start..<end])))
      if number + 1 < ends.count {
        let isAffix = table.isAffix(word[start..<end], word[end..<ends[number + 1]])
        found.append(Division(index: end, grade: isAffix ? .affix : .joint))
      }
      start = end
    }
    let doubts = word.indices.filter { chances[$0] > Self.doubtful && chances[$0] <= Self.sure }
    return graded(voiced(found, word).filter { !isNear(doubts, $0.index, word) }, word.count)
  }

  /// Whether there may be a joint so near a place that only one of them can be right.
  private func isNear(_ doubts: [Int], _ place: Int, _ word: [UInt8]) -> Bool {
    doubts.contains {
      $0 != place && !word[min($0, place)..<max($0, place)].contains(where: table.isVowel)
    }
  }

  // MARK: Within a part

  private func syllables(of word: [UInt8], _ part: Range<Int>, _ values: [UInt8]) -> [Division] {
    guard part.count > 2 else { return [] }
    var found: [Division] = []
    func add(_ index: Int, _ grade: HyphenationGrade) {
      if let known = found.firstIndex(where: { $0.index == index }) {
        found[known].grade = min(grade, found[known].grade)
      } else {
        found.append(Division(index: index, grade: grade))
      }
    }
    for (offset, value) in values.dropLast().enumerated() where value & 1 == 1 {
      let place = part.lowerBound + offset + 1
      if let prefix = [place, place - 1].first(where: { isPrefix(word, part, $0) }) {
        add(prefix, .affix)
      } else if !table.hasDanishRules {
        add(place, .syllable)
      } else if let index = legal(place, word, part) {
        add(index, .syllable)
      }
    }
    if table.hasDanishRules, let suffix = startOfSuffix(word, part),
      legal(suffix, word, part) == suffix
    {
      add(suffix, .affix)
    }
    return found.sorted { $0.index < $1.index }
  }

  /// Whether a part of a word begins with a prefix, before as much as can be a word.
  ///
  /// A prefix keeps its own (`be-stemme`), whatever the rules for syllables say.
  private func isPrefix(_ word: [UInt8], _ part: Range<Int>, _ end: Int) -> Bool {
    end > part.lowerBound && part.upperBound - end >= Self.shortestInCompound
      && isBeginning(word[end..<part.upperBound])
      && word[end..<part.upperBound].contains(where: table.isVowel)
      && table.isPrefix(word[part.lowerBound..<end])
      && (!table.isVowel(word[end]) || table.isPrefixBeforeVowels(word[part.lowerBound..<end]))
  }

  /// Whether a word can begin so.
  private func isBeginning(_ text: ArraySlice<UInt8>) -> Bool {
    table.isOnset(text.prefix { !table.isVowel($0) })
  }

  /// Where the longest suffix of a part begins, if a syllable of at least three letters precedes.
  private func startOfSuffix(_ word: [UInt8], _ part: Range<Int>) -> Int? {
    part.dropFirst(Self.shortest).first { table.isSuffix(word[$0..<part.upperBound]) }
  }

  /// A division as the rules allow it, perhaps some consonants later; nil if they do not.
  ///
  /// There must be a vowel on each side, and consonants that can end and begin a word.
  private func legal(_ index: Int, _ word: [UInt8], _ part: Range<Int>) -> Int? {
    guard let vowelBefore = word[part.lowerBound..<index].lastIndex(where: table.isVowel),
      let vowelAfter = word[index..<part.upperBound].firstIndex(where: table.isVowel)
    else { return nil }
    // Before a vowel only after a vowel: `si-tu-a-ti-on`, but not `komm-une`.
    if vowelAfter == index {
      let isHiatus = vowelBefore == index - 1 && !table.isDiphthong(word[(index - 1)...index])
      return isHiatus ? index : nil
    }
    // An e without stress takes one consonant only: `tav-le`, not `ta-vle`. Two letters for one
    // sound go together: `ba-chelor`.
    let isWhole = vowelAfter - vowelBefore > 2 && isDigraph(word, at: vowelAfter - 1)
    let last = isWhole ? vowelAfter - 2 : vowelAfter - 1
    let isOnlyLast = index >= last || table.isStressless(word[vowelAfter])
    for place in isOnlyLast || isDigraph(word, at: index) ? [last] : [index, last] {
      if table.isCoda(word[(vowelBefore + 1)..<place]), table.isOnset(word[place..<vowelAfter]) {
        return place
      }
    }
    return nil
  }

  /// Whether a letter and the one before it are two for one sound.
  private func isDigraph(_ word: [UInt8], at index: Int) -> Bool {
    index > 0 && table.isDigraph(word[(index - 1)...index])
  }

  // MARK: The word as a whole

  /// Leaves out divisions so that each piece between two of them has a vowel.
  private func voiced(_ divisions: [Division], _ word: [UInt8]) -> [Division] {
    var kept: [Division] = []
    func hasVowel(_ range: Range<Int>) -> Bool { word[range].contains(where: table.isVowel) }
    for division in divisions {
      guard let last = kept.last, !hasVowel(last.index..<division.index) else {
        if hasVowel((kept.last?.index ?? 0)..<division.index) { kept.append(division) }
        continue
      }
      // Two places in one group of consonants: the better grade, then the longer beginning of
      // the next syllable (`re-krut`, not `rek-rut`).
      if division.grade < last.grade { kept[kept.count - 1] = division }
    }
    while let last = kept.last, !hasVowel(last.index..<word.count) { kept.removeLast() }
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
