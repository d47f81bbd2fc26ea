/// Two neighbouring words that stay on one line, as a language's file describes them.
///
/// Written as `{day} {month}` or `Dok. nr.`: two words with a space between, each a kind of word in
/// braces or a word itself, whose capitals do not matter.
struct PhrasePattern: Hashable, Sendable {
  let left: Word
  let right: Word

  /// One of the two words.
  enum Word: Hashable, Sendable {
    /// The word itself, in lower case.
    case literal(String)
    case kind(Kind)
  }

  /// What a word looks like.
  enum Kind: String, Hashable, Sendable, CaseIterable {
    /// `11.` or `11`.
    case day
    /// A month of the language.
    case month
    /// Four digits.
    case year
    /// Begins with a digit.
    case number
    /// A group of a telephone number: two, three or four digits.
    case group
    /// Holds a digit: `26/1842`, `SAG-2023-05223`.
    case reference
    /// One to four capitals, perhaps with digits: `L`, `SOU3`.
    case capitals
    /// `H.` before a name.
    case initial
    /// Begins with a capital and goes on with other letters.
    case name
    /// One to three capitals in brackets: `(S)`.
    case party
    /// A dash that stands by itself.
    case dash
  }

  /// Reads a pattern; nil if it is not of two words or names no kind.
  init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 2, let left = Self.word(words[0]), let right = Self.word(words[1]) else {
      return nil
    }
    (self.left, self.right) = (left, right)
  }

  private static func word(_ text: Substring) -> Word? {
    guard text.first == "{" else { return .literal(text.lowercased()) }
    guard text.last == "}" else { return nil }
    return Kind(rawValue: String(text.dropFirst().dropLast())).map { .kind($0) }
  }
}
