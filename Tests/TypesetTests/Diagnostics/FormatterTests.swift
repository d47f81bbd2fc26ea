import Testing

@testable import Typeset

struct FormatterTests {
  private func format(_ line: String, _ word: String, width: Int = 88) -> String {
    let file = SourceFile(name: "a.md", text: "one\n\(line)\nthree\n")
    let bytes = Array(line.utf8)
    let mark = Array(word.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: mark) } ?? 0
    return DiagnosticFormatter(width: width).format(
      .error("wrong", at: file.range(4 + start, 4 + start + mark.count)))
  }

  @Test func `An error shows its place, its line, carets and hints`() {
    let file = SourceFile(
      name: "Layouts/letter.yaml",
      text: String(repeating: "\n", count: 11) + "  left: 25\n")
    let diagnostic = Diagnostic(
      .error, "margin.left is \"25\", which has no unit", at: file.range(19, 21),
      hints: ["write 25mm or 25pt"])
    #expect(
      DiagnosticFormatter().format(diagnostic) == """
        Layouts/letter.yaml:12:9: error: margin.left is "25", which has no unit
           12 |   left: 25
              |         ^^
        hint: write 25mm or 25pt

        """)
  }

  @Test func `A diagnostic without a place is its message and hints`() {
    let diagnostic = Diagnostic(.warning, "no date", hints: ["write date: 2024-03-11", "or not"])
    #expect(
      DiagnosticFormatter().format(diagnostic)
        == "warning: no date\nhint: write date: 2024-03-11\nhint: or not\n")
  }

  @Test func `An empty line is not shown`() {
    let file = SourceFile(name: "a.md", text: "")
    #expect(
      DiagnosticFormatter().format(.error("the file is empty", at: file.range(0, 0)))
        == "a.md:1:1: error: the file is empty\n")
  }

  @Test(arguments: [
    ("blåbær på land", "på", "blåbær på land", 7, 2),
    ("e\u{301}te\u{301} x", "x", "e\u{301}te\u{301} x", 4, 1),
    ("日本語 x", "x", "日本語 x", 7, 1),
    ("日本語 x", "本", "日本語 x", 2, 2),
    ("a\tb\tx", "x", "a   b   x", 8, 1),
    ("🏛️ x", "x", "🏛️ x", 3, 1),
    ("", "", "", 0, 0),
  ])
  func `Carets stand under the characters as a terminal shows them`(
    line: String, word: String, shown: String, column: Int, count: Int
  ) {
    let lines = format(line, word).split(separator: "\n").map(String.init)
    guard !line.isEmpty else {
      #expect(lines.count == 1)
      return
    }
    #expect(lines.dropFirst().first == "    2 | " + shown)
    #expect(
      lines.last == "      | " + String(repeating: " ", count: column)
        + String(repeating: "^", count: count))
  }

  @Test func `A long line is clipped around the carets`() {
    let line =
      String(repeating: "before ", count: 50) + "HERE" + String(repeating: " after", count: 50)
    let lines = format(line, "HERE", width: 40).split(separator: "\n")
    #expect(lines[1] == "    2 | …efore before HERE after after after afte…")
    #expect(lines[2] == "      |               ^^^^")
  }

  @Test func `A long mark is cut, and a line of megabytes is shown in no time`() {
    let line = String(repeating: "æ", count: 2_000_000)
    let lines = format(line, line, width: 40).split(separator: "\n")
    #expect(lines[1] == "    2 | " + String(repeating: "æ", count: 20) + "…")
    #expect(lines[2] == "      | " + String(repeating: "^", count: 20))
  }

  @Test func `Of very many diagnostics only the first hundred are written out`() {
    let all = (1...120).map { Diagnostic(.error, "error \($0)") }
    let text = DiagnosticFormatter().format(all)
    #expect(text.hasSuffix("error: error 100\n… and 20 more\n"))
  }

  @Test func `A record has lines and columns in characters`() {
    let file = SourceFile(name: "a.md", text: "æøå\nx🏛y")
    let record = DiagnosticRecord(.error("wrong", at: file.range(2, 12), hint: "mend it"))
    #expect(record.severity == "error")
    #expect(record.file == "a.md")
    #expect([record.line, record.column, record.endLine, record.endColumn] == [1, 2, 2, 3])
    #expect(record.hints == ["mend it"])
  }
}
