#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
import Typeset

/// A moment of UTC to the second, as a seal tells when it was made.
package struct SealTime: Hashable, Sendable {
  /// The moment as `20261122120000`.
  package let digits: String

  /// The moment that the clock shows.
  package static var now: SealTime {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    return SealTime(
      Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday), Int(parts.tm_hour),
      Int(parts.tm_min), Int(parts.tm_sec))
  }

  private init(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ second: Int) {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    digits =
      padded(year, 4) + [month, day, hour, minute, second].map { padded($0, 2) }.joined()
  }

  /// Reads `2026-11-22T12:00:00Z`; nil for anything else.
  package init?(_ text: String) {
    guard text.utf8.count == 20, text.hasSuffix("Z"),
      let day = CalendarDate(iso8601: String(text.prefix(10)))
    else { return nil }
    let time = text.dropFirst(10).dropLast()
    let parts = time.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Self.number($0) }
    guard time.first == "T", parts.count == 3, numbers.count == 3, numbers[0] < 24, numbers[1] < 60,
      numbers[2] < 60
    else { return nil }
    self.init(day.year, day.month, day.day, numbers[0], numbers[1], numbers[2])
  }

  /// A number of two digits; nil for anything else.
  private static func number(_ text: Substring) -> Int? {
    guard text.utf8.count == 2, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text)
  }

  /// The moment as PDFs write it (ISO 32000-1, 7.9.4).
  var pdfDate: String { "D:\(digits)Z" }

  /// The day of a moment, as `2026-11-22`.
  package static func day(of digits: String) -> String {
    let digits = digits.prefix(8)
    return "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
  }
}
