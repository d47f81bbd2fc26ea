import Foundation
import Proofing
import Testing

/// Letters of files of Word: what is kept, what is told as lost, and that nothing hostile gets through.
struct ImportTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Makes a file of a kind of `Tests/word` and imports it.
  private func imported(
    _ kind: String, _ arguments: [String] = [], environment: [String: String?] = [:]
  ) async throws -> Run {
    let made = try await judge("Tests/word", kind, scratch.path(kind + ".docx"))
    try #require(made.ending == .exit(0), "\(made)")
    return try await letterpdf(
      ["import", kind + ".docx"] + arguments, environment: environment, in: scratch.folder)
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try scratch.read(name), as: UTF8.self)
  }

  @Test func `A letter's lines become its head, and its text is set without errors`() async throws {
    let run = try await imported("letter", ["--layout", "kl"])
    #expect(run.ending == .exit(0), "\(run)")
    #expect(run.output == "letter.md\n")
    #expect(
      try text("letter.md") == #"""
        ---
        layout: "kl"
        date: 2024-03-11
        case-id: "SAG-2023-05223"
        email: "HAAN@kl.dk"
        subject: "Dialog om økonomi: \"2025\""
        to:
          - ["Kommunalbestyrelserne", "Att. borgmestrene"]
        opening: "Kære borgmestre"
        closing: "Med venlig hilsen"
        signatures:
          - {name: "Martin Damm", title: "Formand"}
        ---
        Den kommunale **velfærdssektor** står over for *store* opgaver, jf. § 3, stk. 2.

        ## Virtuelle stormøder

        - Mandag den 8. april
        - Tirsdag den 9. april

        ### Tilmelding

        1. Skriv til os
        2. Afvent svar

        | Post | 2025 |
        | --- | --- |
        | Drift | 1.250,50 |
        | Anlæg\|nyt | 300 |

        ![Et rødt felt](letter-images/image1.png){width=40mm}

        """#)
    let set = try await letterpdf("render", "letter.md", in: scratch.folder)
    #expect(set.ending == .exit(0), "\(set)")
    #expect(set.errorText.isEmpty)
  }

  @Test func `Lines of which it is not certain stay in the text`() async throws {
    let run = try await imported("plain")
    #expect(
      run.errorText.contains(
        "warning: no line of the file is a date, so the letter has the day on which it was saved: "
          + "2025-06-01"))
    let letter = try text("plain.md")
    #expect(letter.hasPrefix("---\nlayout: \"brev\"\ndate: 2025-06-01\n---\nTil orientering"))
    #expect(letter.contains("Med venlig hilsen\n\nAnna Holm\n\nChefkonsulent\n\nØkonomi\n"))
    let set = try await letterpdf("render", "plain.md", in: scratch.folder)
    #expect(set.ending == .exit(0), "\(set)")
  }

  @Test func `A case worker's letter is put where it belongs, and each guess is told`() async throws
  {
    let run = try await imported("office")
    #expect(run.ending == .exit(0), "\(run)")
    #expect(
      try text("office.md") == #"""
        ---
        layout: "brev"
        date: 2026-11-22
        subject: "Ny affaldsordning"
        to:
          - ["Bo Krag", "Lange Vej 7, 2. th.", "8000 Aarhus C"]
        closing: "Med venlig hilsen"
        signatures:
          - {name: "Anna Holm", title: ["Chefkonsulent", "Teknik og Miljø"]}
        enclosures: ["Kort over ruten"]
        copies: ["Cai Dam"]
        ---
        Vejby Kommune\
        Torvet 1\
        3210 Vejby\
        Tlf. 48 70 00 00

        Kære Bo Krag,

        Du får en ny beholder.

        - Et
          - Under
          - Under igen
            - Dybt
        - To

        <!-- -->

        1. Først
           1. Under
        2. Så

        ![[beskriv billedet]](office-images/image1.png){width=40mm}

        """#)
    for told in [
      "\"Ny affaldsordning\" is taken as subject:",
      "\"Vejby, den 22. november 2026\" is taken as date:",
      "\"Bo Krag, Lange Vej 7, 2. th., 8000 Aarhus C\" is taken as to:",
      "4 lines above the text are none of the head: \"Vejby Kommune\", …\nhint: delete what the layout",
      "\"Anna Holm, Chefkonsulent, Teknik og Miljø\" is taken as signatures:",
    ] {
      #expect(run.errorText.contains("warning: " + told), "\(told)\n\(run.errorText)")
    }
    // A picture of which nobody has said what it shows is asked for at each look.
    let set = try await letterpdf("render", "office.md", in: scratch.folder)
    #expect(set.ending == .exit(0), "\(set)")
    #expect(
      set.errorText.contains("warning: the alternative text \"[beskriv billedet]\" is"), "\(set)")
  }

  @Test func `With nothing else above it the salutation goes into the head`() async throws {
    let run = try await imported("plainhead")
    #expect(
      try text("plainhead.md") == #"""
        ---
        layout: "brev"
        date: 2026-11-22
        subject: "Ny affaldsordning"
        to:
          - ["Bo Krag", "Lange Vej 7", "8000 Aarhus C"]
        opening: "Kære Bo Krag,"
        ---
        Du får en ny beholder.

        ## Hvornår

        Snart.

        Venlig hilsen,

        Anna Holm

        Telefon 48 70 00 01

        """#)
    #expect(
      run.errorText.contains(
        "what stands below \"Venlig hilsen,\" is left in the text, for nobody knows which is which\n"
          + "hint: write closing:, signatures: and copies: in the head"), "\(run)")
  }

  @Test func `Of two addresses the second is whom it is to`() async throws {
    let run = try await imported("twoaddresses")
    let letter = try text("twoaddresses.md")
    #expect(letter.contains("to:\n  - [\"Bo Krag\", \"Lange Vej 7\", \"8000 Aarhus C\"]\n"))
    #expect(
      letter.contains("---\nHolm \\& Dam\\\nTorvet 1\\\n3210 Vejby\n\nKære Bo Krag\n"),
      "\(letter)")
    #expect(run.errorText.contains("3 lines above the text are none of the head: \"Holm & Dam\""))
  }

  @Test func `Words that look like marks stay words`() async throws {
    #expect(try await imported("marks").ending == .exit(0))
    let set = try await letterpdf(
      "render", "marks.md", "--format", "text", "-o", "-", in: scratch.folder)
    #expect(set.ending == .exit(0), "\(set)")
    for line in [
      "# ikke en overskrift", "1. ikke et punkt", "12) heller ikke", "> ikke et citat",
      "*ikke* _fremhævet_ `kode` [link](http://x) <b> &amp; a|b ~~væk~~ \\",
      "{{felt}} og {klasse}", ": ikke en billedtekst", "+ plus", "===", "![ikke](et.png)",
      "Indkomst 2024: 3.000 kr. + 5 %", "(a) fed og kursivt",
    ] {
      #expect(set.output.contains("\n" + line + "\n"), "\(line)")
    }
  }

  @Test func `What a letter cannot hold is told with its words`() async throws {
    let run = try await imported("extras")
    #expect(run.ending == .exit(0), "\(run)")
    #expect(
      run.errorText == """
        warning: what stands below "Med venlig hilsen" is left in the text, for nobody knows which \
        is which
        hint: write closing:, signatures: and copies: in the head
        warning: a text box is left out: "Husk fristen"
        warning: a tracked change is taken as accepted: "indsat ord"
        warning: a page header is left out: "Vejby Kommune"
        warning: a page footer is left out: "Fortroligt"
        warning: a page break is left out
        warning: merged cells of a table are parted
        warning: the colour of a text is left out: "vigtigt!"
        warning: a field of Word is left out: "1. juni"
        warning: an underlining is left out: "understreget"
        warning: raised or lowered text is set on the line: "2a"


        """)
    let set = try await letterpdf("render", "extras.md", in: scratch.folder)
    #expect(set.ending == .exit(0), "\(set)")
  }

  @Test(arguments: [
    ("bomb", "it unpacks to more than the 96 MB it may have"),
    ("lying", "it is no whole ZIP archive"), ("torn", "it is no whole ZIP archive"),
    ("old", "it is protected by a password, or of a Word before 2007"),
    ("other", "it is no document of Word"),
  ])
  func `A file that is none, or has too much in it, is refused`(
    kind: String, reason: String
  ) async throws {
    let run = try await imported(kind)
    #expect(run.ending == .exit(1))
    #expect(run.errorText.hasPrefix("error: \"\(kind).docx\" cannot be read: \(reason)\nhint: "))
    #expect(scratch.names == [kind + ".docx"])
  }

  @Test func `Entities that hold each other end in an error`() async throws {
    let run = try await imported("laughs")
    #expect(run.ending == .exit(1))
    #expect(run.errorText.hasPrefix("error: pandoc cannot read \"laughs.docx\"\n"))
  }

  @Test func `A picture that is a file of the machine's is not fetched`() async throws {
    let run = try await imported("outside")
    #expect(run.ending == .exit(0), "\(run)")
    #expect(
      run.errorText.contains(
        "a picture is left out, for it is not in the file: \"file:///etc/passwd\""))
    #expect(!(try text("outside.md").contains("![")))
    #expect(scratch.names == ["outside.docx", "outside.md"])
  }

  @Test func `A second package in the file is seen by nobody`() async throws {
    let run = try await imported("twofold")
    #expect(run.ending == .exit(0), "\(run)")
    let letter = try text("twofold.md")
    #expect(letter.contains("**velfærdssektor**") && !letter.contains("SKJULT"))
  }

  @Test func `Control characters and numbers that are too large stop nothing`() async throws {
    let run = try await imported("controls")
    #expect(run.ending == .exit(0), "\(run)")
    #expect(run.errorText.contains("warning: a control character is left out, and 2 more\n"))
    #expect(
      run.errorText.contains("warning: the first number of a list is cut, for it is negative"))
    let letter = try text("controls.md")
    #expect(letter.contains("## Virtuelle stormøder\n"))
    #expect(letter.contains("999999998. Skriv til os\n999999999. Afvent svar\n"))
    let set = try await letterpdf("render", "controls.md", in: scratch.folder)
    #expect(set.ending == .exit(0), "\(set)")
  }

  @Test func `Nothing that is there is written over`() async throws {
    try scratch.write("mit brev", as: "letter.md")
    let run = try await imported("letter")
    #expect(run.ending == .exit(1))
    #expect(run.errorText.hasPrefix("error: \"letter.md\" is there already\n"))
    #expect(try text("letter.md") == "mit brev")
    let elsewhere = try await imported("letter", ["-o", "nyt brev (1) 100%.md"])
    #expect(elsewhere.ending == .exit(0), "\(elsewhere)")
    let set = try await letterpdf("render", "nyt brev (1) 100%.md", in: scratch.folder)
    #expect(set.ending == .exit(0), "\(set)")
  }

  @Test func `Where the letter cannot be written no folder is left`() async throws {
    // The folder's name is as long as names may be, and the letter's is longer.
    let stem = String(repeating: "x", count: 248)
    let run = try await imported("letter", ["-o", stem + ".markdown"])
    #expect(run.ending == .exit(1), "\(run)")
    #expect(run.errorText.contains("cannot write"), "\(run)")
    #expect(scratch.names == ["letter.docx"])
  }

  /// What pandoc itself writes comes back: lists in lists, notes, quotations, code, links.
  @Test func `Markdown that went through Word comes back`() async throws {
    let body = """
      Se [loven](https://retsinformation.dk/eli/lta/2024/1) og ~~ikke~~ dette.[^1]

      - Et
        - Under
        - Under igen
      - To

      3. Tre
      4. Fire

      > Et citat i flere ord.

      Se\\![her](https://kl.dk) og **fed**<!-- -->*kursiv*, x<!-- -->**(y)**<!-- -->z.

      Første linje\\
      anden linje

      | Til venstre | Til højre |
      | :-- | --: |
      | a | 1 |

      [^1]: Noten.

      """
    try scratch.write(body, as: "there.txt")
    let made = try await Run(
      "pandoc", ["-f", "gfm+footnotes", "there.txt", "-o", "there.docx"], in: scratch.folder)
    try #require(made.ending == .exit(0), "\(made)")
    let run = try await letterpdf("import", "there.docx", in: scratch.folder)
    #expect(run.ending == .exit(0), "\(run)")
    let letter = try text("there.md")
    for part in body.components(separatedBy: "\n\n") where !part.hasPrefix("| ") {
      #expect(letter.contains(part.trimmingCharacters(in: .newlines)), "\(part)\n\(letter)")
    }
    #expect(letter.contains("| a | 1 |"))
    try scratch.write("---\nlayout: brev\ndate: 2026-01-01\n---\n" + body, as: "set.md")
    let set = try await letterpdf("render", "set.md", "--format", "html", in: scratch.folder)
    #expect(set.ending == .exit(0), "\(set)")
    let page = try text("set.html")
    #expect(page.contains("<strong>fed</strong><em>kursiv</em>, x<strong>(y)</strong>z"), "\(page)")
  }

  @Test func `The commands of the page run`() async throws {
    let page = try Project.text("Docs/import.md")
    let made = try await judge("Tests/word", "letter", scratch.path("brev.docx"))
    try #require(made.ending == .exit(0), "\(made)")
    let path = Project.program.deletingLastPathComponent().path
    let commands = page.matches(of: /```sh\n((?s).*?)```/).map { String($0.output.1) }.joined()
    #expect(commands.contains("letterpdf import"))
    let run = try await Run(
      "bash", ["-euc", "PATH=\"\(path):$PATH\"\n" + commands], in: scratch.folder)
    #expect(run.ending == .exit(0), "\(run)")
    #expect(scratch.names.contains("svar.pdf"))
  }
}
