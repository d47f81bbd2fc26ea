import Typeset

/// A number by which Digital Post knows who sends or receives.
package enum PartyNumber: Hashable, Sendable {
  /// A citizen's, ten digits.
  case cpr(String)
  /// A company's or authority's, eight digits.
  case cvr(String)
  /// An authority's own in Digital Post.
  case authority(String)

  /// The kind of number as messages name it (`idType`).
  package var kind: String {
    switch self {
    case .cpr: "CPR"
    case .cvr: "CVR"
    case .authority: "MyndighedsID"
    }
  }

  /// The number itself; for messages alone.
  package var digits: String {
    switch self {
    case .cpr(let digits), .cvr(let digits), .authority(let digits): digits
    }
  }
}

/// Reads numbers of persons and companies; what it says of them never holds them.
struct NumberReader {
  /// What is noticed and what is wrong.
  private(set) var problems: [Diagnostic] = []

  /// The number that is given, of one kind only.
  ///
  /// - Parameters:
  ///   - name: whose it is, as `delivery` or `sender`.
  mutating func number(
    cpr: Located<String>?, cvr: Located<String>?, authority: Located<String>?, of name: String
  ) -> PartyNumber? {
    let given = [(cpr, "cpr"), (cvr, "cvr"), (authority, "authority")].filter { $0.0 != nil }
    guard given.count <= 1 else {
      tell(
        given[1].0, "\(name) has \(given.map(\.1).joined(separator: " and "))",
        "keep the one that messages are sent to")
      return nil
    }
    if let cpr { return self.cpr(cpr, "\(name).cpr") }
    if let cvr { return self.cvr(cvr, "\(name).cvr") }
    return authority.flatMap { self.authority($0, "\(name).authority") }
  }

  /// Ten digits, the first six a day; with or without a hyphen behind them.
  private mutating func cpr(_ text: Located<String>, _ name: String) -> PartyNumber? {
    var digits = text.value.filter { $0 != " " }
    if digits.count == 11, digits.dropFirst(6).first == "-" {
      digits.remove(at: digits.index(digits.startIndex, offsetBy: 6))
    }
    guard digits.utf8.count == 10, let values = Self.values(digits) else {
      tell(
        text, "\(name) is no CPR number: it has not ten digits",
        digits.utf8.count == 9
          ? "look whether a zero at its beginning is lost: the column has to be text"
          : "write ten digits, ddmmyyxxxx")
      return nil
    }
    guard CPRNumber.isDay(values) else {
      tell(
        text, "\(name) is no CPR number: its first six digits are no day",
        "look whether digits are lost or changed")
      return nil
    }
    if !CPRNumber.hasCheckDigit(values), !CPRNumber.mayLackCheckDigit(values) {
      problems.append(
        Diagnostic(
          .warning, .messageRecipient, "\(name) has a check digit that does not hold",
          at: text.place,
          hints: ["look whether a digit is wrong; a few numbers given since 2007 have none"]
        ).withoutExcerpt)
    }
    return .cpr(digits)
  }

  private mutating func cvr(_ text: Located<String>, _ name: String) -> PartyNumber? {
    var digits = text.value.filter { $0 != " " }
    if digits.uppercased().hasPrefix("DK") { digits.removeFirst(2) }
    guard digits.utf8.count == 8, let values = Self.values(digits), values[0] > 0 else {
      tell(text, "\(name) is no CVR number: it has not eight digits", "write eight digits")
      return nil
    }
    // Weights and modulus of Erhvervsstyrelsen.
    let sum = zip(values, [2, 7, 6, 5, 4, 3, 2, 1]).reduce(0) { $0 + $1.0 * $1.1 }
    guard sum % 11 == 0 else {
      tell(
        text, "\(name) is no CVR number: its check digit does not hold",
        "look whether digits are lost or changed")
      return nil
    }
    return .cvr(digits)
  }

  /// Nothing is published of its form; letters, digits and hyphens are taken.
  private mutating func authority(_ text: Located<String>, _ name: String) -> PartyNumber? {
    let isPlain = text.value.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == UInt8(ascii: "-")
    }
    guard isPlain, (1...36).contains(text.value.utf8.count) else {
      tell(
        text, "\(name) is no number of an authority",
        "write it as Digital Post has it, in letters, digits and hyphens")
      return nil
    }
    return .authority(text.value)
  }

  private static func values(_ digits: String) -> [Int]? {
    let values = digits.utf8.map { Int($0) - 0x30 }
    return values.allSatisfy { (0...9).contains($0) } ? values : nil
  }

  /// Says where without an excerpt, which would show the number.
  private mutating func tell(
    _ text: Located<String>?, _ message: DiagnosticText, _ hint: DiagnosticText
  ) {
    problems.append(
      Diagnostic(.error, .messageRecipient, message, at: text?.place, hints: [hint]).withoutExcerpt)
  }
}

/// What holds of the digits of a CPR number (CPR-kontoret, Personnummeret i CPR).
enum CPRNumber {
  /// Whether it begins with a day of the century that its seventh digit names.
  static func isDay(_ digits: [Int]) -> Bool {
    let (day, month) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
    let year = year(digits)
    return CalendarDate(
      iso8601: "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))") != nil
  }

  /// Whether the last digit is what the others make it, modulo 11.
  static func hasCheckDigit(_ digits: [Int]) -> Bool {
    zip(digits, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]).reduce(0) { $0 + $1.0 * $1.1 } % 11 == 0
  }

  /// Numbers without a check digit were given out for days of which there were too few, which are all
  /// the first of January of years since 1960.
  static func mayLackCheckDigit(_ digits: [Int]) -> Bool {
    digits.prefix(4).elementsEqual([0, 1, 0, 1]) && year(digits) >= 1960
  }

  private static func year(_ digits: [Int]) -> Int {
    let short = digits[4] * 10 + digits[5]
    switch digits[6] {
    case 0...3: return 1900 + short
    case 4, 9: return short <= 36 ? 2000 + short : 1900 + short
    default: return short <= 57 ? 2000 + short : 1800 + short
    }
  }

  private static func padded(_ number: Int, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
}
