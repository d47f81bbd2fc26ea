import Testing

@testable import Typeset

struct BodyTests {
  @Test(arguments: [
    ("One\ntwo", "p(One two)"),
    ("Det skal.  Det skal\t også", "p(Det skal. Det skal også)"),
    ("a **b **\nc", "p(a **b ** c)"),
    ("a *b* **c** ~~d~~ `e  f`", "p(a <em b> <strong c> <del d> <code e  f>)"),
    ("one  \ntwo\\\nthree", "p(one<br>two<br>three)"),
    ("# A\n\n### B", "h1(A) h3(B)"),
    ("- a\n- b\n  1. c\n  2. d", "ul(li(p(a)) li(p(b) ol1(li(p(c)) li(p(d)))))"),
    ("7. a\n8. b", "ol7(li(p(a)) li(p(b)))"),
    ("- a\n\n- b", "ul-loose(li(p(a)) li(p(b)))"),
    ("> a\n>\n> b", "quote(p(a) p(b))"),
    ("```\na\n\tb\n```", "code(a\n    b)"),
    ("a\n\n***\n\nb", "p(a) rule p(b)"),
    ("[KL](https://www.kl.dk/ø?a=1&b=2)", "p(<https://www.kl.dk/%C3%B8?a=1&b=2 KL>)"),
    (
      "www.kl.dk og mkjh@kl.dk.",
      "p(<http://www.kl.dk www.kl.dk> og <mailto:mkjh@kl.dk mkjh@kl.dk>.)"
    ),
    (
      "Se https://kl.dk\\\nog www.kl.dk/a\\\nher",
      "p(Se <https://kl.dk https://kl.dk><br>og <http://www.kl.dk/a www.kl.dk/a><br>her)"
    ),
    ("<https://kl.dk>", "p(<https://kl.dk https://kl.dk>)"),
    ("a<!-- note -->b\n\n<!-- gone -->\n\nc", "p(ab) p(c)"),
    ("a &amp; b &lt; c \\* d", "p(a & b < c * d)"),
    ("'x' -- \"y\"...", "p('x' -- \"y\"...)"),
    ("a[^1] b[^x] c[^1]\n\n[^x]: X\n[^1]: One", "p(a<note 0> b<note 1> c<note 0>)"),
    (
      "Se www.kl.dk[^1], **http://kl.dk**[^2] (kl@kl.dk[^2]) `www.kl.dk[^1]`.\n\n[^1]: A\n[^2]: B",
      "p(Se <http://www.kl.dk www.kl.dk><note 0>, <strong <http://kl.dk http://kl.dk>><note 1> "
        + "(<mailto:kl@kl.dk kl@kl.dk><note 1>) <code www.kl.dk[^1]>.)"
    ),
    (
      "| www.kl.dk[^1] | b |\n|---|---|\n| c | www.kl.dk/x[^1][^2] |\n\n[^1]: A\n[^2]: B",
      "table(nn: <http://www.kl.dk www.kl.dk><note 0> | b / "
        + "c | <http://www.kl.dk/x www.kl.dk/x><note 0><note 1>)"
    ),
    (
      "[![A *b*](x.png)](https://kl.dk)\n\n[![A](x.png){width=3cm}](https://kl.dk)\n\n"
        + "[![A](x.png \"T\")](https://kl.dk){width=3cm}",
      "<image x.png 'A b' ''  -> https://kl.dk> <image x.png 'A' '' width=3cm -> https://kl.dk> "
        + "<image x.png 'A' 'T' width=3cm -> https://kl.dk>"
    ),
    ("a b\u{A0}\u{A0}c", "p(a b\u{A0}\u{A0}c)"),
    ("a\u{2028}b", "p(a b)"),
  ])
  func `Markdown becomes blocks and inlines`(markdown: String, blocks: String) throws {
    #expect(dump(try body(markdown)) == blocks)
  }

  @Test func `Tables keep their alignment, and a paragraph after them may be the caption`() throws {
    let table =
      "| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | *2* | x \\| y |\n\n: The *caption*\n\ntext"
    #expect(
      dump(try body(table))
        == "table(nlcr: a | b | c | d / 1 | <em 2> | x | y |  caption The <em caption>) p(text)")
  }

  @Test func `Lines with two colons are fields`() throws {
    let text = "Term:: value\nTwo *words*:: more\nand more\n\na::b\n\nx \\:: y"
    #expect(
      dump(try body(text))
        == "fields(Term = value; Two <em words> = more and more) p(a::b) p(x :: y)")
  }

  @Test(arguments: [
    ("[letter]{lang=en} og", "p(<span lang=en letter> og)"),
    ("[*a* b]{.smallcaps lang=\"de\"}", "p(<span class=smallcaps,lang=de <em a> b>)"),
    ("[a [b]{lang=en} c]{lang=de}", "p(<span lang=de a <span lang=en b> c>)"),
    ("[[x] y]{lang=en}", "p(<span lang=en [x] y>)"),
    ("\\[a]{lang=en} [b\\]{lang=en}", "p([a]{lang=en} [b]{lang=en})"),
    ("[a]{b} {c}", "p([a]{b} {c})"),
    ("[KL](https://kl.dk){lang=en}", "p(<span lang=en <https://kl.dk KL>>)"),
    ("**[a]{lang=en}**", "p(<strong <span lang=en a>>)"),
  ])
  func `Brackets with attributes are spans`(markdown: String, blocks: String) throws {
    #expect(dump(try body(markdown)) == blocks)
  }

  @Test func `An image alone is a block, with its measures`() throws {
    let text = "![Et *kort*](my%20map.png \"Title\"){width=80mm align=center}\n\na ![b](c.svg) d"
    #expect(
      dump(try body(text))
        == "<image my map.png 'Et kort' 'Title' align=center,width=80mm> p(a <image c.svg 'b' '' > d)"
    )
  }

  @Test(arguments: [
    ("a *b* c", ["[a ][*b*][b][ c]"]),
    ("one\n  two *x*\n\tthree **y** z", ["[one\n  two ][*x*][x][\n\tthree ][**y**][y][ z]"]),
    ("> a *b*\n> c *d*\nlazy *e*", ["[a ][*b*][b][\n> c ][*d*][d][\nlazy ][*e*][e]"]),
    ("- a\n  b *c*\n  - d\n    e *f*", ["[a\n  b ][*c*][c]", "[d\n    e ][*f*][f]"]),
    ("mail a@b.dk or\nx@y.dk *z*", ["[mail ][a@b.dk][a@b.dk][ or\n][x@y.dk][x@y.dk][ ][*z*][z]"]),
    (
      "a &amp; \\* b *c*\\\nd `e\nf` *g*", ["[a &amp; \\* b ][*c*][c][\\\n][d ][`e\nf`][ ][*g*][g]"]
    ),
    ("[a *b*](http://x.dk/(y) \"t\") c", ["[[a *b*](http://x.dk/(y) \"t\")][a ][*b*][b][ c]"]),
    ("[a]: http://x.dk\n[a] b [c][a] d", ["[[a]][a][ b ][[c][a]][c][ d]"]),
    ("<http://x.dk> a", ["[<http://x.dk>][http://x.dk][ a]"]),
    ("## æ *b* ##", ["[æ ][*b*][b]"]),
    ("Set *b*\n===", ["[Set ][*b*][b]"]),
    ("***a** b* c", ["[***a** b*][**a**][a][ b][ c]"]),
    ("x [y *z*]{lang=en} w", ["[x ][[y *z*]{lang=en}][y ][*z*][z][ w]"]),
    ("![alt](x.png){width=3mm} b", ["[![alt](x.png){width=3mm}][ b]"]),
    ("a[^1] *b*\n\n[^1]: c", ["[a][[^1]][ ][*b*][b]"]),
    ("Te*rm*:: v *w*", ["[Te][*rm*][rm]", "[ v ][*w*][w]"]),
    (
      "| a | *b* |\n|---|---|\n| x \\| *y* | `c\\|d` *e* |\n| f |",
      ["[a]", "[*b*][b]", "[x \\| ][*y*][y]", "[`c\\|d`][ ][*e*][e]", "[f]", ""]
    ),
    (
      "One *x*\ntwo\n| a | *b* |\n|---|---|\n| c | d |",
      ["[One ][*x*][x][\ntwo]", "[a]", "[*b*][b]", "[c]", "[d]"]
    ),
    ("> One *x*\n> | a | b |\n> |---|---|", ["[One ][*x*][x]", "[a]", "[b]"]),
    ("- One\n  | a |\n  |---|\n  | c |", ["[One]", "[a]", "[c]"]),
    ("```\na\n```\n\n---", ["```\na\n```", "---"]),
  ])
  func `Every inline has the place of its source`(markdown: String, texts: [String]) throws {
    #expect(sources(try body(markdown)) == texts)
    #expect(sources(try body("Before.\n\n" + markdown)).dropFirst() == texts[...])
  }

  @Test func `A mark after a bare address leaves every place as it is`() throws {
    let text = "> - Se www.kl.dk[^1] *og* b.\n>   Mere [^x].\n>\n> Ud\n\n[^1]: A\n[^x]: B\n"
    let blocks = try body(text)
    #expect(
      sources(blocks) == [
        "[Se ][www.kl.dk][www.kl.dk][[^1]][ ][*og*][og][ b.\n>   Mere ][[^x]][.]", "[Ud]",
      ])
    // The same without an address, which has always been read once.
    let other = try body(text.replacing("www.kl.dk", with: "abc.kl.dk"))
    func places(_ blocks: [Block]) -> [[Int]] {
      guard case .quote(let inner)? = blocks.first?.content else { return [] }
      return (blocks + inner).map { [$0.place.lower, $0.place.upper] }
    }
    #expect(places(blocks) == places(other))
  }

  @Test func `White stays on both sides of a footnote's mark`() throws {
    let body = try letter("Ord [^1] og [^1] mere.\n\n[^1]: Note").body
    guard case .paragraph(let inlines)? = body.first?.content else {
      Issue.record("no paragraph")
      return
    }
    let texts = inlines.compactMap { if case .text(let text) = $0.content { text } else { nil } }
    #expect(texts == ["Ord ", " og ", " mere."])
  }

  @Test func `Footnotes come in the order of their marks, with label and place`() throws {
    let notes = try letter("a[^b] c[^1]\n\n[^1]: One *x*\n\n    more\n\n[^b]: Two").footnotes
    #expect(notes.map(\.label) == ["b", "1"])
    #expect(notes.map { dump($0.blocks) } == ["p(Two)", "p(One <em x>) p(more)"])
    #expect(sources(notes[1].blocks) == ["[One ][*x*][x]", "[more]"])
    #expect(notes[1].place.text == "[^1]: One *x*\n\n    more")
  }

  @Test func `Block places end where their text ends`() throws {
    let blocks = try body("# A\n\n- b\n- c\n\n\n> d\n\n| e |\n|---|\n| f |\n\n: g\n\nh\n")
    #expect(
      blocks.map(\.place.text) == [
        "# A", "- b\n- c", "> d", "| e |\n|---|\n| f |\n\n: g", "h",
      ])
    #expect(blocks.map(\.place.line) == [3, 5, 9, 11, 17])
  }
}
