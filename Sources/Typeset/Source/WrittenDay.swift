/// A day as letters have it, `22. november 2026` or `22/11-26`, which is not how a head has it.
enum WrittenDay {
  /// A day that there is.
  case day(CalendarDate)
  /// Two figures thrice, `26-11-22`, of which the first or the last may be the year.
  case either(CalendarDate, CalendarDate)
  /// Figures in the right order that are no day.
  case noDay

  /// Reads the day, the month as a number or a name, and the year; nil for anything else.
  init?(_ written: String) {
    let words = written.lowercased().split { "./-, ".contains($0) }.map(String.init)
    let parts = words.filter { $0 != "den" && $0 != "der" && $0 != "the" }
    guard parts.count == 3, let day = Int(parts[0]), var year = Int(parts[2]),
      let month = Int(parts[1]) ?? Self.month(parts[1])
    else { return nil }
    guard (1...99).contains(day), (1...99).contains(month) else { return nil }
    switch parts[2].count {
    case 2: year += 2000
    case 4: break
    default: return nil
    }
    let dayFirst = CalendarDate(year: year, month: month, day: day)
    let yearFirst = Self.isOfPairs(written, parts) ? Self.yearFirst(day, month, year) : nil
    switch (dayFirst, yearFirst) {
    case (let first?, let second?) where first != second: self = .either(first, second)
    case (let first?, _): self = .day(first)
    case (nil, let second?): self = .day(second)
    case (nil, nil): self = .noDay
    }
  }

  /// Whether it is three pairs of figures with the same sign between them.
  private static func isOfPairs(_ written: String, _ parts: [String]) -> Bool {
    guard parts.allSatisfy({ $0.utf8.count == 2 }) else { return false }
    return ["-", "."].contains { parts.joined(separator: $0) == written }
  }

  private static func yearFirst(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
    CalendarDate(year: 2000 + year, month: month, day: day % 100)
  }

  /// The one day that words name, written as a head has it or as letters do; nil for others.
  static func day(of words: String) -> CalendarDate? {
    if let date = CalendarDate(iso8601: words) { return date }
    guard case .day(let date)? = WrittenDay(words) else { return nil }
    return date
  }

  /// The number of a month whose name is in small letters; nil for any other word.
  static func month(_ name: String) -> Int? { months[name] }

  /// Whether a name of a month is a shortened one, which may be a person's, too.
  static func isShort(_ name: String) -> Bool { name.unicodeScalars.count <= 4 && !isWhole(name) }

  private static func isWhole(_ name: String) -> Bool {
    ["maj", "mai", "may", "juni", "june", "juli", "july", "mars", "märz", "août", "juin"]
      .contains(name)
  }

  private static let months: [String: Int] = {
    var numbers: [String: Int] = [:]
    for (index, names) in names.enumerated() {
      for name in names.split(separator: " ") { numbers[String(name)] = index + 1 }
    }
    return numbers
  }()

  /// The months in Danish, Norwegian, Swedish, German, English, Faroese, Greenlandic, French and
  /// Finnish, and as they are shortened.
  private static let names = [
    "januar januari january januaari janvier tammikuuta jan",
    "februar februari february februaari février helmikuuta feb",
    "marts mars märz march marsi maaliskuuta mar", "april apríl apriili avril huhtikuuta apr",
    "maj mai may maaji toukokuuta", "juni june juuni juin kesäkuuta jun",
    "juli july juuli juillet heinäkuuta jul",
    "august augusti aggusti août elokuuta aug",
    "september septembari septemberi septembre syyskuuta sept sep",
    "oktober october oktobari oktoberi octobre lokakuuta okt oct",
    "november novembari novemberi novembre marraskuuta nov",
    "december desember dezember decembari decemberi décembre joulukuuta dec des dez",
  ]
}
