import Foundation
import GLibSupport
import Testing

@testable import Typeset

/// The letter as HTML: what it says, and that it says it as HTML should.
struct HTMLTests {
  /// What stands in a letter with a subject, below it.
  private func below(_ body: String, in layoutText: String = smallLayout) throws -> String {
    let whole = try markup("subject: S\n", body, in: layoutText)
    return whole.split(separator: "</h1>\n").dropFirst().joined()
  }

  @Test func `Whatever a letter holds is text`() throws {
    let html = try below(#"\<script>alert(1)\</script> & "quoted" [x](https://a.dk/?a=1&b="2)"#)
    #expect(!html.contains("<script"))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; "))
    let link = try below(#"[x](https://a.dk/?a=1&b=%22><b>)"#)
    #expect(link.contains(#"<a href="https://a.dk/?a=1&amp;b=%22"#))
    #expect(!link.contains("<b>"))
  }

  @Test func `What HTML may not hold is a replacement character`() {
    var writer = MarkupWriter()
    writer.text("a\u{1}b\u{FFFE}c\u{A0}d\u{9}e\u{85}\u{1FFFF}\u{1F600}æ€\u{AD}")
    writer.open("p", ["title": "\"<>&\"", "lang": nil])
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "a\u{FFFD}b\u{FFFD}c&nbsp;d\u{9}e\u{FFFD}\u{FFFD}\u{1F600}æ€&shy;<p title=\"&quot;&lt;&gt;&amp;&quot;\">"
    )
  }

  @Test(arguments: [
    ("https://a.dk", true), ("HTTP://a.dk", true), ("mailto:a@b.dk", true),
    ("tel:+4533703370", true),
    ("javascript:alert(1)", false), ("data:text/html,x", false), ("file:///x", false),
    ("#x", false),
    (" javascript:alert(1)", false), ("x", false), ("", false), (":", false),
  ])
  func `Links lead to pages, mail and telephones alone`(uri: String, leads: Bool) {
    #expect((WebAddress(uri) != nil) == leads)
  }

  @Test(arguments: [
    ("https://www.kl.dk/a/", "kl.dk/a", true), ("https://kl.dk", "Se www.kl.dk", true),
    ("mailto:a@b.dk", "A@B.dk", true), ("https://kl.dk/a", "kl.dk", false),
    ("tel:+45", "her", false),
  ])
  func `An address is written out where the words do not say it`(
    uri: String, words: String, isWritten: Bool
  ) throws {
    #expect(try #require(WebAddress(uri)).isWritten(in: words) == isWritten)
  }

  @Test func `Emphasis, code and notes are what they are`() throws {
    let html = try below("A *b* **c** ~~d~~ `e`.[^1] And[^1]\n\n[^1]: A **note**.")
    #expect(
      html.contains(
        #"<p>A <em>b</em> <strong>c</strong> <s>d</s> <code>e</code>."#
          + ##"<sup><a href="#note-1" id="mark-1" role="doc-noteref">1</a></sup> And"##
          + ##"<sup><a href="#note-1" role="doc-noteref">1</a></sup></p>"##))
    #expect(
      html.contains(
        #"<section class="notes" role="doc-endnotes">"# + "\n"
          + #"<div class="note" id="note-1"><p class="number">"#
          + ##"<a href="#mark-1" role="doc-backlink">1</a></p>"##
          + "<div><p>A <strong>note</strong>.</p>"))
  }

  @Test func `A letter without a subject has a title that is heard, and headings below it`() throws
  {
    let html = try markup("title: T\n", "# A\n\n## B")
    #expect(html.hasPrefix("<h1 class=\"heard\">T</h1>\n<h2>A</h2>\n<h3>B</h3>"))
    #expect(try markup("subject: S\n", "# A").hasPrefix("<h1>S</h1>\n<h2>A</h2>"))
  }

  @Test func `Lists are lists, with the marks of the layout`() throws {
    let layout =
      smallLayout
      + "lists: {bullets: [\"\\\"</style>\"], numbers: [lower-alpha], number-suffix: \")\"}\n"
    let plan = try recited("subject: S\n", "- x\n\nOg\n\n3. y\n4. z\n   - w", in: layout)
    let html = String(decoding: HTMLDocument.write(plan, language: danish), as: UTF8.self)
    #expect(html.contains(#"ul.bullet-1{list-style-type:"\22 \3c \2f style\3e  "}"#))
    #expect(
      html.contains(
        #"@counter-style numbers-1{system:extends lower-alpha;suffix:") "}"#))
    #expect(
      html.contains("<ol class=\"numbers-1\" type=\"a\" start=\"3\">\n<li>y</li>\n<li>z\n<ul"))
    #expect(html.components(separatedBy: "</style>").count == 2)
  }

  @Test func `Tables have heads, and their numbers stand below each other`() throws {
    let html = try below("| A | B |\n| -- | --: |\n| x | 1,25 |\n| y | 30 |\n\n: Om tal")
    #expect(
      html.contains(
        #"<div class="scroll" role="region" tabindex="0" aria-labelledby="table-1">"#))
    #expect(html.contains(#"<caption id="table-1">Om tal</caption>"#))
    #expect(html.contains(#"<th scope="col">A</th><th scope="col" class="right">B</th>"#))
    #expect(
      html.contains(
        #"<th scope="row">y</th><td class="number" data-fill=",25">30</td>"#))
  }

  @Test func `A thematic break stands between the blocks that it parts`() throws {
    let parted = try below("A\n\n---\n\nB")
    #expect(parted == "<p>A</p>\n<hr>\n<p>B</p>\n")
    #expect(
      try below("- A\n\n  ---\n\n  B\n\n---\n\nC").contains(
        "<p>A</p>\n<hr>\n<p>B</p>\n</li>\n</ul>\n<hr>\n<p>C</p>"))
  }

  @Test func `Other languages and directions are told`() throws {
    let html = try below("Et [word]{lang=en}.\n\nمحمد الأمين")
    #expect(
      html.contains(
        "<p>Et <span lang=\"en\">word</span>.</p>\n"
          + "<p dir=\"rtl\"><span lang=\"ar\">محمد الأمين</span></p>"))
  }

  @Test func `A draft says so`() throws {
    let html = try markup(
      "subject: S\n", "Et", options: ResolveOptions(isDraft: true))
    #expect(html.hasPrefix("<p class=\"draft\">Udkast</p>\n"))
  }

  @Test func `References with labels are terms, once, wherever they repeat`() throws {
    let layout =
      smallLayout + """
        sidebar:
          frame: {x: 160mm, y: 60mm, width: 38mm, height: 100mm}
          groups: [["{label:date}: {date}", "{page-of}"], [www.kl.dk]]
        """
    let recital = try recited("subject: S\n", "Et", in: layout, pageCount: 2)
    let html = String(decoding: HTMLDocument.write(recital, language: danish), as: UTF8.self)
    #expect(
      html.contains(
        "<aside>\n<div class=\"frame\">\n<div class=\"group\"><dl><div><dt>Dato:</dt> "
          + "<dd>5. januar 2026</dd></div></dl></div>\n<div class=\"group\"><p>www.kl.dk</p>"))
    #expect(html.components(separatedBy: "5. januar 2026").count == 2)
    #expect(!html.contains("Side"))
  }

  @Test(arguments: [
    Color.black, .white, Color(red: 1, green: 1, blue: 0), Color(red: 0.9, green: 0.2, blue: 0.2),
    Color(red: 0.5, green: 0.5, blue: 0.5), Color(red: 0, green: 0, blue: 1),
  ])
  func `Every colour can be read, and stays as it is where it can be`(color: Color) {
    for ground in [Color.white, .black, Color(hex: 0x27292C)] {
      let readable = color.readable(on: ground, 4.6)
      #expect(readable.contrast(to: ground) >= 4.6)
      if color.contrast(to: ground) >= 4.6 { #expect(readable == color) }
    }
  }

  @Test(arguments: ["", "f", "fo", "foo", "foob", "fooba", "foobar"])
  func `Base64 is that of RFC 4648, section 10`(text: String) {
    let due = ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"]
    #expect(base64(Array(text.utf8)) == due[text.utf8.count])
  }
}
