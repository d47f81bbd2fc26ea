import Testing

@testable import Typeset

/// Ligatures are read, searched and copied as their letters.
struct PresentationFormTests {
  @Test(arguments: [
    ("<0006> <fef7>", "<0006> <06440623>"), ("<01> <fb01>", "<01> <00660069>"),
    ("<0007> <fee3>", "<0007> <0645>"), ("<02> <fb03>", "<02> <006600660069>"),
    ("<02> <fb05>", "<02> <00730074>"), ("<02> <fb2a>", "<02> <05e905c1>"),
    ("<02> <fe80>", "<02> <0621>"), ("<02> <fefc>", "<02> <06440627>"),
  ])
  func `A ligature in the map becomes its letters`(line: String, mended: String) {
    let map = "1 beginbfchar\n\(line)\nendbfchar\n"
    let result = PresentationForms.mend(Array(map.utf8)).map { String(decoding: $0, as: UTF8.self) }
    #expect(result == "1 beginbfchar\n\(mended)\nendbfchar\n\n")
  }

  @Test func `A map of plain letters is left as it is`() {
    #expect(PresentationForms.mend(Array("<00> <ff>\n<54> <0054>\n".utf8)) == nil)
    for scalar in ["00b2", "2026", "fe76", "feff", "fd3e"] {
      #expect(PresentationForms.mend(Array("<54> <\(scalar)>\n".utf8)) == nil)
    }
  }
}
