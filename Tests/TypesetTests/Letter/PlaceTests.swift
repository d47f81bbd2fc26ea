import Testing

@testable import Typeset

struct PlaceTests {
  private func shown(_ index: Int, of text: String, in source: String) -> String {
    let file = SourceFile(name: "a", text: "--" + source + "--")
    let range = file.range(2, 2 + source.utf8.count)
    let found = place(ofScalarAt: index, of: text, in: range)
    return "\(found.column) \(found.text)"
  }

  @Test(arguments: [
    (2, "a ꙮ b", "a ꙮ b", "5 ꙮ"),
    (3, "ꙮ ꙮꙮ", "ꙮ\n> ꙮꙮ", "4 ꙮ"),
    (2, "* ꙮ", "\\*  ꙮ", "7 ꙮ"),
    (0, "ꙮ", "&#xA66E;", "3 &#xA66E;"),
    (9, "ꙮ", "ꙮ", "3 ꙮ"),
    (-1, "ꙮ", "ꙮ", "3 ꙮ"),
  ])
  func `A character is found in its source, or the stretch it stands in`(
    index: Int, text: String, source: String, expected: String
  ) {
    #expect(shown(index, of: text, in: source) == expected)
  }

  @Test func `The n-th character of an inline leads to its line and column`() throws {
    let blocks = try body("Kære *alle* i\nbyen ꙮ")
    guard case .paragraph(let inlines) = blocks[0].content, let last = inlines.last,
      case .text(let text) = last.content
    else {
      Issue.record("no text")
      return
    }
    let index = text.unicodeScalars.count - 1
    let found = place(ofScalarAt: index, of: text, in: last.place)
    #expect("\(found.line):\(found.column)" == "4:6")
  }
}
