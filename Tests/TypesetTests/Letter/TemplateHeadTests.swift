import Testing

@testable import Typeset

/// The heads of templates.
struct TemplateHeadTests {
  private let head = """
    ---
    date: "{{day}}"
    subject: "Sag {{case}}"
    case-id: "{{case}}"
    unit: "Enhed {{unit}}"
    opening: Kære {{name | default "borger"}}
    to:
      - name: "{{name}}"
        lines: ["c/o {{co}}", "{{street}}", "{{zip}} {{city}}"]
        attention: "{{att}}"
    signatures: [{name: Anna Holm, title: ["{{role}}", "{{office}}"]}]
    enclosures: ["{{#each papers}}{{this}}{{/each}}", Vejledning]
    copies: ["{{copy}}"]
    ---
    Tekst
    """

  @Test func `A line whose fields are all empty falls away`() throws {
    let letter = try template(head).fill(
      with: Record([
        "day": "2024-03-11", "case": "S-1", "unit": "", "name": "Anna", "co": "", "street": "Vej 1",
        "zip": "", "city": "By", "att": "", "role": "Chef", "office": "", "copy": "",
        "papers": ["A", "B"],
      ]))
    #expect(letter.date == CalendarDate(year: 2024, month: 3, day: 11))
    #expect(letter.subject == "Sag S-1")
    #expect(letter.fields == ["case-id": "S-1"])
    #expect(letter.opening == "Kære Anna")
    #expect(letter.recipients.map(\.lines) == [["Anna", "Vej 1", "By"]])
    #expect(letter.recipients[0].attention == nil)
    #expect(letter.signatures[0].title == ["Chef"])
    #expect(letter.enclosures.map(\.title) == ["A", "B", "Vejledning"])
    #expect(letter.copies.isEmpty)
  }

  @Test func `The line ends of a value end lines of an address`() throws {
    let letter = try template("---\nto: '{{address}}'\n---\nx").fill(
      with: Record(["address": "Anna\r\nVej 1\n\n2300  By"]))
    #expect(letter.recipients.map(\.lines) == [["Anna", "Vej 1", "2300 By"]])
  }

  @Test func `A recipient without a line and a day that is none are faults of the record`() throws {
    let template = try template("---\ndate: '{{d}}'\nto: ['{{a}}']\n---\nx")
    #expect {
      try template.fill(with: Record(["d": "11/3", "a": ""], number: 3))
    } throws: { error in
      (error as? Diagnostics)?.all.map(\.message) == [
        "record 3: date is \"11/3\", not a date", "record 3: no line of the recipient is left",
      ]
    }
  }

  @Test func `The layout and the language are the same for all letters`() {
    for head in ["layout: '{{l}}'", "language: '{{l}}'"] {
      #expect(throws: Diagnostics.self) { try template("---\n\(head)\n---\nx") }
    }
  }

  @Test func `A template without braces is its letter`() throws {
    let text = "---\ndate: 2024-03-11\nto: [Anna, Bo]\n---\nHej[^1] *du*\n\n- a\n\n[^1]: Note\n"
    let source = SourceFile(name: "letter.md", text: text)
    let letter = try LetterTemplate(source: source).fill(with: Record([:]))
    #expect(try letter == Letter(source: source))
  }
}
