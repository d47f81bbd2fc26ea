import Testing

@testable import Typeset

struct BodyProblemTests {
  @Test(arguments: [
    (
      "a <b>x</b>",
      [
        "3:3 \"<b>\" is HTML, which a letter cannot hold | write it in Markdown, or write \\< for the character itself",
        "3:7 \"</b>\" is HTML, which a letter cannot hold | write it in Markdown, or write \\< for the character itself",
      ]
    ),
    (
      "<div>\nx\n</div>",
      [
        "3:1 \"<div> x </div>\" is HTML, which a letter cannot hold | write it in Markdown, or write \\< for the character itself"
      ]
    ),
    (
      "a [b](ftp://x) c",
      [
        "3:3 the link \"ftp://x\" is not http, https, mailto or tel | write an address that begins with https://, http://, mailto: or tel:"
      ]
    ),
    (
      "[b](javascript:alert(1))",
      [
        "3:1 the link \"javascript:alert(1)\" is not http, https, mailto or tel | write an address that begins with https://, http://, mailto: or tel:"
      ]
    ),
    (
      "[b](page.html)",
      [
        "3:1 the link \"page.html\" has no https:// before it | write an address that begins with https://, http://, mailto: or tel:"
      ]
    ),
    (
      "[b](www.borger.dk) [c](anna@kl.dk) [d](skema.pdf) [e](skema.docx) [f](kl.dk/a)",
      [
        "3:1 the link \"www.borger.dk\" has no https:// before it | write https://www.borger.dk",
        "3:20 the link \"anna@kl.dk\" has no https:// before it | write mailto:anna@kl.dk",
        "3:36 the link \"skema.pdf\" has no https:// before it | write {title: …, file: skema.pdf} under enclosures: in the head",
        "3:51 the link \"skema.docx\" has no https:// before it | make a PDF of it, and name that under enclosures: in the head",
        "3:67 the link \"kl.dk/a\" has no https:// before it | write https://kl.dk/a",
      ]
    ),
    (
      "a\n\n<!-- b\n\nc",
      [
        "5:1 this comment has no end, so that all below it is left out | write --> where it ends"
      ]
    ),
    (
      "[b](http://)",
      [
        "3:1 the link \"http://\" names no place | write an address that begins with https://, http://, mailto: or tel:"
      ]
    ),
    ("[a]{lang=}", ["3:5 \"lang=\" is not an attribute | write it as {lang=en} or {.smallcaps}"]),
    ("![a](b.png){width=80}", ["3:13 width is \"80\", which has no unit | write 80mm or 80pt"]),
    (
      "![a](b.png){width=0mm}",
      ["3:13 width is \"0mm\", which is nothing | write a length above zero"]
    ),
    (
      "![a](b.png){align=middle}",
      ["3:13 align is \"middle\", not left, center or right | write left, center or right"]
    ),
    (
      "| a |\n|---|\n| b | c |",
      [
        "5:7 this row has 2 cells, the table 1 columns | add a column to the head of the table, or write \\| for a bar in the text"
      ]
    ),
  ])
  func `What a body cannot hold is told with its place`(markdown: String, expected: [String]) {
    #expect(messages { _ = try body(markdown) } == expected)
  }

  @Test(arguments: [
    (
      "[tilmeld](#)",
      "3:1 warning: the link \"#\" leads nowhere and is set as text | write its address in the parentheses"
    ),
    (
      "    code",
      "3:5 warning: these lines are set as code because they are indented | delete the spaces at the beginning of the line"
    ),
    (
      "11. person kom til stede",
      "3:1 warning: this paragraph is set as number 11 of a list | write 11\\. if it begins with a date or another number"
    ),
    (
      "a\n\n[^x]: lost",
      "5:1 warning: nothing refers to the footnote \"x\", so it is left out | write [^x] where it belongs"
    ),
    ("#\n\na", "3:1 warning: this heading is empty | delete it"),
  ])
  func `What looks wrong is a warning`(markdown: String, expected: String) throws {
    #expect(try warnings("---\n---\n" + markdown) == [expected])
  }

  @Test func `A dead link keeps its words`() throws {
    #expect(
      dump(try body("[I kan tilmelde *jer* her](#). Frist"))
        == "p(I kan tilmelde <em jer> her. Frist)")
  }

  @Test(arguments: ["quotes", "lists", "emphasis", "spans", "indents"])
  func `Ten thousand levels of nesting are an error, not a crash`(kind: String) {
    let count = 10_000
    let markdown =
      switch kind {
      case "quotes": String(repeating: ">", count: count) + " a"
      case "lists": String(repeating: "- ", count: count) + "a"
      case "emphasis":
        String(repeating: "*a **b ", count: count) + "c" + String(repeating: "***", count: count)
      case "spans":
        String(repeating: "[", count: count) + "a" + String(repeating: "]{lang=en}", count: count)
      default:
        (0..<200).map { String(repeating: "  ", count: $0) + "- a" }.joined(separator: "\n")
      }
    let found = messages { _ = try boundlessBody(markdown) }
    #expect(
      found.first?.hasSuffix("the text is nested more than 64 deep here | nest it less") == true)
  }

  @Test func `A line of hyphens or stars is a rule, however long`() throws {
    #expect(dump(try body(String(repeating: "- ", count: 100))) == "rule")
  }

  @Test(.timeLimit(.minutes(1)))
  func `A paragraph of five megabytes is read in linear time`() throws {
    let text = String(repeating: "Kommunerne står i www disse: år *over* for. ", count: 120_000)
    let blocks = try boundlessBody(text)
    #expect(blocks.count == 1)
  }
}
