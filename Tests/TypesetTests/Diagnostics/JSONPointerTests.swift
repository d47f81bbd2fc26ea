import Foundation
import Testing

@testable import Typeset

/// Places in JSON, as programs name them.
struct JSONPointerTests {
  private let text = """
    {"layout": "kl", "to": ["Anna", "Bo"], "signatures": [{"name": "A"}, {"nam": "B", "title": ""}],
     "a/b~c": {"\\"x\\"": [1, {}, [2, 3]]}, "body": "Kære \\"Anna\\", {se} [her]\\n\\nHej", "last": true}
    """

  private func pointer(to part: String, from offset: Int = 0) throws -> String? {
    let file = SourceFile(name: "letter.json", text: text)
    let start = try #require(text.range(of: part)?.lowerBound)
    let lower = text.utf8.distance(from: text.startIndex, to: start) + offset
    return JSONPointer.text(of: file.range(lower, lower + 1))
  }

  @Test(arguments: [
    ("\"kl\"", "/layout"), ("\"layout\"", "/layout"), ("\"Anna\"", "/to/0"), ("\"Bo\"", "/to/1"),
    ("[\"Anna\"", "/to"), ("\"A\"", "/signatures/0/name"), ("\"nam\"", "/signatures/1/nam"),
    ("{\"nam\"", "/signatures/1"), ("\"\"}", "/signatures/1/title"), ("[1, {}", "/a~1b~0c/\"x\""),
    ("1, {}", "/a~1b~0c/\"x\"/0"), ("{}, [2", "/a~1b~0c/\"x\"/1"), ("3]]", "/a~1b~0c/\"x\"/2/1"),
    ("her]", "/body"), ("Hej", "/body"), ("true", "/last"), ("{\"layout\"", ""),
  ])
  func `The innermost value that holds the place is named`(part: String, expected: String) throws {
    #expect(try pointer(to: part) == expected)
  }

  @Test func `A place within a word is that of the word`() throws {
    #expect(try pointer(to: "\"nam\"", from: 2) == "/signatures/1/nam")
    #expect(try pointer(to: "\"Bo\"", from: 1) == "/to/1")
  }

  @Test func `Text that is broken further on has its places all the same`() {
    let file = SourceFile(name: "letter.json", text: "{\"to\": [\"Anna\", \"Bo")
    #expect(JSONPointer.text(of: file.range(17, 18)) == "/to/1")
    let cut = SourceFile(name: "letter.json", text: "{\"to\": ")
    #expect(JSONPointer.text(of: cut.range(7, 7)) == "/to")
  }

  @Test func `Markdown and YAML have none`() {
    for text in ["---\nlayout: kl\n---\nHej {x}\n", "[1, 2]", ""] {
      #expect(JSONPointer.text(of: SourceFile(name: "a", text: text).range(0, 1)) == nil)
    }
  }
}
