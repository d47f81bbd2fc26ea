import Foundation
import Testing

@testable import Typeset

/// The letter as plain text.
struct PlainTextTests {
  @Test func `A letter stands as letters do`() throws {
    let text = try plainText(
      """
      to: [[Anna Holm, Vej 1, 3210 Vejby]]
      subject: Et emne
      opening: Kære Anna
      closing: Med venlig hilsen
      signatures: [{name: Bo Krag, title: Chef}, Ida Lund]
      enclosures: [Kort, Plan]
      copies: [Arkivet]

      """,
      "Se [her](https://www.kl.dk/) og https://www.kl.dk/a.[^1]\n\n## Mere\n\nEt til.\n\n[^1]: En note.",
      in: smallLayout + """
        recipient: {place: flow}
        enclosures: {label: "Bilag:", stack: true}
        copies: {label: "Kopi til:"}
        subject: {show: true}

        """)
    #expect(
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        == """
        Anna Holm
        Vej 1
        3210 Vejby

        Et emne
        =======

        Kære Anna

        Se her <https://www.kl.dk/> og https://www.kl.dk/a.[1]

        Mere
        ----

        Et til.

        Med venlig hilsen

        Bo Krag
        Chef

        Ida Lund

        Bilag:
          Kort
          Plan

        Kopi til:
          Arkivet

        --------------------
        [1] En note.

        """.components(separatedBy: "\n"))
  }

  @Test func `Numbers of a table stand with their decimals below each other`() throws {
    let text = try plainText(
      "",
      "| Post | Beløb | Note |\n| -- | --: | -- |\n| Vand | 1.250,5 | a |\n| El | 30 | b |\n| I alt {.total} | 1.280,5 | |"
    )
    #expect(
      text == """
        Post     Beløb  Note
        -----  -------  ----
        Vand   1.250,5  a
        El        30    b
        -----  -------  ----
        I alt  1.280,5

        """)
  }

  @Test func `A table wraps its text before it becomes rows of labels`() throws {
    let long = String(repeating: "ord ", count: 20)
    let wrapped = try plainText("", "| A | B |\n| -- | -- |\n| x | \(long) |\n| y | z |")
    #expect(wrapped.hasPrefix("A  B\n-  ---"))
    #expect(wrapped.contains("\n\ny  z\n"))
    let wide = String(repeating: "x", count: 40)
    #expect(
      try plainText("", "| A | B: |\n| -- | -- |\n| \(wide) | \(wide) |\n| y | |")
        == "A: \(wide)\n  B: \(wide)\n\nA: y\n")
  }

  @Test func `Lists hang from their marks, quotations stand behind bars`() throws {
    let text = try plainText(
      "",
      "9. \(String(repeating: "ord ", count: 20))\n10. to\n    - tre\n\n> Citat\n>\n> Slut\n\n```\na  b\n\n  c\n```"
    )
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0].hasPrefix(" 9. ord ord"))
    #expect(lines[1].hasPrefix("    ord"))
    #expect(lines[2] == "10. to")
    #expect(lines[3].hasSuffix(" tre") && lines[3].hasPrefix("    "))
    #expect(text.hasSuffix("\n\n> Citat\n>\n> Slut\n\n    a  b\n\n      c\n"))
  }

  @Test func `A thematic break is a short line in the middle`() throws {
    let line = String(repeating: " ", count: 26) + String(repeating: "-", count: 20)
    #expect(try plainText("", "A\n\n---\n\nB") == "A\n\n\(line)\n\nB\n")
  }

  @Test func `No white stands at the end of a line, whatever a letter holds`() throws {
    let text = try plainText("", "En\u{A0}linje  \nto\u{AD}delt\u{200B}t \n\n- \n- x")
    #expect(!text.contains(" \n"))
    #expect(text.hasPrefix("En linje\ntodelt"))
  }
}

/// Lines of so many columns.
struct WrapTextTests {
  @Test func `Ordinary text is wrapped as any other`() {
    let texts = [
      "Søren – »ærø« – betaler 1.250 € – i dag…  og  i morgen", "a", " a  b ", "nr.\u{A0}7 og § 3",
      "Łódź Ţ ŋ ʼn", "x\ty\u{B}z", "“en” ‘to’ • tre", String(repeating: "ord ", count: 40),
    ]
    for text in texts {
      for width in [1, 5, 8, 20, 72] {
        // A zero-width space at the end changes nothing, and takes the way of all scripts.
        #expect(wrapped(text, to: width) == wrapped(text + "\u{200B}", to: width), "\(text)")
      }
    }
  }

  @Test func `Lines break at spaces and are as full as they can be`() {
    #expect(wrapped("aa bb cc", to: 5) == ["aa bb", "cc"])
    #expect(wrapped("aa bb cc", to: 4) == ["aa", "bb", "cc"])
    #expect(wrapped("aa\nbb  cc", to: 80) == ["aa", "bb cc"])
    #expect(wrapped("", to: 10) == [""])
  }

  @Test func `What holds together is not broken, and a long word stands out`() {
    #expect(wrapped("nr.\u{A0}7 x", to: 3) == ["nr.\u{A0}7", "x"])
    #expect(
      wrapped("a https://example.org/path b", to: 8) == ["a", "https://example.org/path", "b"])
    #expect(wrapped("aaa\u{200B}bbb", to: 4) == ["aaa", "bbb"])
  }

  @Test func `East Asian text breaks between characters, but not before what closes`() {
    #expect(wrapped("漢字漢字。漢", to: 8) == ["漢字漢", "字。漢"])
    #expect(wrapped("漢（字）漢", to: 4) == ["漢", "（字）", "漢"])
  }

  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢", 2), ("ｱ", 1), ("👩‍👩‍👧", 2), ("❤️", 2), ("a\u{AD}b", 2),
    ("नी", 1), ("한", 2),
  ])
  func `Characters take the columns that terminals give them`(text: String, columns: Int) {
    #expect(text.displayWidth == columns)
  }
}
