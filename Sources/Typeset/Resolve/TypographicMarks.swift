/// Turns typed quotation marks, apostrophes and dashes into the language's own, as text goes by.
struct TypographicMarks: Sendable {
  private let quotes: [String]
  private var previous: Character = " "
  private var isOpen = false

  init(_ language: LanguagePack, _ setting: TextSetting.Quotes = .typographic) {
    let own = language.quotes.count >= 2 ? language.quotes : ["“", "”"]
    if case .marks(let opening, let closing) = setting {
      quotes = [opening, closing] + own.dropFirst(2)
    } else {
      quotes = own
    }
  }

  /// The text with its marks set; remembers what came before it.
  mutating func set(_ text: String) -> String {
    var result = ""
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      switch character {
      case "\"":
        isOpen = opens
        result += isOpen ? quotes[0] : quotes[1]
      case "'":
        if opens, quotes.count >= 4, !next.isNumber {
          result += quotes[2]
        } else {
          result += "’"
        }
      // What stands in another text, as a hyphen in bold before it, is not changed any more.
      case "-" where previous == "-" && !result.isEmpty:
        result.removeLast()
        result += "–"
      case "-" where previous == " " && next == " " && !isBetweenNumbers(index, characters):
        result += "–"
      case "." where result.hasSuffix(".."):
        result.removeLast(2)
        result += "…"
      default: result.append(character)
      }
      previous = character
    }
    return result
  }

  /// Whether a hyphen between spaces joins two numbers, as in the case number `2016 - 7396`.
  private func isBetweenNumbers(_ index: Int, _ characters: [Character]) -> Bool {
    index >= 2 && index + 2 < characters.count && characters[index - 2].isNumber
      && characters[index + 2].isNumber
  }

  /// Whether a mark here stands before a word.
  private var opens: Bool {
    previous.isWhitespace || "([{–—/".contains(previous)
  }
}
