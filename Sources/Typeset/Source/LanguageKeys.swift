/// The keys of a language's file, as the schema tells of them; ``parseLanguage(_:)`` reads them.
let languageKeys: [KeyDescription] = [
  KeyDescription(
    name: "language", form: .pattern("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"),
    meaning: "The language's tag (BCP 47).", standard: nil, example: "da", isRequired: true),
  KeyDescription(
    name: "months", form: .array(.text, count: 12...12),
    meaning: "The months, January first, as they stand within a sentence.", standard: nil,
    example: "[januar, februar, marts, april, maj, juni, juli, august, september, oktober, "
      + "november, december]", isRequired: true),
  KeyDescription(
    name: "date",
    form: .pattern("^(?=.*\\{day\\})(?=.*\\{month\\})(?=.*\\{year\\})"),
    meaning: "How a date is written, with {day}, {month} and {year}.", standard: nil,
    example: "\"{day}. {month} {year}\"", isRequired: true),
  KeyDescription(
    name: "short-date", form: .pattern("\\{year\\}"),
    meaning: "How it is written in figures, with {year} and {dd}, {mm}, {day} or {month}.",
    standard: "\"{year}-{mm}-{dd}\"", example: "\"{dd}.{mm}.{year}\""),
  KeyDescription(
    name: "words",
    form: .keysAndNamed(
      FixedWord.allCases.map {
        KeyDescription(
          name: $0.rawValue, form: .text, meaning: "A word that the program itself sets.",
          standard: nil)
      }, .text),
    meaning: "Fixed words; layouts name them, and others of one's own, as {label:date}.",
    standard: nil, example: "{to: Til, page-of: \"Side {page} af {pages}\"}"),
  KeyDescription(
    name: "enclosure-words", form: .list(.text),
    meaning: "Words that mention an enclosure, where letters mark that in the margin.",
    standard: nil, example: "[vedlagt, bilag]", otherwise: "none"),
  KeyDescription(
    name: "quotes", form: .array(.text, count: 2...4),
    meaning: "The opening and the closing quotation mark, then the inner ones.", standard: nil,
    example: "[», «, ›, ‹]", isRequired: true),
  KeyDescription(
    name: "decimal-mark", form: .choice([",", "."]), meaning: "What stands before decimals.",
    standard: "\",\""),
  KeyDescription(
    name: "group-mark", form: .choice([".", ",", "space"]),
    meaning: "What stands between groups of three figures.", standard: nil,
    otherwise: "the other of comma and full stop"),
  KeyDescription(
    name: "before-numbers", form: .list(.text),
    meaning: "Words that stay on one line with the number after them.", standard: nil,
    example: "[kl., nr., §]", otherwise: "none"),
  KeyDescription(
    name: "after-numbers", form: .list(.text),
    meaning: "Words that stay on one line with the number before them.", standard: nil,
    example: "[kr., mio., km]", otherwise: "none"),
  KeyDescription(
    name: "together", form: .list(.text),
    meaning: "Pairs that stay together: words themselves, or kinds of words in braces.",
    standard: nil, example: "[\"{day} {month}\", \"{initial} {name}\"]", otherwise: "none"),
  KeyDescription(
    name: "capitalizes-nouns", form: .flag, meaning: "Whether every noun has a capital.",
    standard: "false"),
  KeyDescription(
    name: "abbreviations", form: .named(.text),
    meaning: "What is read aloud for each, with {number} where it stands before a number.",
    standard: nil, example: "{jf.: jævnfør, \"stk. {number}\": stykke}", otherwise: "none"),
  KeyDescription(
    name: "vague-links", form: .list(.text),
    meaning: "Words of links that do not say where they lead, which is warned of.", standard: nil,
    example: "[her, klik her, læs mere]", otherwise: "none"),
  KeyDescription(
    name: "calling-code", form: .pattern("^\\+[0-9]{1,3}$"),
    meaning: "How telephone numbers of the country are called from abroad.", standard: nil,
    example: "\"+45\"", otherwise: "numbers without one cannot be called"),
  KeyDescription(
    name: "trunk-prefix", form: .pattern("^[0-9]{1,3}$"),
    meaning: "What national numbers begin with that is left out behind the calling code.",
    standard: nil, example: "\"0\"", otherwise: "none"),
  KeyDescription(
    name: "alphabet", form: .text, meaning: "The letters that fonts have to have.", standard: nil,
    example: "abcdefghijklmnopqrstuvwxyzæøå", isRequired: true),
  KeyDescription(
    name: "patterns", form: .text,
    meaning: "The file in the language's folder by which words are divided.", standard: nil,
    example: "hyphenation.table", otherwise: "words are not divided"),
]
