/// A key of a letter's head.
typealias LetterKey<Setting> = Key<DiagnosticCollector, Setting>

// The keys that every letter may have; a layout declares further ones.
extension Letter {
  /// The keys of the head, in the order in which the reference tells of them.
  static let headKeys: [LetterKey<Self>] =
    routingKeys + partKeys + [
      LetterKey(
        "hyphenation", form: { .hyphenation },
        "`{exceptions: [Kommu-nernes]}`: words with their own divisions. A word without a hyphen is "
          + "never divided.", example: "{exceptions: [Kommu-nernes]}"
      ) { readHyphenation(&$1, into: &$0, &$2) },
      LetterKey(
        "delivery", form: { .keys(Delivery.keys.map { $0.described(nil) }) },
        "How the letter is sent by Digital Post and remote print, `--memo` and `--forsendelse`; on no "
          + "page.", example: "{route: digital, reply: no}"
      ) { $0.delivery = readDelivery(&$1, &$2) },
      LetterKey(
        "fields", form: { .named(.field) },
        "Fields that the layout declares, where one would rather not write them at the top.",
        example: "{unit: Teknik og Miljø}", otherwise: "none"
      ) { _, _, _ in },
    ]

  /// Their names.
  static let keys = headKeys.map(\.name)

  private static let routingKeys: [LetterKey<Self>] = [
    LetterKey(
      "layout", form: { .reference },
      "The layout, by name or by the path of a file.", example: "brev",
      otherwise: "the one that --layout names"
    ) { $0.$layout = $1.text("layout", &$2) },
    LetterKey(
      "date", form: { .filled(.date) },
      "The day, `YYYY-MM-DD`; it is also the PDF's date of creation.", example: "2026-03-11",
      otherwise: "the one that --date says"
    ) { $0.$date = $1.date("date", &$2) },
    LetterKey(
      "language", \.$language, .language,
      "`da`, `en`, `de`, `sv`, `nb`, `nn`, `fo`, `kl`, `fi` or `fr`, also with a region (`en-GB`), "
        + "which the PDF keeps; the layout's own when left out.", example: "da",
      otherwise: "the layout's own"),
    LetterKey(
      "subject", \.$subject, .text, "The letter's heading, and its title in the mailbox.",
      example: "Ny affaldsordning fra 1. maj", otherwise: "none"),
    LetterKey(
      "title", \.$title, .text,
      "The document title, where it differs from the subject or the subject is not to be printed.",
      example: "Ny affaldsordning", otherwise: "the subject"),
    LetterKey(
      "author", \.$author, .text, "Who the PDF says wrote it.", example: "Ida Holm",
      otherwise: "nobody"),
    LetterKey(
      "to", form: { .recipients }, "Whom it is for; see below.",
      example: "[Anna Sørensen, \"Møllevej 12, 2. th.\", 3210 Vejby]", otherwise: "nobody"
    ) {
      $0.recipients = readRecipients(&$1, &$2)
    },
    LetterKey(
      "attention", form: { .text }, "`Att.:` for the only recipient.", example: "Hanne Holm",
      otherwise: "nobody's"
    ) { _, _, _ in },
    LetterKey(
      "confidentiality", \.$confidentiality, .text, "A mark such as `Fortroligt`.",
      example: "Fortroligt", otherwise: "none"),
  ]

  private static let partKeys: [LetterKey<Self>] = [
    LetterKey(
      "opening", \.$opening, .text, "The salutation, `Kære …`.", example: "Kære Anna Sørensen",
      otherwise: "the layout's own"),
    LetterKey(
      "closing", \.$closing, .text,
      "The complimentary close, `Med venlig hilsen`.", example: "Med venlig hilsen",
      otherwise: "the layout's own, where somebody signs"),
    LetterKey(
      "signatures", form: { .array(.signatures, count: 1...6) },
      "One to six: a name, or `{name, title, image}`. `title` may be a list of lines; `image` is a "
        + "scanned signature beside the letter. `[Anna Holm, Bo Krag]` within the list share a line, "
        + "with a stroke between them.", example: "[{name: Ida Holm, title: Teknisk chef}]",
      otherwise: "nobody signs"
    ) { $0.signatures = readSignatures(&$1, &$2) },
    LetterKey(
      "postscript", \.$postscript, .text, "Set after the signatures.",
      example: "Mødet er flyttet til kl. 14.30.", otherwise: "none"),
    LetterKey(
      "enclosures", form: { .list(.enclosure) },
      "Titles, or `{title, file}`; the pages of `file`, a PDF beside the letter, are appended; if it "
        + "is tagged, it is heard as it says itself, else by its title alone (and a warning says so).",
      example: "[Kort over de nye pladser]", otherwise: "none"
    ) { $0.enclosures = readEnclosures(&$1, &$2) },
    LetterKey(
      "copies", \.$copies, .texts, "Who receives copies.", example: "[Grundejerforeningen]",
      otherwise: "nobody"),
  ]

  /// The reference fields, which a letter has whatever its layout declares.
  static let fieldDescriptions: [KeyDescription] = [
    ("case-id", "The number of the case.", "26/1842"),
    ("document-id", "That of the document.", "118-26"),
    ("email", "The mail address to answer to.", "miljoe@vejby.example"),
    ("phone", "The telephone number to call.", "48 70 01 24"),
    ("your-reference", "The recipient's own reference.", "AB-12"),
  ].map {
    KeyDescription(
      name: $0, form: .field, meaning: $1, standard: nil, example: $2, otherwise: "it is left out")
  }

  /// The key that was meant by a word for it, or by a slip of the pen; nil when none is near.
  static func key(meantBy written: String, among names: [String] = []) -> String? {
    meantName(by: written, in: keys + names)
  }
}

private func readHyphenation(
  _ reader: inout MappingReader, into letter: inout Letter,
  _ problems: inout DiagnosticCollector
) {
  guard var hyphenation = reader.mapping("hyphenation", &problems) else { return }
  hyphenation.read(hyphenationKeys, into: &letter, &problems)
}

private let hyphenationKeys: [LetterKey<Letter>] = [
  LetterKey(
    "exceptions", .texts, "Words with their own divisions.", example: "[Kommu-nernes]",
    otherwise: "none"
  ) { (letter, words: [Located<String>], problems) in
    takeExceptions(words, into: &letter, &problems)
  }
]

private func takeExceptions(
  _ words: [Located<String>], into letter: inout Letter, _ problems: inout DiagnosticCollector
) {
  for word in words {
    if word.value.contains(" ") || !word.value.contains(where: \.isLetter) {
      problems.add(
        .error(
          .hyphenation, "\(quoted(word.value)) is not a word with hyphens", at: word.place,
          hint: "write one word with its hyphens, as Kommu-nernes"))
    } else {
      letter.hyphenationExceptions.append(word.value)
    }
  }
}

extension KeyForm {
  /// How a letter's words are divided.
  static let hyphenation = KeyForm.definition("hyphenation", "How words are divided.") {
    .keys(hyphenationKeys.map { $0.described(nil) })
  }

  /// What a field of a letter may be.
  static let field = KeyForm.either([.word, .nothing])
}
