import Testing

@testable import Typeset

/// What is too much for a letter, and that much less is not.
struct LetterLimitsTests {
  /// A text by its name, and what is said of it.
  struct Monster: Sendable, CustomTestStringConvertible {
    let name: String
    let body: String
    let words: String
    var testDescription: String { name }

    init(_ name: String, _ body: String, _ words: String = "") {
      (self.name, self.body, self.words) = (name, body, words)
    }

    /// What is told of a letter with it.
    var problems: [Diagnostic] {
      readLetter(SourceFile(name: "letter.md", text: "---\nlayout: kl\n---\n" + body)).problems.all
    }
  }

  static let monsters = [
    Monster(
      "a table whose rows leave cells out",
      String(repeating: "|a", count: 300) + "|\n" + String(repeating: "|-", count: 300) + "|\n"
        + String(repeating: "|x\n", count: 300),
      "the table has 300 columns, and so more than 50000 cells"
    ),
    Monster(
      "a table below a heading",
      "a\n-\n" + String(repeating: "|a", count: 300) + "|\n" + String(repeating: "|-", count: 300)
        + "|\n" + String(repeating: "|x\n", count: 300),
      "the table has 300 columns, and so more than 50000 cells"
    ),
    Monster(
      "brackets that nothing closes", String(repeating: "![[]() ", count: 1501),
      "this paragraph has more than 3000 brackets"
    ),
    Monster(
      "a word without end", "ord " + String(repeating: "a@b.c", count: 1300),
      "more than 5120 characters stand here without a space"
    ),
    Monster(
      "marks over one letter", "a" + String(repeating: "\u{301}", count: 3100),
      "more than 5120 characters stand here without a space"
    ),
    Monster(
      "line ends", String(repeating: "a\\\n", count: 40_001), "the text has more than 40000 lines"
    ),
    Monster(
      "addresses", String(repeating: "a@b.dk https://a.dk ", count: 10_001),
      "the text has more than 20000 addresses"
    ),
    Monster(
      "addresses without a scheme", String(repeating: "www. ", count: 20_001),
      "the text has more than 20000 addresses"),
    Monster(
      "emphasis", String(repeating: "**a *b ", count: 100_001),
      "the text has more than 200000 stars"),
    Monster(
      "bytes", String(repeating: "ord ", count: 600_000),
      "the text has 2343 KB, more than the 2048 it may have"
    ),
  ]

  @Test(arguments: monsters)
  func `What no letter has is refused before it costs anything`(monster: Monster) {
    #expect(monster.problems.map(\.message) == [monster.words])
    #expect(monster.problems.first?.code == .tooBig.within("letter"))
  }

  @Test(arguments: [
    Monster("rows", "|a|b|\n|-|-|\n" + String(repeating: "|x\n", count: 4000)),
    Monster("links", String(repeating: "[a](https://a.dk) ", count: 2900)),
    Monster(
      "words",
      String(repeating: "a", count: 4000) + " " + String(repeating: "b", count: 4000)),
    Monster("attributes", "[a]{" + String(repeating: " .x", count: 1000) + "}"),
    Monster("brackets apart", String(repeating: "[a]\n\n", count: 3100)),
  ])
  func `What a letter may have is read`(monster: Monster) {
    #expect(!monster.problems.contains { $0.code == .tooBig.within("letter") })
  }

  @Test(arguments: [
    Monster(
      "Markdown",
      "---\nlayout: kl\nto:\n" + String(repeating: "  - [a, b]\n", count: 13_000) + "---\nx\n"),
    Monster(
      "JSON",
      "{\"layout\": \"kl\", \"copies\": [" + String(repeating: "\"a\", ", count: 30_000)
        + "\"b\"], \"body\": \"x\"}"),
  ])
  func `A head that holds a register is refused`(monster: Monster) {
    let problems = readLetter(SourceFile(name: "letter", text: monster.body)).problems.all
    #expect(problems.map(\.code) == [.tooBig.within("letter")])
    #expect(problems.first?.hints == ["use letterpdf merge for many letters"])
  }

  @Test func `The text of a JSON letter has the limits of any, its head those of heads`() {
    let long = String(repeating: "ord ", count: 100_000)
    let file = SourceFile(
      name: "letter.json", text: "{\"layout\": \"kl\", \"body\": \"\(long)\"}")
    #expect(!readLetter(file).problems.all.contains { $0.code == .tooBig.within("letter") })
  }
}
