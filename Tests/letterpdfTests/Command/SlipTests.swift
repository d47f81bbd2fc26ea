import Proofing
import Testing

/// What the program says of the mistakes of those who know word processors, and of all mistakes of a
/// letter in one run.
struct SlipTests {
  /// The lines of a run that have a place, and the hints below them.
  private func told(_ set: SetLetter) -> [String] {
    set.run.errorText.split(separator: "\n")
      .filter { $0.hasPrefix("letter.md:") || $0.hasPrefix("hint: ") }.map(String.init)
  }

  static let head = "---\nlayout: brev\ndate: 2026-11-22\nsubject: Sag #12 om vejen\n---\n\n"

  @Test func `Slips are warnings, and the letter is set`() async throws {
    let set = try await SetLetter(Self.head + "Kære [Navn]\n")
    #expect(set.run.ending == .exit(0))
    #expect(
      told(set) == [
        "letter.md:4:14: warning: \"#12 om vejen\" is a comment and not a part of subject",
        "hint: put the whole value in quotes: \"Sag #12 om vejen\"",
        "letter.md:7:6: warning: \"[Navn]\" is printed as it stands",
        "hint: write the words that belong there, or {{Navn}} for a field of the records",
        "hint: write \\[ if the brackets are meant",
      ])
    #expect(set.scratch.names == ["letter.md", "letter.pdf"])
  }

  @Test func `A strict run writes nothing where there are warnings`() async throws {
    let set = try await SetLetter(Self.head + "Kære [Navn]\n", ["--strict"])
    #expect(set.run.ending == .exit(1))
    #expect(told(set).filter { $0.hasPrefix("letter.md:") }.count == 2)
    #expect(
      set.run.errorText.hasSuffix(
        "error: nothing is written, for --strict takes warnings for errors\n"
          + "hint: mend what the warnings tell, or leave --strict out\n\n"))
    #expect(set.scratch.names == ["letter.md"])
    let clean = try await SetLetter(smallLetter(), ["--strict"])
    #expect(clean.run.ending == .exit(0))
  }

  @Test func `A strict run of many letters ends before the first one`() async throws {
    let scratch = try Scratch()
    try scratch.write(Self.head + "Kære {{navn}}, XXX kr.\n", as: "letter.md")
    try scratch.write("navn\nAnna\nBo\n", as: "people.csv")
    let arguments = ["merge", "letter.md", "--recipients", "people.csv", "-o", "out"]
    let strict = try await letterpdf(arguments + ["--strict"], in: scratch.folder)
    #expect(strict.ending == .exit(1))
    #expect(strict.errorText.contains("letter.md:7:16: warning: \"XXX\""))
    #expect(scratch.names == ["letter.md", "people.csv"])
    let run = try await letterpdf(arguments, in: scratch.folder)
    #expect(run.ending == .exit(0))
    #expect(run.errorText.contains("letter.md:7:16: warning: \"XXX\""))
  }

  @Test func `Everything wrong with head, layout, body and pages is told in one run`() async throws
  {
    let set = try await SetLetter(
      """
      ---
      layout: brev
      date: 31/2-2026
      emne: Sag
      subject: "Svar" på dit brev
      ---

      En 漢 her, og **to uden slut.

      [x](ftp://y)

      ![Kort](mangler.png)
      """)
    #expect(set.run.ending == .exit(1))
    #expect(
      told(set).filter { $0.hasPrefix("letter.md:") } == [
        "letter.md:3:7: error: date is \"31/2-2026\", a day that does not exist",
        "letter.md:4:1: error: unknown key \"emne\": neither letters nor the layout \"brev\" have such "
          + "a field",
        "letter.md:5:17: error: text stands behind the quotation mark that ends the value",
        "letter.md:8:4: error: no font has the character \"漢\" U+6F22",
        "letter.md:8:14: warning: \"**\" is printed as it stands, for it has no partner",
        "letter.md:10:1: error: the link \"ftp://y\" is not http, https, mailto or tel",
        "letter.md:12:1: error: there is no image \"mangler.png\"",
      ])
    #expect(told(set).contains("hint: write subject"))
    #expect(told(set).contains("hint: put the whole value in quotes: '\"Svar\" på dit brev'"))
  }

  /// The beginning of a letter, and what is said of it.
  static let beginnings: [(text: String, words: [String])] = [
    (
      "Kære Anna\n\nTak for dit brev.\n",
      [
        "letter.md:1:1: error: the letter has no head, and so names no layout",
        "hint: begin it with these four lines, or give --layout and --date:",
      ]
    ),
    (
      "layout: brev\ndate: 2026-11-22\n---\nTekst\n",
      [
        "letter.md:1:1: error: the head has no line of --- above it",
        "hint: write --- above this line, and below the last of the head",
      ]
    ),
    (
      "———\nlayout: brev\n———\nTekst\n",
      [
        "letter.md:1:1: error: the head begins with \"———\", not with ---",
        "hint: write --- in its place, and below the head",
      ]
    ),
    (
      "---\nlayout: brev\n–--\nTekst\n",
      [
        "letter.md:3:1: error: the head ends with \"–--\", not with ---",
        "hint: write --- in its place",
      ]
    ),
    (
      "```\n---\nlayout: brev\n---\nTekst\n```\n",
      [
        "letter.md:1:1: error: the letter stands in a block of code",
        "hint: delete this line, and the last one",
      ]
    ),
    (
      "---\nLayout: brev\ndate: 2026-11-22\n---\nTekst\n",
      ["letter.md:2:1: error: unknown key \"Layout\"", "hint: write layout"]
    ),
    (
      "---\nlayout = brev\ndate = 2026-11-22\n---\nTekst\n",
      [
        "letter.md:2:1: error: this line has \"=\" behind its key, not a colon",
        "hint: write layout: brev",
      ]
    ),
    (
      "---\nlayout: brev\ndate:2026-11-22\n---\nTekst\n",
      [
        "letter.md:3:1: error: no space stands behind the colon", "hint: write date: 2026-11-22",
      ]
    ),
    (
      "---\nlayout:\u{A0}brev\ndate: 2026-11-22\n---\nTekst\n",
      [
        "letter.md:2:8: error: a no-break space stands behind the colon",
        "hint: write an ordinary space: layout: brev",
      ]
    ),
    (
      "---\nlayout: brev\ndate: 2026-11-22\nto: |\nAnna Holm\nVej 1\n---\nTekst\n",
      [
        "letter.md:5:1: error: this line has no \":\" after its key",
        "hint: write it as key: value",
        "hint: indent it by two spaces if it belongs to the line above it",
      ]
    ),
    (
      "---\nlayout: brev\ndate: 22. november 2026\n---\nTekst\n",
      [
        "letter.md:3:7: error: date is \"22. november 2026\", not a date", "hint: write 2026-11-22",
      ]
    ),
    (
      "---\nlayout: brev\ndate: 22/11-26\n---\nTekst\n",
      ["letter.md:3:7: error: date is \"22/11-26\", not a date", "hint: write 2026-11-22"]
    ),
    (
      "---\nlayout: brev\ndate: 26-11-22\n---\nTekst\n",
      [
        "letter.md:3:7: error: date is \"26-11-22\", not a date",
        "hint: write 2022-11-26 or 2026-11-22, whichever is meant",
      ]
    ),
    (
      "---\nlayout: brev\ndate: 26.11.22\n---\nTekst\n",
      [
        "letter.md:3:7: error: date is \"26.11.22\", not a date",
        "hint: write 2022-11-26 or 2026-11-22, whichever is meant",
      ]
    ),
    (
      "---\nlayout: brev\ndate: 26-11-2022\n---\nTekst\n",
      [
        "letter.md:3:7: error: date is \"26-11-2022\", not a date",
        "hint: write 2022-11-26",
      ]
    ),
    (
      "---\nlayout: brev\ndate: 2026-11-22\nemail: [a@b.dk](mailto:a@b.dk)\n---\nTekst\n",
      [
        "letter.md:4:8: error: this is a link of Markdown, and the head has no markup",
        "hint: write a@b.dk alone",
      ]
    ),
    (
      "---\nlayout: brev\ndate: 2026-11-22\nsignatures:\n  - name: Ida Holm\n  - title: Chef, Teknik\n---\nTekst\n",
      [
        "letter.md:6:5: error: item 2 of signatures has no name",
        "hint: write {name: Ida Holm, title: \"Chef, Teknik\"} in place of both lines",
      ]
    ),
    (
      "---\nlayout: brev\ndate: 2026-11-22\nsignatures:\n  - name: Ida Holm\n   title: Chef\n---\nTekst\n",
      [
        "letter.md:6:4: error: this line does not belong to the list above it",
        "hint: begin it with - like the items above",
        "hint: indent it by 4 spaces if it belongs to the item above it",
      ]
    ),
    (
      "---\nlayout: brev\ndate: 2026-11-22\norganisation: {{kommune}} i dag\n---\nTekst\n",
      [
        "letter.md:4:16: error: a key must be text, not a mapping",
        "hint: put the whole value in quotes: \"{{kommune}} i dag\"",
      ]
    ),
    (
      "---\nlayout: brev\ndate: 2026-11-22\nto: |\n\u{A0}\u{A0}Anna Holm\n---\nTekst\n",
      [
        "letter.md:5:1: error: the line is indented with no-break spaces (U+00A0)",
        "hint: indent it with ordinary spaces",
      ]
    ),
    (
      "---\nlayout: brev\ndate: 2026-11-22\nenclosures:\n  - Bilag 1: Kort\n---\nTekst\n",
      [
        "letter.md:5:5: error: unknown key \"Bilag 1\"",
        "hint: put the whole value in quotes: \"Bilag 1: Kort\"",
      ]
    ),
    (
      "---\nlayout: brev\ndate: 2026-11-22\nsubject: Svar: din ansøgning\n---\nTekst\n",
      [
        "letter.md:4:14: error: a \":\" is not allowed here",
        "hint: put the whole value in quotes if the colon belongs to it: \"Svar: din ansøgning\"",
        "hint: check that the line is indented like its neighbours",
      ]
    ),
    (
      "---\nlayout: brev\ndate: 2026-11-22\nsubject: [Emne]\n---\nTekst\n",
      [
        "letter.md:4:10: error: subject is a list, not text",
        "hint: put the whole value in quotes: \"[Emne]\"",
      ]
    ),
    (
      "---\nlayout: brev\ndate: 2026-11-22\nsignatures: [{navn: Bo}]\n---\nTekst\n",
      ["letter.md:4:15: error: unknown key \"navn\"", "hint: write name"]
    ),
    (
      "---\nlayout: brev\ndate: 2026-11-22\n---\nEn\u{B}linje\n",
      [
        "letter.md:5:3: error: the file holds U+000B, Word's line break",
        "hint: begin a new line in its place",
      ]
    ),
    (
      "---\nlayout: brev\ndate: 2026-11-22\n---\nDit navn: <Navn>\n",
      [
        "letter.md:5:11: error: \"<Navn>\" is read as HTML, which a letter cannot hold",
        "hint: write {{Navn}} for a field of the records, or \\< for the character itself",
      ]
    ),
    (
      "---\nlayout: brev\ndate: 2026-11-22\n---\nPunkt \u{F0A8} her\n",
      [
        "letter.md:5:7: error: U+F0A8 is a sign of Word's font Symbol or Wingdings",
        "hint: write the sign anew, or a word for it",
      ]
    ),
  ]

  @Test(arguments: beginnings)
  func `A mistake is called by its name`(text: String, words: [String]) async throws {
    let set = try await SetLetter(text)
    #expect(set.run.ending == .exit(1))
    #expect(told(set) == words)
  }

  @Test(arguments: [
    ("emne", "subject"), ("Betreff", "subject"), ("ärende", "subject"), ("til", "to"),
    ("modtager", "to"), ("mottaker", "to"), ("dato", "date"), ("Datum", "date"),
    ("bilag", "enclosures"), ("Anlagen", "enclosures"), ("vedlegg", "enclosures"),
    ("bilagor", "enclosures"), ("underskrift", "signatures"), ("hilsen", "closing"),
    ("kopi", "copies"), ("sprog", "language"), ("Subject", "subject"), ("telefon", "phone"),
  ])
  func `Words of other languages suggest the key`(word: String, key: String) async throws {
    let set = try await SetLetter(
      "---\nlayout: kl\ndate: 2026-11-22\n\(word): Noget\n---\n\nTekst\n")
    #expect(
      told(set) == [
        "letter.md:4:1: error: unknown key \"\(word)\": neither letters nor the layout \"kl\" have such "
          + "a field", "hint: write \(key)",
      ])
  }

  @Test(arguments: [
    ("Sagsbehandler", "caseworker"), ("Sachbearbeiter", "caseworker"), ("enhed", "unit"),
    ("afdeling", "unit"), ("förvaltning", "unit"), ("hjemmeside", "web"), ("nettside", "web"),
    ("Vores ref", "our-reference"), ("Unser Zeichen", "our-reference"),
    ("Jeres ref.", "your-reference"), ("Deres ref", "your-reference"),
    ("Afsender", "organisation"), ("direkte", "phone"), ("mail", "email"),
  ])
  func `Words for fields suggest the layout's field, or say what to do`(
    word: String, key: String
  ) async throws {
    let head = "date: 2026-11-22\n\(word): Noget\n---\n\nTekst\n"
    #expect(told(try await SetLetter("---\nlayout: brev\n" + head)).last == "hint: write \(key)")
    guard ["caseworker", "unit", "web", "our-reference", "organisation"].contains(key) else {
      return
    }
    #expect(
      told(try await SetLetter("---\nlayout: kl\n" + head)).last
        == "hint: say it in the text, or declare \(key) under fields: in the layout")
  }

  @Test(arguments: ["letter.md", "letter.pdf"])
  func `A letter that is to be checked is called so`(name: String) async throws {
    let scratch = try Scratch()
    try scratch.write(smallLetter(), as: name)
    let run = try await letterpdf("check", name, in: scratch.folder)
    #expect(run.ending == .exit(1))
    #expect(
      run.errorText == """
        \(name):1:1: error: the file is a letter, not a PDF
        hint: render it first, with letterpdf render \(name), and check the PDF

        """)
  }

  @Test(arguments: [
    ("PK\u{3}\u{4}\u{14}\u{6} word/document.xml", "a document of Word, not text"),
    (
      "PK\u{3}\u{4}\u{14} mimetypeapplication/vnd.oasis.opendocument.text",
      "a document of LibreOffice, not text"
    ),
    ("%PDF-1.7\n%", "a PDF, not text"), ("{\\rtf1\\ansi hej}", "rich text (RTF), not plain text"),
  ])
  func `A file of another program is called so`(bytes: String, kind: String) async throws {
    let scratch = try Scratch()
    try scratch.write(bytes, as: "brev.docx")
    let run = try await letterpdf("render", "brev.docx", in: scratch.folder)
    #expect(run.ending == .exit(1))
    #expect(run.errorText.hasPrefix("brev.docx:1:1: error: the file is \(kind)\nhint: "))
  }

  @Test func `An address beside its window is told once, with how far to move it`() async throws {
    let layout = """
      extends: brev
      recipient: {frame: {x: 13mm, y: 40mm, width: 80mm}}
      window: {frame: {x: 20mm, y: 37mm, width: 85mm, height: 40mm}}
      """
    let set = try await SetLetter(
      "---\nlayout: own.yaml\ndate: 2026-11-22\nto: |\n  Anna Holm\n  Vej 1\n  1234 By\n---\n\nTekst\n",
      files: ["own.yaml": Array(layout.utf8)])
    let lines = set.run.errorText.split(separator: "\n")
    #expect(lines.count { $0.contains("error: ") } == 1)
    #expect(
      lines.first == "own.yaml:3:17: error: the recipient stands 9.0 mm too far left for the window"
    )
    #expect(
      lines.contains("hint: move recipient 9 mm right, or change window in the layout"))
  }
}
