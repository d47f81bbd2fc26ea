import Testing

@testable import Typeset

/// Call-outs as they are written: quotations that begin with `[!note]`.
@Suite struct CalloutTests {
  @Test(arguments: [
    ("> [!NOTE]\n> a\n>\n> b", "callout(note '' p(a) p(b))"),
    ("> [!warning] Frist *nu*\n> a", "callout(warning 'Frist <em nu>' p(a))"),
    ("> [!tip]\n>\n> - a", "callout(tip '' ul(li(p(a))))"),
    ("> [!caution] Alene", "callout(caution 'Alene' )"),
    ("> [!important]Tæt\n> a", "callout(important 'Tæt' p(a))"),
    ("> [!note] **a\n> b**", "callout(note '<strong a b>' )"),
    ("> [!note]\n> Telefon:: 1", "callout(note '' fields(Telefon = 1))"),
    ("> [!note] a[^1]\n> b[^2]\n\n[^1]: A\n[^2]: B", "callout(note 'a<note 0>' p(b<note 1>))"),
    ("- a\n\n  > [!note]\n  > b", "ul-loose(li(p(a) callout(note '' p(b))))"),
    ("> \\[!note] a", "quote(p([!note] a))"),
    ("> a [!note]", "quote(p(a [!note]))"),
    ("> # [!note]", "quote(h1([!note]))"),
    ("[!note] a", "p([!note] a)"),
  ])
  func `A quotation that begins with a mark is a call-out`(
    written: String, read: String
  ) throws {
    #expect(try dump(body(written)) == read)
  }

  @Test func `A kind that there is none of is told, and an empty one`() throws {
    func told(_ text: String) throws -> [String] {
      try parseLetter(SourceFile(name: "x", text: "---\n---\n" + text)).warnings.map(brief)
    }
    #expect(
      try told("> [!warnung]\n> a") == [
        "3:3 warning: \"warnung\" is no kind of call-out, so this is set as a quotation | write [!warning]"
      ])
    #expect(try told("> [!note]") == ["3:1 warning: this call-out is empty | delete it"])
  }

  @Test func `A call-out within a call-out is refused`() {
    let text = letter("", "> [!note]\n> a\n>\n> > [!tip]\n> > b")
    #expect(
      messages { _ = try plan(text) } == [
        "8:3 a call-out stands within another | "
          + "take it out, or write it as a quotation without [!tip]"
      ])
  }

  @Test func `It is one part of the letter, with the layout's title unless it has its own`()
    throws
  {
    let titles = "callouts: {titles: {note: {da: Bemærk, en: Note}}}\n"
    func words(_ text: String) throws -> [String] {
      try plan(letter("", text), smallLayout + titles).plan.paragraphs.map(\.inlines.words)
    }
    #expect(try words("> [!note]\n> a") == ["Bemærk", "a"])
    #expect(try words("> [!note] Husk\n> a") == ["Husk", "a"])
    #expect(try words("> [!tip]\n> a") == ["a"])
    #expect(
      try plan(letter("", "> [!note] Husk\n> a\n>\n> - b")).plan.outline.dropFirst() == [
        "  aside", "    paragraph", "    paragraph", "    list(square)", "      listItem",
        "        label", "        listBody", "          paragraph",
      ])
  }
}
