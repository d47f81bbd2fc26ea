// What libyaml tells at a later line than the one that is wrong.

/// What to say of `{accent: #8a1538}`, whose brace belongs to a comment; nil for anything else.
///
/// - Parameter read: what has been read when the parser stops.
func commentProblem(
  _ words: String, in read: Range<Int>, of file: SourceFile
) -> Diagnostic? {
  let swallowing = [
    "did not find expected node content", "did not find expected ',' or '}'",
    "did not find expected ',' or ']'", "could not find expected ':'",
    "mapping values are not allowed in this context",
  ]
  guard swallowing.contains(words) else { return nil }
  return file.lines(of: read).lazy.compactMap { file.comment(thatCutsOff: $0) }.first.map {
    commentDiagnostic(at: $0)
  }
}

/// What to say where a `#` that was meant as part of a value begins a comment.
///
/// - Parameters:
///   - comment: from the `#` to the end of what was meant, which is read out of it.
///   - consequence: what the value lacks by it.
func commentDiagnostic(
  at comment: SourceRange, _ consequence: DiagnosticText? = nil
) -> Diagnostic {
  let value = comment.text.prefix { !" ,}]".contains($0) }
  let sign = comment.file.range(comment.lower, comment.lower + 1)
  let told: DiagnosticText = "# begins a comment"
  return .error(
    .yamlSyntax, consequence.map { "\(told), so \($0)" } ?? told, at: sign,
    hint: "write \(inQuotes(String(value))) in quotes")
}

/// What to say of a line that is indented with a space of another kind, U+00A0 say; nil for any other.
///
/// The parser takes such a space for a letter, and often stumbles on the line after it.
func indentProblem(in read: Range<Int>, of file: SourceFile) -> Diagnostic? {
  file.lines(of: read).prefix(3).lazy.compactMap { file.foreignIndent(in: $0) }.first.map {
    indentDiagnostic(at: $0)
  }
}

/// What to say of a space of another kind that was meant as indent.
func indentDiagnostic(at place: SourceRange) -> Diagnostic {
  .error(
    .yamlSyntax, "the line is indented with a no-break space", at: place,
    hint: "indent with plain spaces")
}

extension SourceFile {
  /// The lines of a stretch, without their ends, the last one first.
  fileprivate func lines(of stretch: Range<Int>) -> [Range<Int>] {
    let last = lineIndex(at: min(max(stretch.upperBound - 1, stretch.lowerBound), bytes.count))
    return lineStarts[lineIndex(at: stretch.lowerBound)...last].reversed().map { start in
      start..<(bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count)
    }
  }

  /// What stands from a `#` on in a line where a value was meant; nil for a line without.
  ///
  /// Either it looks like a colour after a colon, a comma or a bracket, or it takes the bracket along
  /// that closes the line.
  fileprivate func comment(thatCutsOff line: Range<Int>) -> SourceRange? {
    var quote: UInt8?
    var open = 0
    var last: UInt8 = 0x0A
    for index in line {
      let byte = bytes[index]
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == UInt8(ascii: "#"), index == line.lowerBound || isBlank(bytes[index - 1]) {
        let rest = bytes[index..<line.upperBound]
        let isValue = ":,[{".utf8.contains(last)
        let closes = open > 0 && rest.contains { "]}".utf8.contains($0) }
        return isValue && (closes || beginsColor(rest)) ? range(index, line.upperBound) : nil
      } else if "\"'".utf8.contains(byte), ":,[{-".utf8.contains(last) {
        quote = byte
      } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        open += 1
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        open -= 1
      }
      if !isBlank(byte) { last = byte }
    }
    return nil
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Whether it begins as a colour is written: `#`, six digits, and nothing that belongs to them.
  private func beginsColor(_ text: ArraySlice<UInt8>) -> Bool {
    let digits = text.dropFirst().prefix {
      (48...57).contains($0) || (65...70).contains($0) || (97...102).contains($0)
    }
    // Words of three letters may be made of them: #add, #bad.
    let isShort = digits.count == 3 && digits.contains { (48...57).contains($0) }
    guard digits.count == 6 || isShort else { return false }
    return digits.endIndex == text.endIndex || " ,]}".utf8.contains(bytes[digits.endIndex])
  }

  /// The first space in a line's indent that is none for YAML; nil where there is none.
  fileprivate func foreignIndent(in line: Range<Int>) -> SourceRange? {
    let start = bytes[line].firstIndex { $0 != 0x20 } ?? line.upperBound
    return noBreakSpace(at: start)
  }

  /// The no-break space or other wide space that begins there; nil for any other character.
  func noBreakSpace(at start: Int) -> SourceRange? {
    let isHere = [[0xC2, 0xA0], [0xE2, 0x80, 0xAF], [0xE2, 0x80, 0x87], [0xE3, 0x80, 0x80]].first {
      bytes[min(start, bytes.count)...].starts(with: $0)
    }
    return isHere.map { range(start, start + $0.count) }
  }

  /// What begins with a `#` on the line of a place and behind it, with nothing but spaces between.
  func comment(after place: Int) -> SourceRange? {
    let rest = bytes[min(place, bytes.count)...].drop { isBlank($0) || $0 == UInt8(ascii: ":") }
    guard rest.first == UInt8(ascii: "#"), beginsColor(rest.prefix { $0 != 0x0A && $0 != 0x0D })
    else { return nil }
    let end = rest.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    return range(rest.startIndex, end)
  }
}
