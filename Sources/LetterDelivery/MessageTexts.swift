import Typeset

/// Reads the texts of a delivery: what of them messages cannot hold is a problem with its place.
struct MessageTexts {
  private(set) var problems: [Diagnostic] = []

  /// The most characters that a text of a message has.
  static let limit = 256

  var hasErrors: Bool { problems.contains { $0.severity == .error } }

  mutating func add(_ found: [Diagnostic]) { problems += found }

  mutating func tell(
    _ code: DiagnosticCode, _ message: DiagnosticText, at place: SourceRange?,
    _ hint: DiagnosticText
  ) {
    problems.append(Diagnostic(.error, code, message, at: place, hints: [hint]))
  }

  /// A text that a message takes.
  mutating func text(_ text: Located<String>?, _ name: DiagnosticText) -> String? {
    guard let text, !text.value.isEmpty else { return nil }
    if text.value.count > Self.limit {
      tell(
        .messageText,
        "\(name) has \(text.value.count) characters, more than the \(Self.limit) that a message takes",
        at: text.place, "shorten it")
    }
    if let scalar = characterThatXMLLacks(text.value) {
      tell(
        .messageText,
        "\(name) holds U+\(String(scalar.value, radix: 16, uppercase: true)), which no message can hold",
        at: text.place, "delete it")
    }
    return text.value
  }

  /// `yes` or `no`, also in Danish and as JSON has them.
  mutating func flag(_ text: Located<String>?, _ name: DiagnosticText) -> Bool? {
    guard let text else { return nil }
    switch text.value.lowercased() {
    case "yes", "true", "ja", "1": return true
    case "no", "false", "nej", "0": return false
    default:
      tell(.messageText, "\(name) is \"\(text.value)\"", at: text.place, "write yes or no")
      return nil
    }
  }

  /// One of some words.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ text: Located<String>?, _ name: DiagnosticText, of type: Choice.Type = Choice.self
  ) -> Choice? {
    guard let text else { return nil }
    if let choice = Choice(rawValue: text.value.lowercased()) { return choice }
    let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    tell(.messageText, "\(name) is \"\(text.value)\"", at: text.place, "write one of \(words)")
    return nil
  }

  mutating func day(_ text: Located<String>?, _ name: DiagnosticText) -> CalendarDate? {
    guard let text else { return nil }
    if let day = CalendarDate(iso8601: text.value) { return day }
    tell(
      .messageText, "\(name) is \"\(text.value)\", not a date", at: text.place,
      "write year, month and day, as 2024-03-11")
    return nil
  }

  mutating func time(_ text: Located<String>?, _ name: DiagnosticText, isEnd: Bool) -> MessageTime?
  {
    guard let text else { return nil }
    if let time = MessageTime(text.value, isEnd: isEnd) { return time }
    tell(
      .messageText, "\(name) is \"\(text.value)\", not a time", at: text.place,
      "write a day, or day and time, as 2024-03-11 12:30")
    return nil
  }
}
