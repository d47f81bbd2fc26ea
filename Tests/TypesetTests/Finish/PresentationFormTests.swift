import Testing

@testable import Typeset

/// Ligatures are read, searched and copied as their letters.
struct PresentationFormTests {
  @Test(arguments: [
    ("<0006> <fef7>", "<0006> <06440623>"), ("<01> <fb01>", "<01> <00660069>"),
    ("<0007> <fee3>", "<0007> <0645>"),
  ])
  func `A ligature in the map becomes its letters`(line: String, mended: String) {
    let map = "1 beginbfchar\n\(line)\nendbfchar\n"
    let result = PresentationForms.mend(Array(map.utf8)).map { String(decoding: $0, as: UTF8.self) }
    #expect(result == "1 beginbfchar\n\(mended)\nendbfchar\n\n")
  }

  @Test func `A map of plain letters is left as it is`() {
    #expect(PresentationForms.mend(Array("<00> <ff>\n<54> <0054>\n".utf8)) == nil)
  }
}
