import Testing
import Typeset

@testable import LetterDelivery

/// Numbers of persons and companies.
struct PartyNumberTests {
  private func read(
    cpr: String? = nil, cvr: String? = nil, authority: String? = nil
  ) -> (number: PartyNumber?, problems: [Diagnostic]) {
    var reader = NumberReader()
    func located(_ text: String?) -> Located<String>? { text.map { Located(value: $0) } }
    let number = reader.number(
      cpr: located(cpr), cvr: located(cvr), authority: located(authority), of: "delivery")
    return (number, reader.problems)
  }

  // 070761-4285 is the example of CPR-kontoret's own paper on the check digit.
  @Test(arguments: ["0707614285", "070761-4285", " 070761 4285 "])
  func `A CPR number is ten digits, with a hyphen or without`(_ text: String) {
    let read = read(cpr: text)
    #expect(read.number == .cpr("0707614285"))
    #expect(read.problems.isEmpty)
  }

  @Test(arguments: [
    "", "070761428", "07076142856", "07076142a5", "3202614285", "0713614285", "2902614285",
  ])
  func `What is no CPR number is refused, and never shown`(_ text: String) {
    let read = read(cpr: text)
    #expect(read.number == nil)
    #expect(read.problems.count == 1)
    #expect(read.problems.first?.severity == .error)
    #expect(read.problems.allSatisfy { text.isEmpty || !"\($0)".contains(text) })
  }

  @Test func `The seventh digit tells the century, so a leap day may be none`() {
    // 29 February is one of 2000 and none of 1900.
    #expect(CPRNumber.isDay([2, 9, 0, 2, 0, 0, 4, 0, 0, 0]))
    #expect(!CPRNumber.isDay([2, 9, 0, 2, 0, 0, 0, 0, 0, 0]))
    // 1858 to 1899, and 1937 to 1999.
    #expect(CPRNumber.isDay([2, 9, 0, 2, 9, 6, 5, 0, 0, 0]))
    #expect(CPRNumber.isDay([2, 9, 0, 2, 9, 6, 4, 0, 0, 0]))
  }

  @Test func `A check digit that does not hold is a warning, but for days that lacked numbers`() {
    let slip = read(cpr: "0707614286")
    #expect(slip.number == .cpr("0707614286"))
    #expect(slip.problems.map(\.severity) == [.warning])
    #expect(read(cpr: "0101651234").problems.isEmpty)
    #expect(read(cpr: "0101591234").problems.map(\.severity) == [.warning])
  }

  @Test func `A CVR number is eight digits whose check digit holds`() {
    #expect(read(cvr: "55133018").number == .cvr("55133018"))
    #expect(read(cvr: "DK55133018").number == .cvr("55133018"))
    for wrong in ["55133019", "5513301", "05133018", "551330181", "5513301x"] {
      #expect(read(cvr: wrong).number == nil)
      #expect(read(cvr: wrong).problems.map(\.severity) == [.error])
    }
  }

  @Test func `One kind of number is given, not two`() {
    let both = read(cpr: "0707614285", cvr: "55133018")
    #expect(both.number == nil)
    #expect(both.problems.map(\.message) == ["delivery has cpr and cvr"])
    #expect(read().number == nil)
    #expect(read().problems.isEmpty)
    #expect(read(authority: "MY-17").number == .authority("MY-17"))
    #expect(read(authority: "a b").number == nil)
  }
}
