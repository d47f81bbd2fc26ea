import Testing

@testable import LetterImport

/// How what came out of Word is written, so that it is read as it was.
struct MarkdownTextTests {
  private func written(_ inlines: [WordInline]) -> String {
    var text = MarkdownText { $0 }
    return text.document([.paragraph(inlines, style: nil)])
  }

  @Test func `An exclamation mark before a link makes no picture of it`() {
    let link = WordInline.link([.text("loven")], to: "https://x.dk")
    #expect(written([.text("Se!"), link]) == "Se\\![loven](https://x.dk)\n")
    #expect(
      written([.text("Se!"), .smallCapitals([.text("kl")])]) == "Se\\![kl]{.smallcaps}\n")
    // The text itself ends in a backslash.
    #expect(written([.text("\\!"), link]) == "\\\\\\![loven](https://x.dk)\n")
    #expect(written([.text("Se! "), link]) == "Se! [loven](https://x.dk)\n")
    #expect(
      written([.text("Se!"), .footnote([.paragraph([.text("Her")], style: nil)])])
        == "Se\\![^1]\n\n[^1]: Her\n")
  }

  @Test func `Marks beside marks and letters are parted, so that none is lost`() {
    let bold = WordInline.strong([.text("fed")])
    let italic = WordInline.emphasis([.text("kursiv")])
    #expect(written([bold, italic]) == "**fed**<!-- -->*kursiv*\n")
    #expect(written([italic, .text("e")]) == "*kursiv*e\n")
    #expect(
      written([.text("a"), .strong([.text("(b)")]), .text("c")])
        == "a<!-- -->**(b)**<!-- -->c\n")
    #expect(written([.strong([.text("fed ")]), italic]) == "**fed** *kursiv*\n")
    #expect(
      written([.strong([.text(" \u{A0}fed\u{A0}")]), .text("x")]) == "\u{A0}**fed**\u{A0}x\n")
    #expect(written([.emphasis([.text(" ")]), .text("x")]) == "x\n")
  }

  @Test(arguments: [
    ("bilag 1 (a)", "bilag%201%20%28a%29/"), ("100 %", "100%20%25/"),
    (#"<a>"\\b"#, "%3Ca%3E%22%5C%5Cb/"), ("a\tb\u{1}\u{85}", "a%09b%01%C2%85/"),
    ("æ-ø_å.b", "æ-ø_å.b/"), ("{{a}}|&#*", "%7B%7Ba%7D%7D%7C%26%23%2A/"),
  ])
  func `A path is written so that it is read as it was`(path: String, written: String) {
    #expect(MarkdownEscape.path(path + "/") == written)
  }
}
