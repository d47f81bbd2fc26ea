import Testing

@testable import Typeset

/// Quotation marks and dashes across the borders of emphasis and links.
struct TypographicMarksTests {
  @Test func `Hyphens on both sides of a border stay two`() {
    var marks = TypographicMarks(danish)
    #expect(marks.set("fra-") == "fra-")
    #expect(marks.set("-til") == "-til")
    #expect(marks.set("a -- b") == "a – b")
  }
}
