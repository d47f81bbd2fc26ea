import Testing

@testable import Typeset

/// What a careful colleague would ask about in the text of a letter.
struct BodySlipTests {
  /// A text, and what is said of it; a body begins in line 3.
  struct Slip: Sendable, CustomTestStringConvertible {
    let markdown: String
    let words: [String]

    init(_ markdown: String, _ words: String...) {
      self.markdown = markdown
      self.words = words
    }

    var testDescription: String { markdown }
  }

  static let placeholders = [
    Slip(
      "Kære [Navn]",
      "3:6 warning: \"[Navn]\" is printed as it stands | write the words that belong there, or {{Navn}} for a field of the records | write \\[ if the brackets are meant"
    ),
    Slip(
      "Kære [Peter]",
      "3:6 warning: \"[Peter]\" is printed as it stands | write the words that belong there, or {{Peter}} for a field of the records | write \\[ if the brackets are meant"
    ),
    Slip(
      "Vi mødes [indsæt dato] på rådhuset.",
      "3:10 warning: \"[indsæt dato]\" is printed as it stands | write the words that belong there, or {{indsæt dato}} for a field of the records | write \\[ if the brackets are meant"
    ),
    Slip(
      "Beløbet er *{felt}* kr.",
      "3:13 warning: \"{felt}\" is printed as it stands | write the words that belong there, or {{felt}} for a field of the records | write \\{ if the braces are meant"
    ),
    Slip(
      "Kære «Navn»",
      "3:6 warning: \"«Navn»\" is a merge field of Word, and is printed as it stands | write {{Navn}}"
    ),
    Slip(
      "Vej: «Adresse_1»",
      "3:6 warning: \"«Adresse_1»\" is a merge field of Word, and is printed as it stands | write {{Adresse_1}}"
    ),
    Slip(
      "Kære { MERGEFIELD Navn }",
      "3:8 warning: \"MERGEFIELD Navn\" is a merge field of Word, and is printed as it stands | write {{Navn}}"
    ),
    Slip(
      "Du får XXX kr. om måneden.",
      "3:8 warning: \"XXX\" stands where something is still to be written | write what belongs there"
    ),
  ]

  static let marks = [
    Slip(
      "Det er **vigtigt at vide.",
      "3:8 warning: \"**\" is printed as it stands, for it has no partner | write ** at both ends of the words, or \\** if the signs are meant"
    ),
    Slip(
      "Det er **fed ** tekst.",
      "3:8 warning: \"**fed **\" is printed with its signs, for a space is in the way | take the space out: **fed**"
    ),
    Slip(
      "Det er ~~slettet ~~ nu.",
      "3:8 warning: \"~~slettet ~~\" is printed with its signs, for a space is in the way | take the space out: ~~slettet~~"
    ),
    Slip(
      "![Kort over byen](mit kort.png)",
      "3:1 warning: the name of this picture has spaces, so that its line is printed instead | write ![Kort over byen](<mit kort.png>)"
    ),
    Slip(
      "Se [siden](https://kl.dk/min side).",
      "3:4 warning: this address has spaces, so that it is printed and no link | write [siden](<https://kl.dk/min side>), or \\[ if the bracket is meant"
    ),
    Slip(
      "Se [siden](https://kl.dk for mere.",
      "3:4 warning: this address has no \")\" at its end, and is printed as it stands | write [siden](https://kl.dk)"
    ),
    Slip(
      "Se [siden] (https://kl.dk) for mere.",
      "3:4 warning: \"[siden] (https://kl.dk)\" is no link | write [siden](https://kl.dk)"),
    Slip(
      "Se (siden)[https://kl.dk] for mere.",
      "3:4 warning: \"(siden)[https://kl.dk]\" is no link | write [siden](https://kl.dk)"),
    Slip(
      ":::\nBoks\n:::",
      "3:1 warning: \":::\" makes no box and is printed as it stands | begin the lines of a box with >, and the first with > [!note]"
    ),
    Slip(
      "Tekst\n\n\\newpage\n\nMere",
      "5:1 warning: \"\\newpage\" is a command of TeX, and is printed as it stands | delete it; pages break by themselves"
    ),
  ]

  static let parted = [
    Slip(
      "Det er *vigtigt at vide.",
      "3:8 warning: \"*\" is printed as it stands, for it has no partner | write * at both ends of the words, or \\* if the sign is meant"
    ),
    Slip(
      "Se \\\\srv\\mappe i dag.",
      "3:4 warning: of two backslashes one is printed: \"\\srv\\mappe\" | write it between \"`\", or double each backslash"
    ),
    Slip(
      "Se her <!-- glemt",
      "3:8 warning: the comment that begins here has no end, and is printed | write --> where it ends"
    ),
    Slip(
      "Prisen er {++200++} kr.",
      "3:11 warning: \"{++200++}\" is printed with its signs | write the words that are to stand there, without the signs"
    ),
    Slip(
      "![Kort](kort.png) {width=80mm}",
      "3:19 warning: \"{width=80mm}\" is printed, for a space stands before it | delete the space before {"
    ),
    Slip(
      "[!note] Husk\ndet",
      "3:1 warning: \"[!note]\" makes no call-out without > before it | begin this line and those below it with >"
    ),
    Slip(
      "Tekst\n\n```\nkode",
      "5:1 warning: the block of code that begins here has no end | write ``` on a line of its own below it"
    ),
    Slip(
      "Tekst\n\n````\nkode\n~~~\n```",
      "5:1 warning: the block of code that begins here has no end | write ``` on a line of its own below it"
    ),
    Slip(
      "Se [skemaet](https://borger.dk.",
      "3:4 warning: this address has no \")\" at its end, and is printed as it stands | write [skemaet](https://borger.dk)"
    ),
  ]

  static let blanks =
    ([
      ("TODO: skriv mere.", "3:1", "TODO"), ("Du får ____ kr. i dag.", "3:8", "____"),
      ("Den xx.xx.2026 mødes vi.", "3:5", "xx.xx.2026"), ("INDSÆT NAVN", "3:1", "INDSÆT"),
      ("Du får (indsæt beløb) kr.", "3:8", "(indsæt beløb)"),
      (
        "Klik eller tryk her for at skrive tekst.", "3:1",
        "Klik eller tryk her for at skrive tekst"
      ),
      ("Den dd.mm.åååå mødes vi.", "3:5", "dd.mm.åååå"), ("XXX", "3:1", "XXX"),
      ("Mødet er kl. XXX på onsdag.", "3:14", "XXX"),
    ] as [(String, String, String)]).map {
      Slip(
        $0,
        "\($1) warning: \"\($2)\" stands where something is still to be written | write what belongs there"
      )
    }

  static let lists = [
    Slip(
      "Vi skal bruge:\na. Kontrakt\nb. Budget",
      "4:1 warning: \"a.\" at the beginning of a line makes no list, so that the lines are joined | write 1. 2. 3., or leave an empty line between them"
    ),
    Slip(
      "Frister:\n1. december: A\n15. december: B",
      "4:1 warning: these lines begin with dates and are joined | begin each item with \"- \""),
    Slip(
      "•\tKontrakt\n•\tBudget",
      "3:1 warning: \"•\" at the beginning of a line makes no list | begin each item with \"- \" on a line of its own"
    ),
    Slip(
      "Vi skal bruge:\n• Kontrakt\n• Budget",
      "4:1 warning: \"•\" at the beginning of a line makes no list | begin each item with \"- \" on a line of its own"
    ),
    Slip(
      "\u{F0B7} Kontrakt\n\u{F0B7} Budget",
      "3:1 warning: \"\u{F0B7}\" at the beginning of a line makes no list | begin each item with \"- \" on a line of its own"
    ),
    Slip(
      "Vi skal bruge:\n– Kontrakt\n– Budget",
      "4:1 warning: \"–\" at the beginning of a line makes no list | begin each item with \"- \" on a line of its own"
    ),
    Slip(
      "Vi skal bruge:\no Kontrakt\no Budget",
      "4:1 warning: \"o\" at the beginning of a line makes no list | begin each item with \"- \" on a line of its own"
    ),
    Slip(
      "Vi skal bruge:\n-Kontrakt\n-Budget",
      "4:1 warning: a space is missing after \"-\", so that the lines are joined | begin each item with \"- \""
    ),
    Slip(
      "1.Kontrakt\n2.Budget",
      "3:1 warning: a space is missing after the number, so that the lines are joined | begin each item with \"1. \""
    ),
    Slip(
      "*Kontrakt\n*Budget",
      "3:1 warning: a space is missing after \"*\", so that the lines are joined | begin each item with \"* \""
    ),
    Slip(
      "Vi skal bruge:\na) Kontrakt\nb) Budget",
      "4:1 warning: \"a)\" at the beginning of a line makes no list, so that the lines are joined | write 1. 2. 3., or leave an empty line between them"
    ),
  ]

  static let loneItems = [
    Slip(
      "- 1. Indledning\n- 2. Baggrund",
      "3:1 warning: this item is set as number 1 of a list of its own | write 1\\. if the number belongs to the text",
      "4:1 warning: this item is set as number 2 of a list of its own | write 2\\. if the number belongs to the text"
    ),
    Slip(
      "Prisen er 200 kr.\n\n+ moms",
      "5:1 warning: \"+\" makes a list of one item here, and is not printed | write \\+ for the sign itself"
    ),
    Slip(
      "Prisen er 200 kr.* om året.\n\n* inkl. moms",
      "5:1 warning: \"*\" makes a list of one item here, and is not printed | write \\* for the sign itself"
    ),
  ]

  static let tables = [
    Slip(
      "| A | B |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |",
      "7:1 warning: this row stands apart from its table, and is printed with its bars | delete the empty line above it"
    ),
    Slip(
      "| A | B |\n|---|---|\n| 1 | 2 |\n: Tabel 1",
      "6:1 warning: this is a row of the table, and no caption | leave an empty line above it"),
    Slip(
      "| Post | Beløb |\n| Leje | 100 |",
      "3:1 warning: these lines are no table, for no line of hyphens is below the first | write | --- | --- | below it"
    ),
    Slip(
      "| A | B | C |\n|--|--|\n| 1 | 2 | 3 |",
      "4:1 warning: the line of hyphens has 2 columns and the line above it 3, so that this is no table | write | --- | --- | --- |"
    ),
    Slip(
      "Post\tBeløb\nLeje\t100",
      "3:1 warning: a tab is one space: these lines are set as running text | write them as a table: | Post | Beløb |"
    ),
    Slip(
      "Post        Beløb\nLeje        100",
      "3:1 warning: a run of spaces is one space: these lines are set as running text | write them as a table: | Post | Beløb |"
    ),
    Slip(
      "##Under\n\nTekst",
      "3:1 warning: a space is missing after \"##\", so that this is no heading | write ## Under"),
    Slip(
      "#Overskrift\n\nTekst",
      "3:1 warning: a space is missing after \"#\", so that this is no heading | write # Overskrift"
    ),
    Slip(
      "Vi har set på sagen.\n---\nMere tekst",
      "3:1 warning: this is set as a heading, for a line of hyphens or = stands below it | leave an empty line above the hyphens if it is text"
    ),
  ]

  static let letters = [
    Slip(
      "KÃ¦re borger, tak for dit svar pÃ¥ brevet.",
      "3:1 warning: \"KÃ¦re\" is \"Kære\", read in the wrong encoding | write Kære, and look for more of its kind"
    ),
    Slip(
      "Efter Â§ 12 og aftalen â€“ se nedenfor",
      "3:7 warning: \"Â§\" is \"§\", read in the wrong encoding | write §, and look for more of its kind"
    ),
    Slip(
      "K\u{FFFD}re borger",
      "3:1 warning: \"K\u{FFFD}re\" has lost a letter: U+FFFD stands in its place | write the word anew, and look for more of its kind"
    ),
    Slip(
      "Se Fejl! Henvisningskilde ikke fundet. for mere.",
      "3:4 warning: \"Fejl! Henvisningskilde ikke fundet\" is what Word writes for a lost reference | write what it referred to"
    ),
    Slip(
      "Skriv til anna @kommune.dk i dag.",
      "3:11 warning: \"anna @kommune.dk\" is a mail address with a space in it | take the space out"
    ),
  ]

  @Test(arguments: placeholders + marks + parted + blanks + loneItems + lists + tables + letters)
  func `What looks like a slip is told with what to write`(slip: Slip) throws {
    #expect(try warnings("---\n---\n" + slip.markdown) == slip.words)
  }

  @Test(arguments: [
    "Ministeren skriver, at »[kommunen] skal« svare [sic].",
    "Se § 12 [i loven], jf. [1] og punkt (a).",
    "Kære \\[Navn\\] og \\{felt}",
    "Klokken er {kl. 9, 10 eller 11}.",
    "Han sa «nei» og «Norge», og gikk.",
    "Efter 5 ** 3 og **** kommer 2*3*4.",
    "Cpr-nr. 010203-XXXX og kapitel XX, nr. XII",
    "Det koster 200\n– altså 100 mere end før.",
    "o Guds nåde\nvar med os",
    "Det er fint.  To mellemrum  efter punktum.  Sådan.",
    "Navn: ______________   Dato: ______________",
    "a) er det ene, og\nvi har ikke mere",
    "#12 er nummeret, og #dkpol er et mærke",
    "1.200 kroner\n2.400 kroner",
    "-5 grader\n-7 grader",
    "São Paulo, Ângela, âge, Ægte, ø og Å; €“\u{201D}",
    "Skriv til @kommune på nettet, eller til anna@kommune.dk.",
    "Vi skal bruge:\\\n• Kontrakt".replacing("•", with: "Kontrakt og"),
    "Linje et\\\na) Kontrakt\\\nb) Budget",
    "Se [siden](https://kl.dk) og [en til](<https://kl.dk/en to>).",
    "Adresse:: Vej 1\nBy:: 1234 By",
    "Vi har skrevet til XXX på adressen XXX i sagen mod XXX.",
    "Beløb: ____ kr. Dato (dd.mm.åååå): ____",
    "* et punkt, som er *vigtigt*\n\n+ A\n+ B\n\n- C\n  + D",
    "- 1. Indledning\n  2. Baggrund\n\n1. a\n   1. b",
    "Det koster 100 kr.* om året.\n\n*inkl. moms",
    "| A | B |\n|---|---|\n| 1 | 2 |\n\n: Tabel {width=wide}",
    "Mængden {x = 2} og {a=b c} er lille.",
    "Se C:\\\\mappe og 2026\\*",
    "~~~\nkode\n~~~\n\n> ```\n> mere\n> ```",
    "Han er født\n1. maj 1990 i Vejby.",
    "`**` og `[Navn]` og `{felt}`",
    "    XXX\n\n> [!note]\n> Husk det",
    "| A | B |\n|---|---|\n| 1 | 2 |",
    "Overskrift\n===\n\nTekst",
    "Der er en gave til dig!",
  ])
  func `What is meant is left alone`(markdown: String) throws {
    let told = try parseLetter(SourceFile(name: "letter.md", text: "---\n---\n" + markdown))
    let slips = told.warnings.filter {
      DiagnosticCode.slipCodes.map(\.text).contains($0.code?.text)
    }
    #expect(slips.map(brief) == [])
  }

  @Test func `A kind of list is told once in a letter`() throws {
    let told = try warnings("---\n---\n• A\n• B\n\n• C\n\n– D\n– E\n")
    #expect(told.map { String($0.prefix(3)) } == ["3:1", "8:1"])
  }

  @Test func `Slips in tables, headings, notes and JSON have their places`() throws {
    let told = try warnings(
      "---\n---\n# Til [Navn]\n\n| A |\n|---|\n| {felt} |\n\nSe[^1]\n\n[^1]: XXX\n")
    #expect(told.map { String($0.prefix { $0 != " " }) } == ["3:7", "7:3", "11:7"])
    let json = #"{"layout": "kl", "body": "K\u00e6re [Navn]\n\n\u2022 A"}"#
    let read = try parseLetter(SourceFile(name: "letter.json", text: json))
    #expect(read.warnings.map(\.place?.text) == ["[Navn]", "\\u2022"])
  }

  @Test func `Fields of records are no placeholders`() throws {
    let template = try LetterTemplate(
      markdown: Array("---\nlayout: kl\n---\nKære {{navn}}, {{#if x}}A{{/if}} {navn}\n".utf8),
      name: "letter.md")
    #expect(template.warnings.map(\.place?.text) == ["{navn}"])
  }
}
