/// Turns typed quotation marks, apostrophes and dashes into the language's own, as text goes by.
struct TypographicMarks: Sendable {
  private let quotes: [String]
  private var previous: Character = " "
  private var isOpen = false

  init(_ language: LanguagePack) {
    quotes = language.quotes.count >= 2 ? language.quotes : ["“", "”"]
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
      case "-" where previous == "-":
        result.removeLast()
        result += "–"
      case "-" where previous == " " && next == " ": result += "–"
      case "." where result.hasSuffix(".."):
        result.removeLast(2)
        result += "…"
      default: result.append(character)
      }
      previous = character
    }
    return result
  }

  /// Whether a mark here stands before a word.
  private var opens: Bool {
    previous.isWhitespace || "([{–—/".contains(previous)
  }
}
