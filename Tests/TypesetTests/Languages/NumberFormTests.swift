import Testing

@testable import Typeset

struct NumberFormTests {
  @Test(arguments: [
    ("12", "12"), ("1.250.000,50 kr.", "1.250.000"), ("-12.000", "-12.000"), ("−3,5 %", "−3"),
    ("1 234,5", "1 234"), ("0,4 m", "0"), ("12 m2", "12"), ("(5)", "(5"), ("kr. 5,-", "kr. 5"),
    ("€ 12", "€ 12"), ("–", "–"), ("2025", "2025"), ("5 °C", "5"),
  ])
  func `The whole part of a Danish number ends before its decimals and unit`(
    text: String, whole: String
  ) {
    let numbers = NumberForm(decimalMark: ",")
    #expect(numbers.wholePart(of: text) == whole.utf8.count)
  }

  @Test func `English has a point before decimals, and commas between groups`() {
    let numbers = NumberForm(decimalMark: ".")
    #expect(numbers.wholePart(of: "1,250.75 kg") == 5)
    #expect(numbers.wholePart(of: "-0.5") == 2)
  }

  @Test(arguments: [
    "", "kr.", "3. maj", "12. marts 2026", "26/1842", "18.30", "33 70 34 58", "1.2.3", "10-12",
    "01.02.2026", "B 12", "12 personer fra tre kommuner", "2 af 3",
  ])
  func `What only begins with a number, or is a date or a reference, is none`(text: String) {
    #expect(NumberForm(decimalMark: ",").wholePart(of: text) == nil)
  }
}
