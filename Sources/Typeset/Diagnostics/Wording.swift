/// A value as messages show it: in quotes, on one line, clipped when long.
func quoted(_ text: some StringProtocol) -> String {
  var shown = ""
  var count = 0
  for character in text {
    if count == 60 {
      shown += "…"
      break
    }
    shown.append(character.isNewline || character == "\t" ? " " : character)
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
func listed(_ words: [String], _ conjunction: String = "or") -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
}
