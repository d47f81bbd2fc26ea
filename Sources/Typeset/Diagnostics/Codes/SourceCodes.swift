/// Codes of the text of files, whatever they are: ``DiagnosticCode/within(_:)`` names the kind of file.
extension DiagnosticCode {
  package static let unknownKey = DiagnosticCode(
    "source.unknown-key",
    cause: "A key is not one of those that can stand there; most are misspelt.",
    cure: "Write the key that the hint names, or take it out. See Docs/letter-format.md and "
      + "Docs/layout-reference.md.")
  package static let duplicateKey = DiagnosticCode(
    "source.duplicate-key",
    cause: "One mapping has the same key twice, and only one of its values could count.",
    cure: "Keep one of the two.")
  package static let missingKey = DiagnosticCode(
    "source.missing-key",
    cause: "A key is missing without which the rest means nothing.",
    cure: "Add the key, as the hint writes it.")
  package static let wrongType = DiagnosticCode(
    "source.wrong-type",
    cause: "A value is of another kind than the key takes: a list where one text belongs, say, "
      + "or nothing.",
    cure: "Write the value in the form that the message names.")
  package static let wrongWord = DiagnosticCode(
    "source.wrong-word",
    cause: "A value is not one of the few words that the key takes.",
    cure: "Write one of the words that the hint lists.")
  package static let outOfRange = DiagnosticCode(
    "source.out-of-range",
    cause: "A number or a length is smaller or larger than makes sense there.",
    cure: "Write one within the bounds that the message gives.")
  package static let noUnit = DiagnosticCode(
    "source.no-unit",
    cause: "A length is a bare number, and nothing says of what.",
    cure: "Put a unit behind it: mm, cm, in, pt.")
  package static let unknownUnit = DiagnosticCode(
    "source.unknown-unit",
    cause: "A length has a unit that is not known.",
    cure: "Use one of the units that the hint lists.")
  package static let noSuchDay = DiagnosticCode(
    "source.no-such-day",
    cause: "A date is none: the month has not so many days, or it is written another way.",
    cure: "Write the day as YYYY-MM-DD.")
  package static let notALanguage = DiagnosticCode(
    "source.not-a-language",
    cause: "What should name a language is no tag of one (BCP 47).",
    cure: "Write a tag such as da, en or en-GB.")
  package static let yamlSyntax = DiagnosticCode(
    "source.yaml-syntax",
    cause: "The text is not valid YAML (YAML 1.1 as libyaml reads it).",
    cure: "Mend the line as the hint says; a value with a colon or a hash belongs between "
      + "quotes.")
  package static let jsonSyntax = DiagnosticCode(
    "source.json-syntax",
    cause: "The text is not valid JSON (RFC 8259).",
    cure: "Mend it at the place, or have a program write it.")
  package static let emptyFile = DiagnosticCode(
    "source.empty-file",
    cause: "The file has nothing in it but white space.",
    cure: "Check that it is the right file, and was saved.")
  package static let notUTF8 = DiagnosticCode(
    "source.not-utf-8",
    cause: "The file is not UTF-8, the only encoding that letters and layouts have.",
    cure: "Save it as UTF-8; for records give --encoding latin-1 where that is what they are.")
  package static let notText = DiagnosticCode(
    "source.not-text",
    cause: "The file is what another program made – a document of Word, a PDF, a picture – and no "
      + "text.",
    cure: "Write the letter as Markdown, or convert it.")
  package static let controlCharacter = DiagnosticCode(
    "source.control-character",
    cause: "The file has a character that has no place in a text, as programs leave them.",
    cure: "Delete the character.")
  package static let tooBig = DiagnosticCode(
    "source.too-big",
    cause: "The file has more bytes than one of its kind may have.",
    cure: "Keep images and enclosures in files of their own, or make the file smaller.")
  package static let nestedTooDeep = DiagnosticCode(
    "source.nested-too-deep",
    cause: "Lists, objects, quotations or spans stand in each other deeper than any letter "
      + "needs.",
    cure: "Nest them less.")
  package static let unclosedBraces = DiagnosticCode(
    "source.unclosed-braces",
    cause: "Braces are open that nothing closes, or close what is not open.",
    cure: "Close them, or write the brace itself twice in a layout, with a backslash in a "
      + "letter.")

  static let sourceCodes: [DiagnosticCode] = [
    .unknownKey, .duplicateKey, .missingKey, .wrongType, .wrongWord, .outOfRange, .noUnit,
    .unknownUnit, .noSuchDay, .notALanguage, .yamlSyntax, .jsonSyntax, .emptyFile, .notUTF8,
    .notText, .controlCharacter, .tooBig, .nestedTooDeep, .unclosedBraces,
  ]
}
