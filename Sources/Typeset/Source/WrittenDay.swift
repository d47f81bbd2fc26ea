/// A day as letters have it, `22. november 2026` or `22/11-26`, which is not how a head has it.
enum WrittenDay {
  /// A day that there is.
  case day(CalendarDate)
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
    self = CalendarDate(year: year, month: month, day: day).map { .day($0) } ?? .noDay
  }

  private static func month(_ name: String) -> Int? {
    months.firstIndex { names in names.split(separator: " ").contains { $0 == name } }.map {
      $0 + 1
    }
  }

  /// The months in Danish, Norwegian, Swedish, German and English, and as they are shortened.
  private static let months = [
    "januar januari january jan", "februar februari february feb", "marts mars märz march mar",
    "april apr", "maj mai may", "juni june jun", "juli july jul", "august augusti aug",
    "september sept sep", "oktober october okt oct", "november nov",
    "december desember dezember dec des dez",
  ]
}
