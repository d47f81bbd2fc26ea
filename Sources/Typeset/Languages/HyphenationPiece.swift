/// A stretch of letters in a word, ready to be divided.
struct HyphenationPiece: Hashable, Sendable {
  /// In lower case, each letter one scalar.
  var letters: [Unicode.Scalar]
  /// The letters as text.
  var text: String
  /// For each letter the offset in UTF-8 bytes where it begins in the word.
  var offsets: [Int]
  var isCapital: Bool

  /// The stretches of letters in a word; none if it holds a digit.
  static func pieces(of word: String) -> [HyphenationPiece] {
    var pieces: [HyphenationPiece] = []
    var current = HyphenationPiece(letters: [], text: "", offsets: [], isCapital: true)
    func close() {
      if !current.letters.isEmpty { pieces.append(current) }
      current = HyphenationPiece(letters: [], text: "", offsets: [], isCapital: true)
    }
    var offset = 0
    for character in word {
      if character.isNumber { return [] }
      if character.isLetter, let letter = single(character) {
        current.letters.append(letter)
        current.text.unicodeScalars.append(letter)
        current.offsets.append(offset)
        current.isCapital = current.isCapital && character.isUppercase
      } else {
        close()
      }
      offset += character.utf8.count
    }
    close()
    return pieces
  }

  /// Whether a word is an address of mail or web, or an abbreviation with full stops inside.
  static func isAddress(_ word: String) -> Bool {
    var previous: Character = " "
    var beforeStop: Character = " "
    for character in word {
      if character == "@" || character == "_" { return true }
      if character == "/" && previous == "/" { return true }
      if previous == ".", beforeStop.isLetter, character.isLowercase { return true }
      beforeStop = previous
      previous = character
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

  /// The letter in lower case as one scalar; nil if it has none.
  private static func single(_ character: Character) -> Unicode.Scalar? {
    let lower = character.lowercased().unicodeScalars
    if lower.count == 1 { return lower.first }
    // Characters compare by canonical equivalence: `a` with a ring finds the composed `å`.
    guard let letter = character.lowercased().first, let index = composed.firstIndex(of: letter)
    else { return nil }
    return composed[index].unicodeScalars.first
  }

  /// The composed letters of Latin-1 and Latin Extended-A and -B.
  private static let composed = Set(
    (0xC0...0x24F).compactMap { Unicode.Scalar($0).map(Character.init) })
}
