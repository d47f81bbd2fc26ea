import Inspection
import Testing

/// Each rule is broken by a file that keeps all others, and kept by one at its limit.
struct RuleTests {
  static let cases =
    RuleCase.ofFiles + RuleCase.ofPages + RuleCase.ofActions + RuleCase.ofFonts + RuleCase.ofColors
    + RuleCase.ofPlaces + RuleCase.ofSight + RuleCase.ofLetters + RuleCase.ofClaims
    + RuleCase.ofTags

  @Test(arguments: cases)
  func `A file breaks just this rule, and another just keeps it`(of one: RuleCase) throws {
    var broken = SoundPDF()
    one.breaking(&broken)
    let findings = try RuleCase.findings(in: broken.bytes, named: one.name)
    #expect(
      Set(findings.map(\.rule)) == [one.rule],
      "\(findings.map { "\($0.rule): \($0.breach.message)" })")
    var kept = SoundPDF()
    one.passing(&kept)
    let none = try RuleCase.findings(in: kept.bytes, named: one.passingName)
    #expect(none.isEmpty, "\(none.map { "\($0.rule): \($0.breach.message)" })")
  }

  @Test func `Every rule has its two files`() {
    let tested = Set(Self.cases.map(\.rule)).union([
      "damage", "encryption", "claims", "seal", "white-text", "sheets", "audit", "attachments",
    ])
    #expect(Set(Rule.all.map(\.name)).subtracting(tested) == [])
  }
}
