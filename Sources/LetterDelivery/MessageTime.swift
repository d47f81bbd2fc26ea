import Typeset

/// A moment as messages write it: a day and a time of UTC, `2026-04-01T10:00:00Z`.
struct MessageTime: Hashable, Comparable {
  /// Seconds since the first of January 2000, 00:00 UTC.
  private let seconds: Int

  private init(seconds: Int) { self.seconds = seconds }

  /// A letter's day as a moment: noon, which is the same day from -12 to +11 hours.
  init(day: CalendarDate) {
    seconds = Self.days(day.year, day.month, day.day) * 86_400 + 43_200
  }

  /// Reads a day, or a day and a time.
  ///
  /// A time without an offset is Denmark's. A day alone is its beginning there, or its last minute.
  /// - Parameter isEnd: whether a day alone means its end.
  init?(_ text: String, isEnd: Bool) {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) {
      $0 == " " || $0 == "T"
    }
    guard let first = parts.first, let day = CalendarDate(iso8601: String(first)) else {
      return nil
    }
    let start = Self.days(day.year, day.month, day.day) * 86_400
    guard parts.count == 2 else {
      self = Self.danish(start + (isEnd ? 86_340 : 0))
      return
    }
    var time = parts[1].filter { $0 != " " }
    var offset: Int?
    if time.last == "Z" {
      offset = 0
      time.removeLast()
    } else if let sign = time.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      guard let minutes = Self.minutes(time[time.index(after: sign)...]) else { return nil }
      offset = (time[sign] == "-" ? -60 : 60) * minutes
      time = String(time[..<sign])
    }
    guard let minutes = Self.minutes(time[...]), minutes < 24 * 60 else { return nil }
    let local = start + minutes * 60
    self = offset.map { MessageTime(seconds: local - $0) } ?? Self.danish(local)
  }

  static func < (a: MessageTime, b: MessageTime) -> Bool { a.seconds < b.seconds }

  /// The moment as messages write it.
  var text: String {
    let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - day * 86_400
    let (year, month, dayOfMonth) = Self.date(day)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(year)-\(two(month))-\(two(dayOfMonth))"
      + "T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }

  /// `12:30`, `12:30:00` or `1230`, as minutes.
  private static func minutes(_ text: Substring) -> Int? {
    let digits = text.filter { $0 != ":" }
    guard [4, 6].contains(digits.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(digits.prefix(4)), number % 100 < 60, number / 100 <= 24
    else { return nil }
    return number / 100 * 60 + number % 100
  }

  /// A time of Denmark: an hour before UTC, two from the last Sunday of March to that of October
  /// (directive 2000/84/EC).
  private static func danish(_ local: Int) -> MessageTime {
    let winter = local - 3600
    let (year, _, _) = date(winter >= 0 ? winter / 86_400 : (winter - 86_399) / 86_400)
    let summer = lastSunday(year, 3) * 86_400 + 3600..<lastSunday(year, 10) * 86_400 + 3600
    return MessageTime(seconds: summer.contains(local - 7200) ? local - 7200 : winter)
  }

  /// The last Sunday of a month of 31 days, in days since 2000.
  private static func lastSunday(_ year: Int, _ month: Int) -> Int {
    let last = days(year, month, 31)
    // The first of January 2000 was a Saturday.
    let weekday = ((last + 6) % 7 + 7) % 7
    return last - weekday
  }

  /// Days since the first of January 2000 (proleptic Gregorian calendar).
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 730_425
  }

  /// The day so many days after the first of January 2000.
  private static func date(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 730_425
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
