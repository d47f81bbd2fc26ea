/// Finds the spaces at which a line had better not end: in dates, times, amounts, references.
struct PhraseProtection: Sendable {
  private let months: Set<String>
  private let bindsAfter: Set<String>
  private let bindsBefore: Set<String>
  private let kinds: [(left: PhrasePattern.Kind, right: PhrasePattern.Kind)]
  /// What may follow a word, by the word; and precede one.
  private let following: [String: [PhrasePattern.Word]]
  private let preceding: [String: [PhrasePattern.Kind]]
  /// All of those words, and the months.
  private let listed: ListedWords

  init(_ language: LanguagePack) {
    months = Set(language.months.map { $0.lowercased() })
    bindsAfter = Set(language.bindsAfter.map { $0.lowercased() })
    bindsBefore = Set(language.bindsBefore.map { $0.lowercased() })
    var kinds: [(left: PhrasePattern.Kind, right: PhrasePattern.Kind)] = []
    var following: [String: [PhrasePattern.Word]] = [:]
    var preceding: [String: [PhrasePattern.Kind]] = [:]
    for pattern in language.together {
      switch (pattern.left, pattern.right) {
      case (.literal(let word), _): following[word, default: []].append(pattern.right)
      case (.kind(let kind), .literal(let word)): preceding[word, default: []].append(kind)
      case (.kind(let left), .kind(let right)): kinds.append((left, right))
      }
    }
    (self.kinds, self.following, self.preceding) = (kinds, following, preceding)
    var listed = ListedWords()
    for words in [months, bindsAfter, bindsBefore] { words.forEach { listed.insert($0) } }
    for pattern in language.together {
      for case .literal(let word) in [pattern.left, pattern.right] { listed.insert(word) }
    }
    self.listed = listed
  }

  /// The byte offsets of the protected spaces.
  func protectedSpaces(in text: ParagraphText) -> Set<Int> {
    var found: Set<Int> = []
    let bytes = text.bytes
    // The word before, unless nothing holds it to others.
    var previous: PhraseWord?
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: " ") { end += 1 }
      let word = start == end || listed.lacks(bytes, start..<end) ? nil : start..<end
      let next = word.map { PhraseWord(text.string($0)[...]) }
      if let previous, let next, binds(previous, next) { found.insert(start - 1) }
      previous = next
      start = end + 1
    }
    return found
  }

  /// Whether a word is the name of a month, which is never divided.
  func isMonth(_ word: Range<Int>, in text: ParagraphText) -> Bool {
    !listed.lacks(text.bytes, word) && months.contains(PhraseWord(text.string(word)[...]).bare)
  }

  /// Whether two neighbouring words stay on one line.
  private func binds(_ before: PhraseWord, _ after: PhraseWord) -> Bool {
    let (opened, closed) = (before.opened, after.closed)
    if after.isNumber, bindsAfter.contains(opened) { return true }
    if bindsBefore.contains(closed) || bindsBefore.contains(after.lowercased) {
      if before.endsInDigit || bindsBefore.contains(opened) { return true }
    }
    if let right = following[opened], right.contains(where: { matches(after, $0) }) {
      return true
    }
    if let left = preceding[closed], left.contains(where: { before.isA($0, months) }) {
      return true
    }
    return kinds.contains { before.isA($0.left, months) && after.isA($0.right, months) }
      && !(before.isGroup && after.isGroup && before.bare.count != after.bare.count)
  }

  private func matches(_ word: PhraseWord, _ wanted: PhrasePattern.Word) -> Bool {
    switch wanted {
    case .literal(let text): word.closed == text || word.lowercased == text
    case .kind(let kind): word.isA(kind, months)
    }
  }
}

/// A word with and without the punctuation around it.
private struct PhraseWord {
  let text: Substring
  /// Whether its characters are of ASCII, or letters of Latin-1, and so have no other numbers and
  /// capitals than those that are looked for.
  private let isPlain: Bool
  private let hasDigit: Bool
  private let hasCapital: Bool

  init(_ text: Substring) {
    self.text = text
    var (hasDigit, hasCapital, isPlain) = (false, false, true)
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): hasCapital = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
      // 0xC3 leads the letters of Latin-1; what follows it is from 0x80 to 0xBF.
      case 0xC3: break
      case 0x80...0xBF:
        if previous != 0xC3 { isPlain = false } else if byte < 0xA0 { hasCapital = true }
      case 0xC0...: isPlain = false
      default: break
      }
      previous = byte
    }
    (self.hasDigit, self.hasCapital, self.isPlain) = (hasDigit, hasCapital, isPlain)
  }

  var lowercased: String { text.lowercased() }
  /// In lower case without opening marks, closing marks, or either.
  var opened: String {
    let lowercased = lowercased
    guard let first = lowercased.utf8.first, !first.isLetterOrDigit else { return lowercased }
    return String(lowercased.drop { Self.openers.contains($0) })
  }
  var closed: String { lowercased.withoutEnd(Self.closers) }
  var bare: String { opened.withoutEnd(Self.closers) }

  var isNumber: Bool { mayHaveNumbers && text.first?.isWholeNumber == true }
  var endsInDigit: Bool { mayHaveNumbers && opened.last?.isWholeNumber == true }
  var isGroup: Bool {
    guard mayHaveNumbers else { return false }
    let bare = bare
    return (2...4).contains(bare.count) && bare.allSatisfy { $0.isWholeNumber }
  }

  private var mayHaveNumbers: Bool { hasDigit || !isPlain }
  private var mayHaveCapitals: Bool { hasCapital || !isPlain }

  /// Whether it can be of a kind at all, by what bytes it has.
  private func mayBe(_ kind: PhrasePattern.Kind) -> Bool {
    switch kind {
    case .day, .year, .number, .group, .reference: mayHaveNumbers
    case .capitals, .initial, .name, .party: mayHaveCapitals
    case .month, .dash: true
    }
  }

  func isA(_ kind: PhrasePattern.Kind, _ months: Set<String>) -> Bool {
    guard mayBe(kind) else { return false }
    switch kind {
    case .day:
      let opened = opened
      let digits = opened.last == "." ? opened.dropLast() : opened[...]
      return (1...2).contains(digits.count) && digits.allSatisfy { $0.isWholeNumber }
    case .month: return months.contains(opened) || months.contains(bare)
    case .year:
      let bare = bare
      return bare.count == 4 && bare.allSatisfy { $0.isWholeNumber }
    case .number: return bare.first?.isWholeNumber == true
    case .group: return isGroup
    case .reference: return text.contains { $0.isWholeNumber }
    case .capitals: return isCapitals(letters, 1...4)
    case .initial:
      return text.count == 2 && text.last == "." && text.first?.isUppercase == true
    case .name:
      return letters.first?.isUppercase == true && letters.dropFirst().contains { $0.isLowercase }
    case .party:
      return text.first == "(" && text.contains(")") && isCapitals(letters, 1...3)
    case .dash: return text == "–" || text == "-" || text == "—"
    }
  }

  /// The word as it is written, without the marks around it.
  private var letters: Substring {
    var letters = text.drop { Self.openers.contains($0) }
    while let last = letters.last, Self.closers.contains(last) { letters.removeLast() }
    return letters
  }

  private func isCapitals(_ word: Substring, _ count: ClosedRange<Int>) -> Bool {
    let capitals = word.prefix { $0.isUppercase }
    return count.contains(capitals.count)
      && word.dropFirst(capitals.count).allSatisfy { $0.isWholeNumber }
  }

  private static let openers: Set<Character> = ["(", "»", "“", "\"", "["]
  private static let closers: Set<Character> = [
    ")", "«", "”", "\"", "]", ",", ";", ":", ".", "?", "!",
  ]
}

extension String {
  /// The text without those characters at its end.
  fileprivate func withoutEnd(_ characters: Set<Character>) -> String {
    guard let end = utf8.last, !end.isLetterOrDigit else { return self }
    var result = self
    while let last = result.last, characters.contains(last) { result.removeLast() }
    return result
  }
}

extension UInt8 {
  /// Whether it is a letter or digit of ASCII.
  fileprivate var isLetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
