import Testing

@testable import Comparison

/// Dumps are compared as what they tell, not as lines of text.
struct DumpComparisonTests {
  private let dump = """
    page 1 of 1  210.0 x 297.0
      body x 25.0 baseline 71.1 width 117.6  P  LiberationSans-Regular 10  Frist er den 3. april.
      heading2 x 25.0 baseline 80.0 width 32.3  H1  LiberationSans-Bold 10  Virtuelle stormøder
      sidebar x 159.0 baseline 204.5 width 28.0  Sect/P  LiberationSans-Regular 8.5 #595959  Dato: 11. marts
      sidebar x 159.0 baseline 209.3 width 28.0  artifact  LiberationSans-Regular 8.5  Side 1 af 1
      rule x 25.0 y 233.6 width 40.0 height 0.2  artifact  #595959

    """

  private func messages(
    _ changes: (String, String)..., ignoring: [String] = [], masking: [String] = []
  ) -> [String] {
    let changed = changes.reduce(dump) { $0.replacing($1.0, with: $1.1) }
    var options = CompareOptions()
    options.ignored = ignoring.compactMap { IgnoredPlace($0) }
    for pattern in masking where !options.masks.add(pattern) { Issue.record("\(pattern)") }
    return Comparison(.text(changed), expected: .text(dump), options).differences.map {
      "\($0.kind.rawValue) \($0.page ?? 0): \($0.message)"
    }
  }

  @Test func `Each part of a line has its own words`() {
    #expect(messages() == [])
    #expect(messages(("3. april", "4. april")) == ["words 1: '3.' is now '4.'"])
    #expect(
      messages(("209.3", "212.4")) == ["places 1: 'Side 1 af 1' moved 3.1 mm down"])
    #expect(
      messages(("H1  ", "P  ")) == ["structure 1: 'Virtuelle stormøder' was H1, and is P"])
    #expect(
      messages(("Bold 10", "Bold 11")) == [
        "fonts 1: 'Virtuelle stormøder' was set in LiberationSans-Bold 10, and is in LiberationSans-Bold 11"
      ])
    #expect(
      messages(("297.0", "280.0")) == [
        "size 1: the page was 210.0 × 297.0 mm, and is 210.0 × 280.0 mm"
      ])
    #expect(
      messages(("  rule x 25.0", "  rule x 30.0")) == [
        "places 1: the rule #595959 at 25.0–65.0 mm from the left, 233.6–233.8 mm from the top is now at"
          + " 30.0–70.0 mm from the left, 233.6–233.8 mm from the top"
      ])
  }

  @Test func `A tenth of a millimetre may be rounding; lines that move together are told once`() {
    #expect(messages(("209.3", "209.4")) == [])
    #expect(
      messages(("204.5", "206.5"), ("209.3", "211.3"))
        == ["places 1: 'Dato: 11. marts Side 1 af 1' moved 2.0 mm down"])
  }

  @Test func `Frames and masks do not count`() {
    #expect(messages(("11. marts", "2. maj"), ("204.5", "210.0"), ignoring: ["sidebar"]) == [])
    #expect(messages(("11. marts", "2. maj"), masking: [#"\d+\. [a-z]+"#]) == [])
    #expect(messages(("11. marts", "2. maj"), ignoring: ["body"]).count == 1)
  }

  @Test(arguments: [
    "page 1 of 1", "  body x 1 baseline 2 width 3  P  F 10  w",
    "page 1 of 1  210.0 x 297.0\nbody x 1",
    "page 1 of 1  210.0 x 297.0\n  body x a baseline 2 width 3  P  F 10  w", "Any other text",
  ])
  func `What is no dump is a text`(text: String) { #expect(LayoutDump(text) == nil) }
}
