import Testing

@testable import Typeset

/// What an office writes once in its layout.
@Suite struct OfficeDefaultsTests {
  static let sidebar = """
    sidebar:
      frame: {x: 150mm, width: 40mm, y: 60mm}
      groups: [["{date}", "{office}"]]

    """

  private func lines(_ layoutText: String, _ head: String = "") throws -> [[String]] {
    try plan(letter(head, "Tekst."), smallLayout + layoutText + Self.sidebar).plan
      .lines(of: "sidebar")
  }

  @Test func `A field's default is overridden by the letter, and taken away by an empty value`()
    throws
  {
    let field = "fields: {office: {default: {da: Vejby Kommune, other: Vejby Municipality}}}\n"
    #expect(try lines(field)[0].last == "Vejby Kommune")
    let office = try #require(try layout(smallLayout + field).fields.first)
    #expect(office.standard(in: LanguageTag("en"))?.value == "Vejby Municipality")
    #expect(try lines(field, "office: Skolen\n")[0].last == "Skolen")
    #expect(try lines(field, "office: \"\"\n")[0].count == 1)
  }

  @Test(arguments: [
    ("{dd}-{mm}-{year}", "05-01-2026"), ("{day}-{m}-{yy}", "5-1-26"),
    ("{day}. {month} {year}", "5. januar 2026"),
  ])
  func `A layout has its own form of dates`(form: String, written: String) throws {
    #expect(
      try lines("fields: [office]\ndate-form: \"\(form)\"\n")[0].first == written)
  }

  @Test func `A form that is none is told`() {
    let found = messages { _ = try layout(smallLayout + "date-form: \"{dag}-{mm}\"\n") }
    #expect(
      found.first?.contains("date-form is \"{dag}-{mm}\", which is no form of a date") == true)
  }

  @Test func `An enclosure marked in the text has its mark in the margin, with or without a list`()
    throws
  {
    let marked = "Udfyld [skemaet]{.enclosure}.\n\nOg *[det andet]{.enclosure}* her.\n\nIntet her."
    let plan = try plan(letter("", marked), smallLayout + "enclosures: {margin-sign: \"./.\"}\n")
      .plan
    #expect(plan.paragraphs.map { !$0.marginMark.isEmpty } == [true, true, false])
  }

  @Test func `A list of nothing has no label`() throws {
    for value in ["[\"\"]", "[\" \", \"\"]", "\"\""] {
      let plan = try plan(letter("enclosures: \(value)\n", "Tekst.")).plan
      #expect(plan.paragraphs.count == 1)
    }
  }
}
