/// Finds the spaces at which a line had better not end: in dates, times, amounts, references.
struct PhraseProtection: Sendable {
  private let months: Set<String>
  private let bindsAfter: Set<String>
  private let bindsBefore: Set<String>
  /// The bytes of the longest of ``bindsBefore``.
  private let longestBefore: Int

  init(_ language: LanguagePack) {
    months = Set(language.months.map { $0.lowercased() })
    bindsAfter = Set(language.bindsAfter.map { $0.lowercased() })
    bindsBefore = Set(language.bindsBefore.map { $0.lowercased() })
    longestBefore = bindsBefore.reduce(0) { max($0, $1.utf8.count) }
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
    // Without digits and full stops only two of those words can bind each other.
    if let before = plainLetters(left), let after = plainLetters(right),
      max(before, after) > longestBefore
    {
      return false
    }
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

  /// The bytes of a word's letters; nil if it has anything but letters of Latin-1 and the
  /// punctuation of ASCII, or a full stop.
  private func plainLetters(_ word: Substring) -> Int? {
    var count = 0
    for byte in word.utf8 {
      switch byte {
      // 0xC3 leads the letters of Latin-1; what follows it is from 0x80 to 0xBF.
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0xC3,
        0x80...0xBF:
        count += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), 0xC0...: return nil
      default: break
      }
    }
    return count
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
