import Testing

@testable import Typeset

@Suite struct PlanStructureTests {
  private let sidebar =
    smallLayout + """
      sidebar:
        frame: {x: 160mm, width: 38mm, bottom: 20mm}
        groups: [["Dato: {date}"], ["{page-of}"]]
      """

  @Test func `A letter's structure is in reading order`() throws {
    let made = try plan(
      letter(
        """
        subject: Om vejen
        to: [Anna]
        opening: Kære Anna
        closing: Hilsen
        signatures: [Bo, Carl]
        enclosures: [Kort]
        copies: [Dorte]

        """, "Et.\n\n## To\n\n- Tre\n- Fire\n\n> Fem"), sidebar
    ).plan
    #expect(
      made.outline == [
        "document", "  section", "    paragraph", "  heading(1)", "  paragraph", "  paragraph",
        "  heading(2)", "  list(square)", "    listItem",
        "      label", "      listBody", "        paragraph", "    listItem", "      label",
        "      listBody", "        paragraph", "  blockQuote", "    paragraph", "  paragraph",
        "  section", "    paragraph", "    paragraph", "  paragraph", "  list(none)",
        "    listItem", "      listBody", "  paragraph", "  list(none)",
        "    listItem", "      listBody", "  section", "    paragraph",
      ])
    #expect(
      made.reading == [
        "Anna", "Om vejen", "Kære Anna", "Et.", "To", "–", "Tre", "–", "Fire", "Fem", "Hilsen",
        "Bo", "Carl", "Bilag", ":", "Kort", "Kopi til", ":", "Dorte", "Dato: ", "5. januar 2026",
      ])
  }

  @Test func `Headings skip no level`() throws {
    func levels(_ head: String, _ body: String) throws -> [String] {
      try plan(letter(head, body)).plan.outline.filter { $0.contains("heading") }
        .map { $0.replacing("  ", with: "") }
    }
    #expect(
      try levels("", "## A\n\n#### B\n\n### C\n\n## D") == [
        "heading(1)", "heading(2)", "heading(2)", "heading(1)",
      ])
    #expect(
      try levels("subject: S\n", "# A\n\n## B") == ["heading(1)", "heading(2)", "heading(3)"])
    #expect(try levels("subject: S\n", "### A") == ["heading(1)", "heading(2)"])
  }

  @Test func `Links, languages and footnotes have elements of their own`() throws {
    let made = try plan(
      letter("", "Se [siden](https://a.example) og [hello]{lang=en}[^1].\n\n[^1]: En *note*.")
    ).plan
    #expect(
      made.outline == [
        "document", "  paragraph", "    link(uri: \"https://a.example\")", "    span",
        "    reference", "  note", "    label", "    paragraph",
      ])
    #expect(made.structure.elements[3].language == LanguageTag("en"))
    #expect(
      made.reading == [
        "Se ", "siden", " og ", "hello", "[1]", ".", "1", "En ", "note", ".",
      ])
    let hello = made.paragraphs[0].inlines.first { $0.content == .text("hello") }
    #expect(hello?.language == LanguageTag("en"))
  }

  @Test func `A table tells its head`() throws {
    let made = try plan(letter("", "| a | b |\n| :-- | --: |\n| 1 | 2 |")).plan
    #expect(
      made.outline == [
        "document", "  table", "    tableHead", "      tableRow",
        "        tableHeader(column)",
        "        tableHeader(column)", "    tableBody", "      tableRow",
        "        tableCell", "        tableCell",
      ])
    guard case .table(let table)? = made.flow.first else {
      Issue.record("no table")
      return
    }
    #expect(table.columns == [.left, .right])
    #expect(table.head[0].cells[0].paragraphs[0].inlines[0].style.weight == 700)
    #expect(table.body[0].cells[1].paragraphs[0].style.alignment == .right)
  }

  @Test func `Page numbers are never read`() throws {
    let made = try plan(letter("", "Et."), sidebar).plan
    guard case .paragraph(let line)? = made.fixed[0].groups[1].blocks.first else {
      Issue.record("no line")
      return
    }
    #expect(line.inlines.allSatisfy { $0.part == .artifact(.pagination(nil)) })
    #expect(line.inlines.words == "Side # af ##")
  }
}
