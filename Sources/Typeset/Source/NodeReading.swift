// Readings of single nodes. Each takes the name that messages call the value by, `margin.left`,
// and returns nil after telling the collector what is wrong.
extension SourceNode {
  /// Text on one line, each run of white space one space; numbers and `true` are text too.
  package func text(as name: String, _ problems: inout DiagnosticCollector) -> Located<String>? {
    guard let (written, _) = scalar(as: name, "text", "write text after \(name):", &problems) else {
      return nil
    }
    return Located(value: collapseSpaces(written), place: range)
  }

  /// Text as it is written, line ends and all.
  func verbatim(as name: String, _ problems: inout DiagnosticCollector) -> Located<String>? {
    scalar(as: name, "text", "write text after \(name):", &problems).map {
      Located(value: $0.0, place: range)
    }
  }

  /// A list of texts, or a single one.
  package func texts(as name: String, _ problems: inout DiagnosticCollector) -> [Located<String>]? {
    guard case .sequence(let items) = value else {
      return text(as: name, &problems).map { [$0] }
    }
    var texts: [Located<String>] = []
    for (position, item) in items.enumerated() {
      guard let text = item.text(as: "item \(position + 1) of \(name)", &problems) else {
        continue
      }
      texts.append(text)
    }
    return texts
  }

  /// A whole number within bounds.
  package func integer(
    as name: String, in bounds: ClosedRange<Int>, _ problems: inout DiagnosticCollector
  ) -> Located<Int>? {
    let hint: DiagnosticText =
      "write a whole number, as \(min(max(2, bounds.lowerBound), bounds.upperBound))"
    guard let (written, _) = scalar(as: name, "a whole number", hint, &problems) else { return nil }
    guard let number = Int(written) else {
      problems.add(mismatch(name, "a whole number", hint))
      return nil
    }
    guard bounds.contains(number) else {
      problems.add(outside(name, "\(bounds.lowerBound)", "\(bounds.upperBound)"))
      return nil
    }
    return Located(value: number, place: range)
  }

  /// A number without unit, within bounds.
  package func number(
    as name: String, in bounds: ClosedRange<Double>, _ problems: inout DiagnosticCollector
  ) -> Located<Double>? {
    let hint: DiagnosticText = "write a number, as 1.5"
    guard let (written, _) = scalar(as: name, "a number", hint, &problems) else { return nil }
    guard let number = decimal(written) else {
      problems.add(mismatch(name, "a number", hint))
      return nil
    }
    guard bounds.contains(number) else {
      problems.add(outside(name, short(bounds.lowerBound), short(bounds.upperBound)))
      return nil
    }
    return Located(value: number, place: range)
  }

  /// `true` or `false`.
  package func flag(as name: String, _ problems: inout DiagnosticCollector) -> Located<Bool>? {
    let hint: DiagnosticText = "write true or false"
    guard let (written, _) = scalar(as: name, "true or false", hint, &problems) else { return nil }
    switch written {
    case "true": return Located(value: true, place: range)
    case "false": return Located(value: false, place: range)
    default:
      problems.add(mismatch(name, "true or false", hint))
      return nil
    }
  }

  /// A day, written `2024-03-11`.
  func date(as name: String, _ problems: inout DiagnosticCollector) -> Located<CalendarDate>? {
    let hint: DiagnosticText = "write year, month and day, as 2024-03-11"
    guard let (written, _) = scalar(as: name, "a date", hint, &problems) else { return nil }
    if let date = CalendarDate(iso8601: written) { return Located(value: date, place: range) }
    let parts = written.split(separator: "-", omittingEmptySubsequences: false)
    if parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy(\.isWholeNumber) }) {
      problems.add(
        .error(
          .noSuchDay, "\(name) is \(quoted(written)), a day that does not exist", at: range,
          hint: "check the year, the month and the day"))
      return nil
    }
    switch WrittenDay(written) {
    case .day(let day): problems.add(mismatch(name, "a date", "write \(day.iso8601)"))
    case .noDay:
      problems.add(
        .error(
          .noSuchDay, "\(name) is \(quoted(written)), a day that does not exist", at: range,
          hint: "check the day, and write year, month and day, as 2024-03-11"))
    case nil: problems.add(mismatch(name, "a date", hint))
    }
    return nil
  }

  /// A colour, written `"#8a1538"`.
  func color(as name: String, _ problems: inout DiagnosticCollector) -> Located<Color>? {
    let hint: DiagnosticText = "write the colour in quotes, as \"#8a1538\""
    guard let (written, _) = scalar(as: name, "a colour", hint, &problems) else { return nil }
    let digits = written.dropFirst()
    if let straight = written.withoutCurlyQuotes {
      problems.add(mismatch(name, "a colour", "write straight quotes: \(inQuotes(straight))"))
      return nil
    }
    guard written.first == "#", digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit),
      let value = UInt32(digits, radix: 16)
    else {
      problems.add(mismatch(name, "a colour", hint))
      return nil
    }
    func part(_ shift: UInt32) -> Double { Double(value >> shift & 0xFF) / 255 }
    return Located(value: Color(red: part(16), green: part(8), blue: part(0)), place: range)
  }

  /// One of the raw values of an enum.
  package func choice<Choice: CaseIterable & RawRepresentable<String> & Hashable & Sendable>(
    as name: String, of type: Choice.Type = Choice.self, _ problems: inout DiagnosticCollector
  ) -> Located<Choice>? {
    let names = Choice.allCases.map(\.rawValue)
    let hint: DiagnosticText = "write \(listed(names))"
    guard let (written, _) = scalar(as: name, listed(names), hint, &problems) else { return nil }
    if let choice = Choice(rawValue: written) { return Located(value: choice, place: range) }
    let near = nearestName(to: written, in: names)
    problems.add(mismatch(name, listed(names), near.map { "write \($0)" } ?? hint))
    return nil
  }

  /// What to say of a value of the wrong type: `margin.left is a list, not a length`.
  package func mismatch(_ name: String, _ wanted: DiagnosticText, _ hint: DiagnosticText)
    -> Diagnostic
  {
    let found: DiagnosticText
    switch value {
    case .null:
      if let comment = range.file.comment(after: range.lower) {
        return commentDiagnostic(at: comment, "\(name) has no value")
      }
      return .error(.wrongType, "\(name) has no value", at: range, hint: hint)
    case .scalar(let written, _): found = "\(quoted(written))"
    case .sequence: found = "a list"
    case .mapping: found = "a mapping"
    }
    if wanted == "text", let text = writtenInBrackets {
      return .error(
        .wrongType, "\(name) is \(found), not \(wanted)", at: range,
        hint: "put the whole value in quotes: \(inQuotes(text))")
    }
    return .error(.wrongType, "\(name) is \(found), not \(wanted)", at: range, hint: hint)
  }

  /// A list or mapping of one word, `[Emne]`, as it is written; nil for anything else.
  private var writtenInBrackets: String? {
    let text = range.text
    switch value {
    case .sequence(let items) where items.count == 1:
      guard case .scalar(_, isQuoted: false) = items[0].value else { return nil }
      return text.hasPrefix("[") ? text : nil
    case .mapping(let entries) where entries.count == 1 && entries[0].value.value == .null:
      return text.hasPrefix("{") ? text : nil
    default: return nil
    }
  }

  func scalar(
    as name: String, _ wanted: DiagnosticText, _ hint: DiagnosticText,
    _ problems: inout DiagnosticCollector
  ) -> (String, isQuoted: Bool)? {
    if case .scalar(let written, let isQuoted) = value { return (written, isQuoted) }
    problems.add(mismatch(name, wanted, hint))
    return nil
  }

  private func outside(_ name: String, _ low: String, _ high: String) -> Diagnostic {
    .error(
      .outOfRange, "\(name) is \(quoted(range.text)), which is not between \(low) and \(high)",
      at: range,
      hint: "write a number from \(low) to \(high)")
  }
}

extension String {
  /// What stands between curly quotation marks; nil for a text that does not begin with one.
  var withoutCurlyQuotes: String? {
    let marks = "“”„‘’‚«»"
    guard let first, marks.contains(first) else { return nil }
    return filter { !marks.contains($0) }
  }
}

/// A decimal number with point, without exponent; nil for anything else.
func decimal(_ text: some StringProtocol) -> Double? {
  let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
  let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
  guard parts.count <= 2, digits.utf8.count <= 30,
    parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
  else { return nil }
  return Double(text)
}

/// A number without `.0`.
func short(_ number: Double) -> String {
  Int(exactly: number).map(String.init) ?? String(number)
}

/// Text on one line: runs of space, tab and line end become one space, none at the ends.
func collapseSpaces(_ text: String) -> String {
  text.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\n" }).joined(separator: " ")
}
