/// Finds the spaces at which a line had better not end: in dates, times, amounts, references.
struct PhraseProtection: Sendable {
  private let months: Set<String>
  private let bindsAfter: Set<String>
  private let bindsBefore: Set<String>

  init(_ language: LanguagePack) {
    months = Set(language.months.map { $0.lowercased() })
    bindsAfter = Set(language.bindsAfter.map { $0.lowercased() })
    bindsBefore = Set(language.bindsBefore.map { $0.lowercased() })
  }

  /// The byte offsets of the protected spaces.
  func protectedSpaces(in text: ParagraphText) -> Set<Int> {
    var found: Set<Int> = []
    var previous: Substring?
    var start = 0
    let whole = text.string(0..<text.bytes.count)
    let bytes = text.bytes
    var index = whole.startIndex
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: " ") { end += 1 }
      let next = whole.utf8.index(index, offsetBy: end - start)
      let token = whole[index..<next]
      if let left = previous, start > 0, binds(left, token) { found.insert(start - 1) }
      previous = token.isEmpty ? nil : token
      start = end + 1
      index = end < bytes.count ? whole.utf8.index(after: next) : next
    }
    return found
  }

  /// Whether two neighbouring words stay on one line.
  private func binds(_ left: Substring, _ right: Substring) -> Bool {
    let before = left.drop { Self.openers.contains($0) }.lowercased()
    let after = right.lowercased().reversedTrim(Self.closers)
    let startsWithDigit = right.first?.isWholeNumber == true
    if bindsAfter.contains(before), startsWithDigit { return true }
    if bindsBefore.contains(after) || bindsBefore.contains(right.lowercased()) {
      if before.last?.isWholeNumber == true || bindsBefore.contains(before) { return true }
    }
    if months.contains(after), isDay(before) { return true }
    if months.contains(before), isYear(after) { return true }
    if isInitial(left), right.first?.isUppercase == true { return true }
    return isDigitGroup(before) && isDigitGroup(after) && before.count == after.count
  }

  private static let openers: Set<Character> = ["(", "»", "“", "\"", "["]
  private static let closers: Set<Character> = [
    ")", "«", "”", "\"", "]", ",", ";", ":", ".", "?", "!",
  ]

  /// `11.` or `11`.
  private func isDay(_ word: String) -> Bool {
    let digits = word.last == "." ? word.dropLast() : word[...]
    return (1...2).contains(digits.count) && digits.allSatisfy { $0.isWholeNumber }
  }

  private func isYear(_ word: String) -> Bool {
    word.count == 4 && word.allSatisfy { $0.isWholeNumber }
  }

  /// `H.` before a name.
  private func isInitial(_ word: Substring) -> Bool {
    word.count == 2 && word.last == "." && word.first?.isUppercase == true
  }

  /// A group of a telephone number: two, three or four digits.
  private func isDigitGroup(_ word: String) -> Bool {
    (2...4).contains(word.count) && word.allSatisfy { $0.isWholeNumber }
  }
}

extension String {
  /// The text without those characters at its end.
  fileprivate func reversedTrim(_ characters: Set<Character>) -> String {
    var result = self
    while let last = result.last, characters.contains(last) { result.removeLast() }
    return result
  }
}
