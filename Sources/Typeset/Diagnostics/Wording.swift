/// A value as messages show it: in quotes, on one line, clipped when long.
package func quoted(_ text: some StringProtocol) -> String {
  var shown = ""
  var count = 0
  for character in text {
    if count == 60 {
      shown += "…"
      break
    }
    if character.isNewline || character == "\t" {
      shown += " "
    } else if character.unicodeScalars.contains(where: isControl) {
      shown += "\u{FFFD}"
    } else {
      shown.append(character)
    }
    count += 1
  }
  return "\"\(shown)\""
}

/// A character's code point as Unicode writes it: `U+00E6`.
func codePoint(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// Words as a sentence lists them: `left, right or center`.
package func listed(_ words: [String], _ conjunction: DiagnosticText = "or") -> DiagnosticText {
  DiagnosticText(listing: words, conjunction)
}

/// Whether a character controls devices rather than shows: C0 but tab and line end, DEL, C1.
func isControl(_ scalar: Unicode.Scalar) -> Bool {
  let value = scalar.value
  return value < 0x20 && value != 0x09 && value != 0x0A || (0x7F...0x9F).contains(value)
}

/// A value as YAML takes it between brackets or braces: in quotes where it needs them.
func inBrackets(_ value: String) -> String {
  let isPlain =
    value.first.map { !"-?:,[]{}#&*!|>'\"%@`".contains($0) } ?? false
    && !value.contains(where: { ",[]{}\n".contains($0) }) && !value.contains(": ")
    && !value.contains(" #") && value.last != ":"
  return isPlain ? value : inQuotes(value)
}

/// A value between quotation marks that YAML takes as they are.
func inQuotes(_ value: String) -> String {
  guard value.contains("\"") || value.contains("\\") else { return "\"\(value)\"" }
  return "'\(value.replacing("'", with: "''"))'"
}
