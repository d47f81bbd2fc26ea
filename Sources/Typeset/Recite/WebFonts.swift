/// What a browser sets a letter in: the letter's own fonts where the machine has them, and what is
/// like them where it does not.
enum WebFonts {
  /// The designs that the fonts in `Fonts/` were made from, and what machines have that is like them.
  private static let alike: [String: [String]] = [
    "Letter Sans": ["Source Sans 3", "Source Sans Pro", "system-ui", "sans-serif"],
    "Letter Serif": ["Source Serif 4", "Source Serif Pro", "Georgia", "serif"],
    "Liberation Sans": ["Arial", "Helvetica", "sans-serif"],
    "Liberation Mono": ["Courier New", "ui-monospace", "monospace"],
  ]
  private static let keywords: Set<String> = [
    "system-ui", "sans-serif", "serif", "ui-monospace", "monospace",
  ]

  /// The families as CSS lists them.
  static func css(_ families: [String]) -> String {
    guard let first = families.first else { return "system-ui,sans-serif" }
    let list = [first] + (alike[first] ?? ["system-ui", "sans-serif"])
    return list.map { keywords.contains($0) ? $0 : quoted($0) }.joined(separator: ",")
  }

  /// A string of CSS, in which nothing ends it.
  static func quoted(_ text: String) -> String {
    let plain = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", "-", ".", ")", "(": String(scalar)
      default: "\\" + String(scalar.value, radix: 16) + " "
      }
    }
    return "\"\(plain.joined())\""
  }
}
