import Testing

@testable import Typeset

/// Diagnostics in another language, by a table as translators write it.
struct TranslationTests {
  private let danish = Translation(
    language: "da",
    po: Array(
      #"""
      # A comment.
      msgid ""
      msgstr "Language: da\n"

      #: Typeset/A.swift
      msgid "there is no layout {1}"
      msgstr "layoutet {1} findes ikke"

      msgid "{1} reaches {2} over {3}"
      msgstr "over {3} rækker {1}: {2}"

      msgid "use {1}"
      msgstr ""
      "brug "
      "{1}"

      msgid "or"
      msgstr "eller"

      msgid "the \"{1}\" page\\"
      msgstr "\"{1}\"-siden\\"

      msgid "{1} page"
      msgid_plural "{1} pages"
      msgstr[0] "{1} side"
      msgstr[1] "{1} sider"

      msgid "its font {1} is not embedded"
      msgstr "dens skrift {1} er ikke indlejret"

      msgid "its font {1} is broken"
      msgstr "dens skrift {1} er ødelagt"

      msgid "its {1} by {2} pixels take too much memory"
      msgstr "{2} gange {1} er for meget"

      #, fuzzy
      msgid "delete it"
      msgstr "noget helt andet"

      msgid "write it"
      msgstr ""
      msgid "error"
      msgstr "fejl"
      msgid "hint"
      msgstr "råd"
      """#.utf8))

  @Test func `A text keeps its template and its values apart`() {
    let name = "a {2}"
    let text: DiagnosticText = "there is no layout \(quoted(name))"
    #expect(text.template == "there is no layout {1}")
    #expect(text.english == "there is no layout \"a {2}\"")
    #expect(text.told(in: danish) == "layoutet \"a {2}\" findes ikke")
  }

  @Test func `Values may change their order, and what is lacking is told in English`() {
    let text: DiagnosticText = "\("a") reaches \(2) over \("b")"
    #expect(text.told(in: danish) == "over b rækker a: 2")
    #expect(("delete it" as DiagnosticText).told(in: danish) == "delete it")
    #expect(("write it" as DiagnosticText).told(in: danish) == "write it")
    #expect(("quite another \(1)" as DiagnosticText).told(in: danish) == "quite another 1")
  }

  @Test func `Words within a text are told in the language too`() {
    let hint: DiagnosticText = "use \(listed(["left", "right", "center"]))"
    #expect(hint.english == "use left, right or center")
    #expect(hint.told(in: danish) == "brug left, right eller center")
    let page = "the \"\("x")\" page\\" as DiagnosticText
    #expect(page.told(in: danish) == "\"x\"-siden\\")
  }

  @Test(arguments: [(1, "1 page", "1 side"), (0, "0 pages", "0 sider"), (7, "7 pages", "7 sider")])
  func `One and many differ`(count: Int, english: String, told: String) {
    let text = DiagnosticText(count, one: "\(count) page", many: "\(count) pages")
    #expect(text.english == english)
    #expect(text.told(in: danish) == told)
  }

  @Test(arguments: [
    ("its font Arial is not embedded", "dens skrift Arial er ikke indlejret"),
    ("its font is is broken is broken", "dens skrift is is broken er ødelagt"),
    ("its 20 by 30 pixels take too much memory", "30 gange 20 er for meget"),
    ("its font is grey", "its font is grey"), ("its font  is broken", "its font  is broken"),
  ])
  func `A sentence that came whole is known by its words`(sentence: String, told: String) {
    #expect(DiagnosticText(sentence).told(in: danish) == told)
    #expect(("\(DiagnosticText(sentence))!" as DiagnosticText).told(in: danish) == told + "!")
  }

  @Test func `Joined literals are one text`() {
    let text: DiagnosticText = "\("a") reaches \(2) " + "over \("b")"
    #expect(text.template == "{1} reaches {2} over {3}")
  }

  @Test func `Braces that are no places stay as they are`() {
    let text: DiagnosticText = "write {{\("name")}}, {id} or {7"
    #expect(text.english == "write {{name}}, {id} or {7")
  }

  @Test func `A diagnostic is written in the language`() {
    let file = SourceFile(name: "a.md", text: "layout: x\n")
    let diagnostic = Diagnostic.error(
      .noSuchLayout, "there is no layout \(quoted("x"))", at: file.range(8, 9),
      hint: "use \(listed(["kl", "brev"]))")
    #expect(
      DiagnosticFormatter(translation: danish).format(diagnostic) == """
        a.md:1:9: fejl: layoutet "x" findes ikke
            1 | layout: x
              |         ^
        råd: brug kl eller brev

        """)
    #expect(DiagnosticRecord(diagnostic).localized == nil)
    let record = DiagnosticRecord(diagnostic, in: danish)
    #expect(record.message == "there is no layout \"x\"")
    #expect(record.localized?.language == "da")
    #expect(record.localized?.message == "layoutet \"x\" findes ikke")
    #expect(record.localized?.hints == ["brug kl eller brev"])
  }
}
