/// The words between two pairs of braces.
struct TagWords {
  enum Word: Hashable {
    case plain(String)
    case quoted(String)
    case bar
  }

  private(set) var all: [Word] = []
  private var next = 0

  init(_ content: String) {
    var rest = Substring(content)
    while let first = rest.first {
      if first.isWhitespace {
        rest = rest.dropFirst()
      } else if first == "|" {
        all.append(.bar)
        rest = rest.dropFirst()
      } else if let closing = Self.closing(first),
        let end = rest.dropFirst().firstIndex(of: closing)
      {
        all.append(.quoted(String(rest[rest.index(after: rest.startIndex)..<end])))
        rest = rest[end...].dropFirst()
      } else {
        let word = rest.prefix { !$0.isWhitespace && $0 != "|" }
        all.append(.plain(String(word)))
        rest = rest.dropFirst(word.count)
      }
    }
  }

  private static func closing(_ mark: Character) -> Character? {
    switch mark {
    case "\"": "\""
    case "'": "'"
    case "“": "”"
    default: nil
    }
  }

  var peek: Word? { next < all.count ? all[next] : nil }
  var isAtEnd: Bool { next == all.count }

  mutating func skip() { next += 1 }

  /// Passes a bar; false if none stands here.
  mutating func skipBar() -> Bool {
    guard peek == .bar else { return false }
    next += 1
    return true
  }

  /// A name, which may have spaces within: all words up to a bar or the end.
  mutating func name() -> String? {
    var words: [String] = []
    while case .plain(let word)? = peek {
      words.append(word)
      next += 1
    }
    let name = words.joined(separator: " ")
    let isName = name.first.map { $0.isLetter || $0.isNumber || $0 == "@" || $0 == "_" } ?? false
    return isName && !name.contains("{") && !name.contains("}") ? name : nil
  }

  /// One word or a text in quotes; nil if none stands here.
  mutating func argument() -> String? {
    switch peek {
    case .plain(let word), .quoted(let word):
      next += 1
      return word
    default: return nil
    }
  }
}
