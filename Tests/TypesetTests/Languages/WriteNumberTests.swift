import Testing

@testable import Typeset

/// Numbers of records, read and written.
struct WriteNumberTests {
  private let danish = NumberForm(decimalMark: ",")
  private let english = NumberForm(decimalMark: ".")
  private let swedish = NumberForm(decimalMark: ",", groupMark: "\u{A0}")

  private func written(_ text: String, _ form: NumberForm, _ decimals: Int? = nil) -> String {
    switch DecimalNumber.read(text, in: form) {
    case .success(let number): form.write(decimals.map { number.rounded(to: $0) } ?? number)
    case .failure(let refusal): refusal.reason.english
    }
  }

  @Test(arguments: [
    ("1250", "1.250"), ("1250.5", "1.250,5"), ("1250,5", "1.250,5"), ("1.250,50", "1.250,50"),
    ("1.234.567", "1.234.567"), ("-12", "−12"), ("007", "7"), ("0.125", "0,125"),
    ("1 250", "1.250"),
    ("+3", "3"), ("1.250", "which can be read in two ways"), ("1,250", "1,250"),
    ("12,34,56", "not a number"), ("1.2.3", "not a number"), ("", "not a number"),
    ("12 kr.", "not a number"), ("1e3", "not a number"), ("-", "not a number"),
  ])
  func `Danish`(text: String, expected: String) { #expect(written(text, danish) == expected) }

  @Test func `Other languages`() {
    #expect(written("1,250.5", english, 2) == "1,250.50")
    #expect(written("1,250", english) == "which can be read in two ways")
    #expect(written("1250", swedish) == "1250")
    #expect(written("12500,5", swedish) == "12\u{A0}500,5")
  }

  @Test(arguments: [
    ("0.005", 2, "0,01"), ("0.0049", 2, "0,00"), ("-0.001", 2, "0,00"), ("99.9999", 2, "100,00"),
    ("2.5", 0, "3"), ("1", 3, "1,000"), ("12345678901234567890.1", 0, "12.345.678.901.234.567.890"),
  ])
  func `Rounding`(text: String, decimals: Int, expected: String) {
    #expect(written(text, danish, decimals) == expected)
  }
}
