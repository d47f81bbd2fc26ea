import Proofing
import Testing

@testable import Typeset

/// What looks like a slip in the head of a letter, or in the whole of it.
struct HeadSlipTests {
  /// Lines of a head, which begin in line 2, and what is said of them.
  struct Slip: Sendable, CustomTestStringConvertible {
    let head: String
    var body = "Tekst."
    let words: [String]

    init(_ head: String, body: String = "Tekst.", _ words: String...) {
      self.head = head
      self.body = body
      self.words = words
    }

    var testDescription: String { head + " / " + body }
  }

  static let values = [
    Slip(
      "subject: Sag #12 om vejen",
      "2:14 warning: \"#12 om vejen\" is a comment and not a part of subject | put the whole value in quotes: \"Sag #12 om vejen\""
    ),
    Slip(
      "subject: #8a1538",
      "2:10 warning: \"#8a1538\" is a comment and not a part of subject | put the whole value in quotes: \"#8a1538\""
    ),
    Slip(
      "enclosures:\n  - Kort #2",
      "3:10 warning: \"#2\" is a comment and not a part of enclosures | put the whole value in quotes: \"Kort #2\""
    ),
    Slip(
      "to: Anna Holm\n  Vej 1\n  1234 By",
      "2:5 warning: these 3 lines are one line of the address | write \"to: |\" and the lines below it, indented by two spaces"
    ),
    Slip(
      "to: Anna Holm, Vej 1, 1234 By",
      "2:5 warning: the whole address stands on one line | write \"to: |\" and the lines below it, indented by two spaces"
    ),
    Slip(
      "to:\n  - Anna Holm\n  - Vej 1\n  - 1234 By",
      "5:5 warning: \"1234 By\" is listed as a recipient of its own | write \"to: |\" and the lines of the address below it, without hyphens | write each of several recipients in brackets: [Anna Holm, Vej 1, 1234 By]"
    ),
    Slip(
      "signatures:\n  - Bo Krag\n    Direktør",
      "3:5 warning: these 2 lines are one name | write {name: Bo Krag, title: Direktør} in their place"
    ),
    Slip(
      "subject: “Svar på brev”",
      "2:10 warning: subject is printed with these quotation marks | write straight ones (\") or none if they are not part of it"
    ),
    Slip(
      "subject: '**Vigtigt** om sagen'",
      "2:10 warning: subject is printed with its stars: the head has no markup | write Vigtigt alone; the layout says what is bold"
    ),
    Slip(
      "opening: Kære «Navn»",
      "2:15 warning: \"«Navn»\" is a merge field of Word, and is printed as it stands | write {{Navn}}"
    ),
    Slip(
      "subject: \"[Emne]\"",
      "2:11 warning: \"[Emne]\" is printed as it stands | write the words that belong there, or {{Emne}} for a field of the records"
    ),
    Slip(
      "to: |\n  Anna Holm\n  [Postnummer og by]",
      "4:3 warning: \"[Postnummer og by]\" is printed as it stands | write the words that belong there, or {{Postnummer og by}} for a field of the records"
    ),
    Slip(
      "unit: \"[Gade og nummer]\"",
      "2:8 warning: \"[Gade og nummer]\" is printed as it stands | write the words that belong there, or {{Gade og nummer}} for a field of the records"
    ),
    Slip(
      "email: \"[E-mailadresse]\"",
      "2:9 warning: \"[E-mailadresse]\" is printed as it stands | write the words that belong there, or {{E-mailadresse}} for a field of the records"
    ),
    Slip(
      "subject: SvÃ¦r sag",
      "2:10 warning: \"SvÃ¦r\" is \"Svær\", read in the wrong encoding | write Svær, and look for more of its kind"
    ),
    Slip(
      "email: anna holm@kommune.dk",
      "2:8 warning: email is \"anna holm@kommune.dk\", which is no mail address | write it as name@example.dk"
    ),
    Slip(
      "phone: 33 7O 34 58",
      "2:8 warning: phone has \"7O\", in which figures and letters are mixed | write figures: 0 for O, 1 for l"
    ),
  ]

  static let addresses = [
    Slip(
      "to: >\n  Anna Holm\n  Vej 1\n  1234 By",
      "2:5 warning: these 3 lines are one line of the address | write \"to: |\" and the lines below it, indented by two spaces"
    ),
    Slip(
      "to: \"Anna Holm\n  Vej 1\n  1234 By\"",
      "2:5 warning: these 3 lines are one line of the address | write \"to: |\" and the lines below it, indented by two spaces"
    ),
    Slip(
      "to: Anna Holm<br>Vej 1<br>1234 By",
      "2:5 warning: the whole address stands on one line | write \"to: |\" and the lines below it, indented by two spaces"
    ),
    Slip(
      "to: Anna Holm\\nVej 1\\n1234 By",
      "2:5 warning: the whole address stands on one line | write \"to: |\" and the lines below it, indented by two spaces"
    ),
    Slip(
      "to: Anna Holm / Vej 1 / 1234 By",
      "2:5 warning: the whole address stands on one line | write \"to: |\" and the lines below it, indented by two spaces"
    ),
    Slip(
      "to: |\n  - Anna Holm\n  - Vej 1",
      "3:3 warning: the hyphen before \"Anna Holm\" is printed | write the lines without hyphens"),
    Slip(
      "to: |\n  Anna Holm\n  Vej 1\n  321O Vejby",
      "5:3 warning: \"321O\" is a postcode with a letter in it | write 3210"),
    Slip(
      "to: |\n  Anna Holm\n  SÃ¦rvej 1\n  1234 By",
      "4:3 warning: \"SÃ¦rvej\" is \"Særvej\", read in the wrong encoding | write Særvej, and look for more of its kind"
    ),
  ]

  static let items = [
    Slip(
      "signatures: |\n  Ida Holm\n  Bo Krag",
      "2:13 warning: these 2 lines are one item of signatures | write signatures: and below it each of them behind \"- \""
    ),
    Slip(
      "enclosures: |\n  Kort\n  Budget",
      "2:13 warning: these 2 lines are one item of enclosures | write enclosures: and below it each of them behind \"- \""
    ),
    Slip(
      "copies: |\n  Anna\n  Bo",
      "2:9 warning: these 2 lines are one item of copies | write copies: and below it each of them behind \"- \""
    ),
    Slip(
      "signatures: [Ida Holm, Sagsbehandler]",
      "2:24 warning: \"Sagsbehandler\" signs as a person of that name | write {name: Ida Holm, title: Sagsbehandler} for both"
    ),
    Slip(
      "signatures:\n  - Bo Krag\n    Chef, Teknik",
      "3:5 warning: these 2 lines are one name | write {name: Bo Krag, title: \"Chef, Teknik\"} in their place"
    ),
    Slip(
      "email: anna@kommune",
      "2:8 warning: email is \"anna@kommune\", which is no mail address | write it as name@example.dk"
    ),
    Slip(
      "email: anna@kommune,dk",
      "2:8 warning: email is \"anna@kommune,dk\", which is no mail address | write it as name@example.dk"
    ),
    Slip(
      "email: \"[a@b.dk](mailto:a@b.dk)\"",
      "2:8 warning: email is a link of Markdown, and the head has no markup | write a@b.dk alone"),
    Slip("date: 2206-11-22", "2:7 warning: the letter is of the year 2206 | check the year"),
    Slip(
      "opening: Kære <navn>",
      "2:15 warning: \"<navn>\" is printed as it stands | write the words that belong there, or {{navn}} for a field of the records"
    ),
    Slip(
      "opening: Kære XXX",
      "2:15 warning: \"XXX\" stands where something is still to be written | write what belongs there"
    ),
    Slip(
      "subject: \"\"",
      "2:10 warning: the subject is empty | write it, or title: for the mailbox alone"),
  ]

  static let wholes = [
    Slip(
      "subject: Sag", body: "",
      "4:1 warning: the letter has no text | write it below the head"),
    Slip(
      "opening: Kære Anna", body: "Kære Anna\n\nTekst.",
      "4:1 warning: the letter greets twice: opening says it already | delete this line, or opening in the head"
    ),
    Slip(
      "signatures: Bo Krag", body: "Tekst.\n\nMed venlig hilsen",
      "6:1 warning: the letter closes twice: the head says it already | delete this line, or closing and signatures in the head"
    ),
    Slip(
      "subject: Sag", body: "Emne: Sagen\n\nTekst.",
      "4:1 warning: the subject stands in the head and here | delete this line"),
    Slip(
      "layout: kl", body: "Emne: Sagen\n\nTekst.",
      "4:1 warning: \"Emne: Sagen\" is a line of the text | write subject: in the head instead"),
    Slip(
      "date: 2026-11-22", body: "Dato: 22. november 2026\n\nTekst.",
      "4:1 warning: the date stands in the head and here | delete this line"),
    Slip(
      "to: Anna Holm", body: "Til: Anna Holm\n\nTekst.",
      "4:1 warning: the recipient stands in the head and here | delete this line"),
    Slip(
      "layout: kl", body: "Dato: 22-11-2026\n\nTekst.",
      "4:1 warning: \"Dato: 22-11-2026\" is a line of the text | write date: in the head instead"),
    Slip(
      "closing: Hilsen", body: "Tekst.\n\nMvh.",
      "6:1 warning: the letter closes twice: the head says it already | delete this line, or closing and signatures in the head"
    ),
    Slip(
      "closing: Hilsen", body: "Tekst.\n\nMed venlig hilsen\\\nBo Krag",
      "6:1 warning: the letter closes twice: the head says it already | delete this line, or closing and signatures in the head"
    ),
    Slip(
      "subject: Sag", body: "---\nlayout: kl\n---\n\nTekst.",
      "4:1 warning: a second head begins here, and is printed | move its lines into the first one"),
    Slip(
      "layout: kl", body: "Tekst.\n\nBilag: Notat: støj, side 2",
      "6:1 warning: \"Bilag: Notat: støj, side 2\" is a line of the text | write enclosures: [\"Notat: støj, side 2\"] in the head"
    ),
    Slip(
      "layout: kl", body: "Tekst.\n\nBilag: Kort, Budget",
      "6:1 warning: \"Bilag: Kort, Budget\" is a line of the text | write enclosures: [Kort, Budget] in the head"
    ),
  ]

  @Test(arguments: values + addresses + items + wholes)
  func `What looks like a slip is told with what to write`(slip: Slip) throws {
    #expect(try warnings("---\n\(slip.head)\n---\n\(slip.body)") == slip.words)
  }

  @Test(arguments: [
    "subject: Sag  # en bemærkning\nlayout: kl # husets",
    "subject: C# og F#1",
    "to: Kommunalbestyrelsen, Økonomiudvalget og Direktionen",
    "to:\n  - Anna Holm\n  - Bo Krag\n  - [Carl, Vej 1, 1234 By]",
    "to: |\n  Anna Holm\n  Vej 1\n  1234 By",
    "subject: Svar på »Brev om \"sagen\"« fra 'dem'",
    "subject: “Svar” og “brev”",
    "subject: >\n  En lang\n  overskrift",
    "phone: 33 70 34 58, lok. 12",
    "email: anna@kommune.dk\nphone: \"{{telefon}}\"",
    "signatures: [Anna Holm, {name: Bo Krag, title: Direktør}]",
    "signatures: [Ida Holm, Bo Leder]",
    "to: |\n  Anna Holm\n  Afd. 3B / 2. sal\n  1234 By",
    "to:\n  - |\n    Anna Holm\n    1234 By\n  - |\n    Bo Krag\n    1234 By",
    "email: a.b@c.d.dk\ndate: 1999-12-31",
    "subject: Om <a> og b\nto: \"Anna Holm\\nVej 1\"",
    "copies:\n  - En meget lang modtager\n    af kopien",
  ])
  func `What is meant is left alone`(head: String) throws {
    #expect(try warnings("---\n\(head)\n---\nTekst.") == [])
  }

  @Test(arguments: [
    ("signatures: Bo", "Tekst.\n\nHilsen fra os alle til jer."),
    ("opening: Kære Anna", "Kære Anna, tak for dit brev. Vi har set på det."),
    ("subject: Sag", "Til sagen: vi har set på den, og den er god nok. Mere følger."),
    ("layout: kl", "Tekst.\n\nMed venlig hilsen\n\nBo"),
    ("date: 2026-11-22", "Dato: 1. december 2026\n\nTekst."),
    ("to: Anna Holm", "Til: Beboerne\n\nTekst."),
    ("layout: kl", "Dato: ____\n\nEmne: ____\n\nTekst."),
    ("layout: kl", "Dato: 1. december 2026 kl. 10\n\nTekst."),
    ("opening: Kære Anna", "Kære Anna har vi skrevet til i dag om sagen."),
    ("closing: Hilsen", "Tekst.\n\nVenlig hilsen i øvrigt fra os alle her i huset"),
    ("layout: kl", "Tekst.\n\nBilag: 3 stk. er vedlagt denne skrivelse."),
    ("enclosures: [Kort]", "Tekst.\n\nBilag: Kort"),
  ])
  func `What is said once is left alone`(head: String, body: String) throws {
    #expect(try warnings("---\n\(head)\n---\n\(body)") == [])
  }

  @Test func `The letters that come along have no slips`() throws {
    let folder = Project.path("Examples")
    for name in fileNames(in: folder).sorted() where name.hasSuffix(".md") {
      let bytes = try readFile(at: "\(folder)/\(name)", limit: sourceSizeLimit)
      #expect(try Letter(markdown: bytes, name: name).warnings.map(brief) == [], "\(name)")
    }
  }
}
