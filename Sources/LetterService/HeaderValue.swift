/// The value of a header with its parameters: `text/html; charset=utf-8` (RFC 9110, 5.6.6).
struct HeaderValue {
  /// What stands before the parameters, in lower case.
  let value: String
  /// The parameters by their names in lower case, without quotation marks.
  let parameters: [String: String]

  /// Takes a value apart; what is no parameter is left out.
  init(_ text: String) {
    var pieces = Self.split(text, at: ";")
    value = pieces.isEmpty ? "" : pieces.removeFirst().trimmed.lowercased()
    var parameters: [String: String] = [:]
    for piece in pieces {
      let parts = piece.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let name = parts[0].trimmed.lowercased()
      if parameters[name] == nil { parameters[name] = Self.unquoted(parts[1].trimmed) }
    }
    self.parameters = parameters
  }

  /// Splits where no quotation marks are around.
  static func split(_ text: String, at separator: Character) -> [String] {
    var pieces: [String] = [""]
    var isQuoted = false
    var isEscaped = false
    for character in text {
      if character == separator, !isQuoted {
        pieces.append("")
        continue
      }
      if character == "\"", !isEscaped { isQuoted.toggle() }
      isEscaped = isQuoted && character == "\\" && !isEscaped
      pieces[pieces.count - 1].append(character)
    }
    return pieces
  }

  private static func unquoted(_ text: String) -> String {
    guard text.count >= 2, text.first == "\"", text.last == "\"" else { return text }
    var result = ""
    var isEscaped = false
    for character in text.dropFirst().dropLast() {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        // Browsers write backslashes in names as they are.
        if isEscaped, character != "\"", character != "\\" { result.append("\\") }
        result.append(character)
        isEscaped = false
      }
    }
    return result
  }
}

extension StringProtocol {
  /// Without spaces and tabs at its ends.
  var trimmed: String {
    var rest = self[...]
    while rest.first == " " || rest.first == "\t" { rest = rest.dropFirst() }
    while rest.last == " " || rest.last == "\t" { rest = rest.dropLast() }
    return String(rest)
  }
}
