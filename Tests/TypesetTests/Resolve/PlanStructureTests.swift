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
        "  section", "    division", "      paragraph", "    division", "      paragraph",
        "  paragraph", "  list(none)",
        "    listItem", "      listBody", "  paragraph", "  list(none)",
        "    listItem", "      listBody", "  division", "    list(none)", "      listItem",
        "        label", "        listBody",
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

  @Test func `What is read before the letter stands where it stood`() throws {
    let groups = """
      groups: [{read: before, lines: ["Dato: {date}"]}, ["{phone}", "Vej 1"], ["{page-of}"]]
      """
    let late = try plan(letter("phone: 3370 3458\n", "Et."), sidebar).plan
    let made = try plan(
      letter("phone: 3370 3458\nto: [Anna]\n", "Et."),
      smallLayout + """
        sidebar:
          frame: {x: 160mm, width: 38mm, bottom: 20mm}
          links: true
          \(groups)
        """, language: spokenDanish
    ).plan
    #expect(made.reading == ["Anna", "Dato: ", "5. januar 2026", "Et.", "3370 3458", "Vej 1"])
    #expect(late.reading.last == "5. januar 2026")
    #expect(
      made.lines(of: "sidebar") == [
        ["Dato: 5. januar 2026"], ["3370 3458", "Vej 1"], ["Side # af ##"],
      ])
    let sections = made.structure.elements.filter { $0.role == .section }.map(\.title)
    #expect(sections == ["Modtagere", "Sagsoplysninger", "Kontakt"])
    #expect(made.structure.elements.contains { $0.role == .link(uri: "tel:+4533703458") })
  }

  @Test func `A whole frame may be read before the letter, and a head after it`() throws {
    let made = try plan(
      letter("", "Et."),
      smallLayout + """
        header: {frame: {x: 20mm, y: 5mm, width: 90mm, height: 8mm}, content: true, read: after, groups: [Vejby]}
        sidebar: {frame: {x: 160mm, width: 38mm, bottom: 20mm}, read: before, groups: ["{date}"]}
        """, language: spokenDanish
    ).plan
    #expect(made.reading == ["5. januar 2026", "Et.", "Vejby"])
    #expect(made.fixed.map(\.name) == ["header", "sidebar"])
  }

  @Test func `The lines of an address are read one by one, and those of each recipient together`()
    throws
  {
    func sections(_ to: String) throws -> [String] {
      try plan(letter("to: \(to)\n", "Et.")).plan.outline.dropFirst().dropLast()
        .map { $0.trimmingPrefix("  ").description }
    }
    #expect(
      try sections("[[Anna, Vej 1, 1000 By]]") == ["section"]
        + [String](repeating: "  paragraph", count: 3))
    #expect(
      try sections("[Bo, {name: Ida, attention: Carl, lines: [Vej 2]}]") == [
        "section", "  paragraph", "  division", "    paragraph", "    paragraph", "    paragraph",
      ])
  }

  @Test func `A return line is not read`() throws {
    let frame =
      "{kind: return-line, frame: {x: 20mm, y: 45mm, width: 80mm, height: 5mm}, groups: [Vej 1]}"
    let made = try plan(letter("", "Et."), smallLayout + "frames:\n  return: \(frame)\n").plan
    #expect(made.reading == ["Et."])
    #expect(made.lines(of: "return") == [["Vej 1"]])
  }

  @Test func `Abbreviations and names of other letters are elements that say how they are read`()
    throws
  {
    let made = try plan(
      letter(
        "to: [Анна, [Vej 2, st. nr. 4]]\nsignatures: [Μαρία Λ]\n",
        "Se jf. § 7, **stk. 2**; [no. 4]{lang=en}; `jf.`; Ω."), language: spokenDanish
    ).plan
    let spans = made.structure.elements.filter { $0.role == .span }.map {
      $0.expansion ?? $0.language?.tag ?? "-"
    }
    #expect(spans == ["ru", "jævnfør", "stykke", "en", "el"])
    #expect(
      made.reading == [
        "Анна", "Vej 2", "/", "st. nr. 4", "Se ", "jf.", " § 7, ", "stk.", " 2", "; ", "no. 4",
        "; ", "jf.", "; Ω.", "Μαρία Λ",
      ])
    let inlines = made.paragraphs.first { $0.role == .body }?.inlines ?? []
    #expect(
      inlines.prefix(4).map { $0.place?.text ?? "-" } == ["Se ", "jf.", " § 7, ", "stk."])
  }
}
