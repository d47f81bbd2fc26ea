import Testing

@testable import Typeset

/// Signs that Markdown would take for its own, and that are meant as they stand.
struct PlainMarkTests {
  @Test(arguments: [
    ("- 1. december", "ul(li(p(1. december)))"),
    ("- 15. december\n- 30. juni 2026", "ul(li(p(15. december)) li(p(30. juni 2026)))"),
    ("* 24. 12. 2026: julemøde", "ul(li(p(24. 12. 2026: julemøde)))"),
    ("1. december holder vi lukket.", "p(1. december holder vi lukket.)"),
    ("Fristen er\n1. dec. kl. 12.", "p(Fristen er 1. dec. kl. 12.)"),
    ("1. 15. december\n2. 3. januar", "ol1(li(p(15. december)) li(p(3. januar)))"),
    ("> - 1. marts", "quote(ul(li(p(1. marts))))"),
    (
      "- 1. Dezember 2026\n- 1. joulukuuta\n- 3. apríl",
      "ul(li(p(1. Dezember 2026)) li(p(1. joulukuuta)) li(p(3. apríl)))"
    ),
    ("1. Mai ist ein Feiertag.", "p(1. Mai ist ein Feiertag.)"),
    ("- 1. kvartal\n- 2. kvartal", "ul(li(p(1. kvartal)) li(p(2. kvartal)))"),
    ("1. juledag er der lukket.", "p(1. juledag er der lukket.)"),
    (
      "1. juni holder vi møde.\n\n2. juli svarer vi.",
      "p(1. juni holder vi møde.) p(2. juli svarer vi.)"
    ),
    ("- **1. december**", "ul(li(p(<strong 1. december>)))"),
    ("```\n1. maj\n```", "code(1. maj)"),
    ("<!--\n1. maj\n-->\n\na", "p(a)"),
  ])
  func `A date at the beginning of a line keeps its number`(
    markdown: String, blocks: String
  ) throws {
    #expect(dump(try body(markdown)) == blocks)
    #expect(try warnings("---\n---\n" + markdown) == [])
  }

  @Test(arguments: [
    ("1. januar\n2. februar\n3. marts", "ol1(li(p(januar)) li(p(februar)) li(p(marts)))"),
    (
      "1. Ansøgning\n2. juni måneds løn\n3. Budget",
      "ol1(li(p(Ansøgning)) li(p(juni måneds løn)) li(p(Budget)))"
    ),
    ("1. Jan Holm\n2. August Krag", "ol1(li(p(Jan Holm)) li(p(August Krag)))"),
    ("1. August Krag\n2. Bo Holm", "ol1(li(p(August Krag)) li(p(Bo Holm)))"),
    ("1. ansøgning\n2. budget", "ol1(li(p(ansøgning)) li(p(budget)))"),
    ("- 1. første\n  2. andet", "ul(li(ol1(li(p(første)) li(p(andet)))))"),
    (
      "1. Januar: ansøgning\n2. Marts: svar\n3. Juni: møde",
      "ol1(li(p(Januar: ansøgning)) li(p(Marts: svar)) li(p(Juni: møde)))"
    ),
    ("Planen:\n1. Juni\n2. Juli", "p(Planen:) ol1(li(p(Juni)) li(p(Juli)))"),
    ("1. maj: oplæg\n2. juni: svar", "ol1(li(p(maj: oplæg)) li(p(juni: svar)))"),
    ("1. maj\n2. juni", "ol1(li(p(maj)) li(p(juni)))"),
    ("1. Marts-rapporten\n2. Budget", "ol1(li(p(Marts-rapporten)) li(p(Budget)))"),
  ])
  func `What goes with its neighbours is a list`(markdown: String, blocks: String) throws {
    #expect(dump(try body(markdown)) == blocks)
  }

  @Test func `In the midst of a paragraph they are dates`() throws {
    #expect(
      dump(try body("Møderne er den\n1. juni og den\n2. juli."))
        == "p(Møderne er den 1. juni og den 2. juli.)")
  }

  @Test(arguments: [
    ("3*500 kr. og 2*200 kr.", "p(3*500 kr. og 2*200 kr.)"),
    ("12*34*56 og *21*33703458#", "p(12*34*56 og *21*33703458#)"),
    ("5**2 og 6**2", "p(5**2 og 6**2)"),
    ("CPR-nr.: ______-____", "p(CPR-nr.: ______-____)"),
    ("Dato: __-__-____ og __/__ 20__", "p(Dato: __-__-____ og __/__ 20__)"),
    ("Navn:____ og ____", "p(Navn:____ og ____)"),
    ("H~2~O og 10 ~ 20", "p(H~2~O og 10 ~ 20)"),
    ("[a](https://kl.dk/~a/1*2*3)", "p(<https://kl.dk/~a/1*2*3 a>)"),
    ("<https://www.dtu.dk/~user>", "p(<https://www.dtu.dk/~user https://www.dtu.dk/~user>)"),
    ("<https://a.dk/x____y> 2*3*4", "p(<https://a.dk/x____y https://a.dk/x____y> 2*3*4)"),
    ("<anna____b@kl.dk>", "p(<mailto:anna____b@kl.dk anna____b@kl.dk>)"),
    ("2 < 3*4*5", "p(2 < 3*4*5)"),
    ("`1*2*3` og `~a~`", "p(<code 1*2*3> og <code ~a~>)"),
    ("*a* _b_ __c__ ~~d~~ u*for*gængelig", "p(<em a> <em b> <strong c> <del d> u<em for>gængelig)"),
    ("a\n\n____\n\nb", "p(a) rule p(b)"),
    ("\\*a\\* 2\\*3 \\~ \\_\\_", "p(*a* 2*3 ~ __)"),
    ("~~~\n1*2*3\n~~~", "code(1*2*3)"),
  ])
  func `Signs between figures and in forms are printed`(markdown: String, blocks: String) throws {
    #expect(dump(try body(markdown)) == blocks)
    #expect(try warnings("---\n---\n" + markdown) == [])
  }

  @Test func `A star beside a figure that is not printed is told`() throws {
    #expect(
      try warnings("---\n---\nSæt 3*x + 2*y ind.") == [
        "3:6 warning: \"*\" is a mark of emphasis here, and is not printed | write \\* for the sign itself"
      ])
  }

  @Test(arguments: ["__ ", "* a\n\n- b\n\n", "a {", "1. maj\n", "1*2", "a_____"])
  func `However many there are, they are read in linear time`(piece: String) throws {
    let text = String(repeating: piece, count: 20_000)
    #expect(try !boundlessBody(text).isEmpty)
  }

  @Test(arguments: ["&#1;", "&#x2;", "&#0004;"])
  func `A reference to a hidden sign's character is none of the sign`(reference: String) throws {
    #expect(dump(try body("a \(reference) b")) == "p(a \u{8} b)")
  }

  @Test func `Places stay where they are`() throws {
    let told = try warnings("---\n---\n- 1. maj 2*3*4 og [Navn]")
    #expect(told.map { $0.prefix(4) } == ["3:19"])
    #expect(sources(try body("- 1. maj 2*3*4")) == ["[1. maj 2*3*4]"])
  }
}
