import Foundation
import Testing
import Typeset

@testable import LetterDelivery

/// Times of messages.
struct MessageTimeTests {
  @Test func `A letter's day is its noon`() throws {
    let day = try #require(CalendarDate(year: 2024, month: 3, day: 11))
    #expect(MessageTime(day: day).text == "2024-03-11T12:00:00Z")
  }

  @Test(arguments: [
    ("2026-01-15 12:00", "2026-01-15T11:00:00Z"), ("2026-07-15T12:00", "2026-07-15T10:00:00Z"),
    ("2026-07-15 12:30:00", "2026-07-15T10:30:00Z"),
    // The clocks go forward on 29 March 2026 at two, and back on 25 October at three.
    ("2026-03-29 01:59", "2026-03-29T00:59:00Z"), ("2026-03-29 03:00", "2026-03-29T01:00:00Z"),
    ("2026-10-25 01:59", "2026-10-24T23:59:00Z"), ("2026-10-25 03:00", "2026-10-25T02:00:00Z"),
    ("2026-07-15T12:00Z", "2026-07-15T12:00:00Z"),
    ("2026-07-15T12:00+05:30", "2026-07-15T06:30:00Z"),
    ("2026-01-01 00:30", "2025-12-31T23:30:00Z"), ("1999-12-31 23:30", "1999-12-31T22:30:00Z"),
  ])
  func `A time without an offset is Denmark's`(_ written: String, _ expected: String) {
    #expect(MessageTime(written, isEnd: false)?.text == expected)
  }

  @Test func `A day alone is its beginning or its last minute in Denmark`() {
    #expect(MessageTime("2026-04-01", isEnd: false)?.text == "2026-03-31T22:00:00Z")
    #expect(MessageTime("2026-04-01", isEnd: true)?.text == "2026-04-01T21:59:00Z")
  }

  @Test(arguments: [
    "", "x", "2026-02-30", "2026-04-01 25:00", "2026-04-01 12:60", "2026-04-01 noon",
    "2026-04-01T", "2026-04-01 12:00+25", "1.4.2026",
  ])
  func `What is no time is none`(_ written: String) {
    #expect(MessageTime(written, isEnd: false) == nil)
  }

  @Test func `Every hour of thirty years is what Foundation says of Copenhagen`() throws {
    let zone = try #require(TimeZone(identifier: "Europe/Copenhagen"))
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let form = ISO8601DateFormatter()
    var wrong: [String] = []
    for hour in stride(from: 0, to: 30 * 366 * 24, by: 5) {
      let moment = Date(timeIntervalSince1970: 946_684_800 + Double(hour) * 3600)
      let parts = calendar.dateComponents([.year, .month, .day, .hour], from: moment)
      guard let year = parts.year, let month = parts.month, let day = parts.day,
        let clock = parts.hour
      else { continue }
      let written = String(format: "%04d-%02d-%02d %02d:00", year, month, day, clock)
      let told = MessageTime(written, isEnd: false)?.text
      // The hour that comes twice in October is taken for the first of the two.
      let later = form.string(from: moment.addingTimeInterval(-3600))
      if told != form.string(from: moment), told != later { wrong.append(written) }
    }
    #expect(wrong == [])
  }
}
