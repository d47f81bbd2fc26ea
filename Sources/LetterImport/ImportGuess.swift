import Typeset

/// What was taken for something that the file does not say it is, or was found and not taken.
enum ImportGuess: Hashable {
  /// Words that became a key of the head.
  case taken(String, key: String)
  /// Lines that stand above the salutation.
  case leftAbove([String])
  /// What stands below the closing.
  case leftBelow(String)

  /// A warning of it, with what to do.
  var diagnostic: Diagnostic {
    switch self {
    case .taken(let words, let key):
      Diagnostic(
        .warning, .importGuess, "\(quoted(words)) is taken as \(key):",
        hints: ["look whether it is that, and write it elsewhere if it is not"])
    case .leftAbove(let lines):
      Diagnostic(
        .warning, .importGuess, Self.left(lines),
        hints: [
          "delete what the layout sets itself, as the sender, and move the rest into the head"
        ])
    case .leftBelow(let words):
      Diagnostic(
        .warning, .importGuess,
        "what stands below \(quoted(words)) is left in the text, for nobody knows which is which",
        hints: ["write closing:, signatures: and copies: in the head"])
    }
  }

  private static func left(_ lines: [String]) -> DiagnosticText {
    guard let first = lines.first else { return "a picture stands above the text" }
    return DiagnosticText(
      lines.count, one: "a line above the text is none of the head: \(quoted(first))",
      many: "\(lines.count) lines above the text are none of the head: \(quoted(first)), …")
  }
}
