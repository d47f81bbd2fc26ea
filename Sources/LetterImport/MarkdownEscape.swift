/// Puts backslashes before what Markdown would read as marks.
enum MarkdownEscape {
  /// Characters that are marks wherever they stand.
  private static let marks: Set<Character> = [
    "\\", "`", "*", "_", "[", "]", "<", "~", "|", "&",
  ]

  /// The words of a line.
  static func inline(_ text: String) -> String {
    var made = ""
    var last: Character?
    for character in text {
      switch character {
      case "\n", "\t", "\r", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}": made += " "
      // Two braces begin a field of a record.
      case "{" where last == "{": made += "{"
      case "{": made += "\\{"
      case _ where marks.contains(character): made += "\\\(character)"
      case _ where character.unicodeScalars.allSatisfy({ isControl($0) }): break
      default: made.append(character)
      }
      last = character
    }
    return made
  }

  /// A path as the target of a link or picture: what might be a mark there is written by its bytes
  /// (RFC 3986, 2.1).
  static func path(_ path: String) -> String {
    var made = ""
    for scalar in path.unicodeScalars {
      if scalar.isASCII ? plain.contains(scalar) : scalar.properties.isAlphabetic {
        made.unicodeScalars.append(scalar)
        continue
      }
      for byte in String(scalar).utf8 {
        made += "%" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return made
  }

  private static let plain = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._/".unicodeScalars)

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  /// A line of which the first characters begin no heading, list, quotation, rule or caption.
  static func lineStart(_ line: String) -> String {
    guard let first = line.first else { return line }
    switch first {
    case "#", "+", "-", ">", ":", "=": return "\\" + line
    case "0"..."9":
      let digits = line.prefix { ("0"..."9").contains($0) }
      let rest = line.dropFirst(digits.count)
      guard digits.count < 10, let mark = rest.first, mark == "." || mark == ")",
        rest.dropFirst().first.map({ $0 == " " }) ?? true
      else { return line }
      return digits + "\\" + rest
    default: return line
    }
  }
}
