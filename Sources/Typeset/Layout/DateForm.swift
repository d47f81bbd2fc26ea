/// How a layout writes dates, where it differs from the language: `{dd}-{mm}-{year}`.
struct DateForm: Hashable, Sendable {
  let text: String

  /// What may stand in it: the day with and without a leading nought, the month as a word and as
  /// a number, the year with four figures and with two.
  static let places = ["{day}", "{dd}", "{month}", "{m}", "{mm}", "{year}", "{yy}"]

  /// The day in this form.
  func format(_ date: CalendarDate, months: [String]) -> String {
    let month = months.indices.contains(date.month - 1) ? months[date.month - 1] : ""
    let values = [
      String(date.day), Self.padded(date.day), month, String(date.month), Self.padded(date.month),
      String(date.year), Self.padded(date.year % 100),
    ]
    return zip(Self.places, values).reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension LayoutParser {
  /// `date-form: "{dd}-{mm}-{year}"`.
  mutating func readDateForm(_ reader: inout MappingReader) -> DateForm? {
    guard let written = reader.text("date-form", &problems) else { return nil }
    let rest = DateForm.places.reduce(written.value) { $0.replacing($1, with: "") }
    let saysDay = ["{day}", "{dd}"].contains { written.value.contains($0) }
    if saysDay, !rest.contains("{"), !rest.contains("}") { return DateForm(text: written.value) }
    problems.add(
      .error(
        .wrongType, "date-form is \(quoted(written.value)), which is no form of a date",
        at: written.place,
        hint: "write it with \(listed(DateForm.places)), as \"{dd}-{mm}-{year}\""))
    return nil
  }
}
