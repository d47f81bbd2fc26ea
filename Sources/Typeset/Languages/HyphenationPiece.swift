/// A stretch of letters in a word, ready to be divided.
struct HyphenationPiece: Hashable, Sendable {
  /// In lower case, each letter one scalar.
  var letters: [Unicode.Scalar] = []
  /// For each letter the offset in UTF-8 bytes where it begins in the word.
  var offsets: [Int] = []
  var isCapital = true

  /// The stretches of letters in a word; none if it holds a digit.
  static func pieces(of word: String) -> [HyphenationPiece] {
    var pieces: [HyphenationPiece] = []
    var current = HyphenationPiece()
    var offset = 0
    for letter in letters(of: word) {
      switch letter.kind {
      case .digit: return []
      case .letter(let small, let isCapital): current.add(small, offset, isCapital)
      case .other:
        if !current.letters.isEmpty { pieces.append(current) }
        current = HyphenationPiece()
      }
      offset += letter.bytes
    }
    if !current.letters.isEmpty { pieces.append(current) }
    return pieces
  }

  private mutating func add(_ letter: Unicode.Scalar, _ offset: Int, _ isCapital: Bool) {
    letters.append(letter)
    offsets.append(offset)
    self.isCapital = self.isCapital && isCapital
  }

  /// The letters as text.
  var text: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: letters)
    return String(text)
  }

  /// The characters of a word: one scalar each, as long as nothing in it can combine.
  private static func letters(of word: String) -> [WordCharacter] {
    word.unicodeScalars.allSatisfy { $0.value < 0x300 }
      ? word.unicodeScalars.map(WordCharacter.init) : word.map(WordCharacter.init)
  }

  /// Whether a word is an address of mail or web, or an abbreviation with full stops inside.
  static func isAddress(_ word: String) -> Bool {
    var (beforeStop, previous): (Unicode.Scalar, Unicode.Scalar) = (" ", " ")
    for scalar in word.unicodeScalars {
      if scalar == "@" || scalar == "_" || (scalar == "/" && previous == "/") { return true }
      if previous == ".", beforeStop.properties.isAlphabetic, scalar.properties.isLowercase {
        return true
      }
      (beforeStop, previous) = (previous, scalar)
    }
    return false
  }

  func isAcronym(upTo limit: Int) -> Bool {
    isCapital && letters.count <= limit
  }

  /// The division after so many letters; nil at the ends.
  func point(after count: Int, _ grade: HyphenationGrade) -> HyphenationPoint? {
    guard count > 0, count < offsets.count else { return nil }
    return HyphenationPoint(offset: offsets[count], grade: grade)
  }
}
