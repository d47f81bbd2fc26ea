import Testing

@testable import Typeset

struct HeadTests {
  /// The messages about a head.
  private func problems(_ head: String) -> [String] {
    messages { _ = try letter("---\n\(head)\n---\nText\n") }
  }

  private func read(_ head: String) throws -> Letter { try letter("---\n\(head)\n---\nText\n") }

  @Test func `The head's values are read with their places`() throws {
    let letter = try read(
      """
      layout: kl
      language: da
      date: 2024-03-11
      case-id: SAG-2023-05223
      document-id: 3424914
      phone: 3370 3458
      subject: >
        Dialog  om
        økonomien
      title: T
      author: KL
      confidentiality: Fortroligt
      opening: Kære alle
      closing: Med venlig hilsen
      postscript: Husk det
      """)
    #expect(letter.layout == "kl")
    #expect(letter.language == .danish)
    #expect(letter.date == CalendarDate(year: 2024, month: 3, day: 11))
    #expect(letter.$date?.place?.text == "2024-03-11")
    #expect(
      letter.fields == [
        "case-id": "SAG-2023-05223", "document-id": "3424914", "phone": "3370 3458",
      ])
    #expect(letter.$fields["phone"]?.place?.line == 7)
    #expect(letter.fieldKeys["phone"]?.text == "phone")
    #expect(letter.subject == "Dialog om økonomien")
    #expect(letter.title == "T")
    #expect(letter.author == "KL")
    #expect(letter.confidentiality == "Fortroligt")
    #expect(letter.opening == "Kære alle")
    #expect(letter.closing == "Med venlig hilsen")
    #expect(letter.postscript == "Husk det")
  }

  @Test func `What the head says is data, never markup`() throws {
    let letter = try read("subject: '*A* [b](c) <d> {e}'\nto: '**Navn**'")
    #expect(letter.subject == "*A* [b](c) <d> {e}")
    #expect(letter.recipients.first?.lines == ["**Navn**"])
  }

  @Test(arguments: [
    ("to: Navn", "Navn"),
    ("to: |\n  Navn\n  Vej 1\n  2300 By", "Navn/Vej 1/2300 By"),
    ("to: [A, B]", "A; B"),
    ("to:\n  - [A, Vej 1]\n  - |\n    B\n    Vej 2", "A/Vej 1; B/Vej 2"),
    ("to: {name: A, lines: [Vej 1, By], attention: C}", "A/Vej 1/By att C"),
    ("to:\n  - name: A\n    attention: C\n  - B", "A att C; B"),
    ("to: A\nattention: C", "A att C"),
    ("to:", ""),
    ("to: [3370, true]", "3370; true"),
  ])
  func `Recipients are texts, lists of lines or mappings`(head: String, expected: String) throws {
    let recipients = try read(head).recipients
    let shown = recipients.map {
      $0.lines.joined(separator: "/") + ($0.attention.map { " att \($0)" } ?? "")
    }
    #expect(shown.joined(separator: "; ") == expected)
  }

  @Test func `Every line of an address has its place`() throws {
    let lines = try read("to: |\n  Navn\n  Vej 1\n  2300 By").recipients[0].$lines
    #expect(
      lines.compactMap(\.place).map { "\($0.line):\($0.column) \($0.text)" } == [
        "3:3 Navn", "4:3 Vej 1", "5:3 2300 By",
      ])
  }

  @Test func `Signatures have a name, titles and an image`() throws {
    let letter = try read(
      """
      signatures:
        - Martin Damm
        - {name: Kristian Vendelbo, title: Administrerende direktør, image: vendelbo.png}
        - {name: C, title: [D, E]}
      """)
    #expect(letter.signatures.map(\.name) == ["Martin Damm", "Kristian Vendelbo", "C"])
    #expect(
      letter.signatures.map { $0.title } == [
        [], ["Administrerende direktør"], ["D", "E"],
      ])
    #expect(letter.signatures.map(\.image) == [nil, "vendelbo.png", nil])
    #expect(try read("signatures: A").signatures.map(\.name) == ["A"])
    #expect(try read("signatures: {name: A}").signatures.map(\.name) == ["A"])
  }

  @Test func `Enclosures, copies and exceptions are lists`() throws {
    let letter = try read(
      """
      enclosures: [Invitation, {title: Bilag 1, file: bilag1.pdf}]
      copies: Borgmestrene
      hyphenation: {exceptions: [Kommu-nernes]}
      """)
    #expect(letter.enclosures.map(\.title) == ["Invitation", "Bilag 1"])
    #expect(letter.enclosures.map(\.file) == [nil, "bilag1.pdf"])
    #expect(letter.copies == ["Borgmestrene"])
    #expect(letter.hyphenationExceptions == ["Kommu-nernes"])
  }

  @Test func `Further fields stand in the head or under fields`() throws {
    let letter = try read("unit: Økonomi\nempty:\nfields: {caseworker: HAAN}")
    #expect(letter.fields == ["unit": "Økonomi", "caseworker": "HAAN"])
  }

  @Test(arguments: [
    (
      "date: 2024-02-30",
      "2:7 date is \"2024-02-30\", a day that does not exist | check the year, the month and the day"
    ),
    (
      "date: 2023-02-29",
      "2:7 date is \"2023-02-29\", a day that does not exist | check the year, the month and the day"
    ),
    ("date: 11.03.2024", "2:7 date is \"11.03.2024\", not a date | write 2024-03-11"),
    ("date: 11/3/2024", "2:7 date is \"11/3/2024\", not a date | write 2024-03-11"),
    (
      "date: 11. marts 2024",
      "2:7 date is \"11. marts 2024\", not a date | write 2024-03-11"
    ),
    ("date: [2024]", "2:7 date is a list, not a date | write year, month and day, as 2024-03-11"),
    (
      "language: dansk", "2:11 language is \"dansk\", not a language | write a tag such as da or en"
    ),
    ("subject: [a]", "2:10 subject is a list, not text | put the whole value in quotes: \"[a]\""),
    ("subject: {a: b}", "2:10 subject is a mapping, not text | write text after subject:"),
    ("to: [{nmae: A}]", "2:7 unknown key \"nmae\" | write name"),
    (
      "to: [{attention: A}]",
      "2:6 item 1 of to has neither name nor lines | write {name: …, lines: […]}"
    ),
    ("to: [A, ~]", "2:9 item 2 of to has no value | write the recipient, or delete the item"),
    ("attention: A", "2:12 attention stands beside no recipient | name the recipient under to:"),
    (
      "to: [A, B]\nattention: C",
      "3:12 attention stands beside several recipients | write it in the recipient it is for, as {name: …, attention: …}"
    ),
    (
      "to: {name: A, attention: B}\nattention: C",
      "3:12 attention is here twice | write it in the recipient it is for, as {name: …, attention: …}"
    ),
    (
      "signatures: [A, B, C, D, E, F, G]",
      "2:32 signatures has 7 signers, more than the 6 there is room for | delete some of them"
    ),
    ("signatures: [{title: A}]", "2:14 item 1 of signatures has no name | write {name: …}"),
    ("signatures: [{name: A, tilte: B}]", "2:24 unknown key \"tilte\" | write title"),
    ("signatures: [{nmae: A}]", "2:15 unknown key \"nmae\" | write name"),
    ("enclosures: [{file: a.pdf}]", "2:14 item 1 of enclosures has no title | write {title: …}"),
    ("hyphenation: {exception: [a]}", "2:15 unknown key \"exception\" | write exceptions"),
    (
      "hyphenation: {exceptions: [a b]}",
      "2:28 \"a b\" is not a word with hyphens | write one word with its hyphens, as Kommu-nernes"
    ),
    ("recipients: [a]", "2:1 unknown key \"recipients\" | write to"),
    ("cc: [a]", "2:1 unknown key \"cc\" | write copies"),
    ("enclosurse: [a]", "2:1 unknown key \"enclosurse\" | write enclosures"),
    ("unit: [a]", "2:7 unit is a list, not text | put the whole value in quotes: \"[a]\""),
    (
      "unit: a\nfields: {unit: b}",
      "3:10 the field \"unit\" is here twice | keep this one or the one in line 2"
    ),
    ("fields: a", "2:9 fields is \"a\", not keys with values | write lines of key: value"),
    ("body: a", "2:1 the head has a body | write the text of the letter below the head"),
    ("- a", "2:1 the head is a list, not keys with values | write lines of key: value"),
  ])
  func `What is wrong in the head is told with its place`(head: String, message: String) {
    #expect(problems(head) == [message])
  }

  @Test func `All problems are told at once, in source order`() {
    let found = messages {
      _ = try letter("---\nclosing: [a]\ndate: x\nsubject: {}\n---\n<b>\n\n[x](y:z)\n")
    }
    #expect(found.map { $0.prefix(4) } == ["2:10", "3:7 ", "4:10", "6:1 ", "8:1 "])
  }

  @Test func `A head may be absent or empty, and stands on any first line`() throws {
    #expect(dump(try letter("Text").body) == "p(Text)")
    #expect(dump(try letter("---\n---").body) == "")
    #expect(dump(try letter("\n\n--- \nsubject: a\n---\t\nText").body) == "p(Text)")
    #expect(try letter("\n\n---\nsubject: a\n---").$subject?.place?.line == 4)
  }

  @Test func `A head without an end is an error`() {
    #expect(
      messages { _ = try letter("---\nsubject: a\n") } == [
        "1:1 the head that begins here has no end | put a line of --- between the head and the text"
      ])
  }
}
