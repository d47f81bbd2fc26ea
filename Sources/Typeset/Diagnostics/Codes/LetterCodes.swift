/// Codes of letters.
extension DiagnosticCode {
  package static let oneLetterWanted = DiagnosticCode(
    "letter.list",
    cause: "A list of letters stands where one is wanted.",
    cure: "Set many letters with letterpdf merge, or give one object.")
  package static let openHead = DiagnosticCode(
    "letter.open-head",
    cause: "The head begins with --- and has no end.",
    cure: "Put a line of --- between the head and the text.")
  package static let noLayout = DiagnosticCode(
    "letter.no-layout",
    cause: "The letter does not say in which layout it is set.",
    cure: "Write layout: in its head, or give --layout.")
  package static let noDate = DiagnosticCode(
    "letter.no-date",
    cause: "The letter has no date, which its file needs too: no clock is asked.",
    cure: "Write date: YYYY-MM-DD in its head, or give --date.")
  package static let missingField = DiagnosticCode(
    "letter.missing-field",
    cause: "The layout wants a field that the letter lacks.",
    cure: "Write the field in the head.")
  package static let recipients = DiagnosticCode(
    "letter.recipients",
    cause: "A recipient is incomplete, or what is said of one is said of several.",
    cure: "Give each recipient a name or lines; the hint shows how.")
  package static let addressForm = DiagnosticCode(
    "letter.address-form",
    cause: "An address is written as postal services do not take it.",
    cure: "Write the line as the hint says.")
  package static let signatures = DiagnosticCode(
    "letter.signatures",
    cause: "There are more signers, or more images beside them, than there is room for.",
    cure: "Sign with fewer, or one to a line.")
  package static let footnotes = DiagnosticCode(
    "letter.footnotes",
    cause: "A footnote is referred to and not written, written and not referred to, or holds "
      + "more than paragraphs.",
    cure: "Write the mark and the note both, and lists and images in the text.")
  package static let callout = DiagnosticCode(
    "letter.callout",
    cause: "A call-out is of no known kind, is empty, or stands in another.",
    cure: "Write one of the kinds, with text, by itself.")
  package static let emptyHeading = DiagnosticCode(
    "letter.empty-heading",
    cause: "A heading has no words.",
    cure: "Delete it, or write them.")
  package static let indentedCode = DiagnosticCode(
    "letter.indented-code",
    cause: "Lines that begin with four spaces are code in Markdown.",
    cure: "Delete the spaces, or fence the code.")
  package static let numberedParagraph = DiagnosticCode(
    "letter.numbered-paragraph",
    cause: "A paragraph that begins with a number and a full stop is a list in Markdown.",
    cure: "Put a backslash before the full stop.")
  package static let tableRow = DiagnosticCode(
    "letter.table-row",
    cause: "A row of a table has more cells than the table has columns.",
    cure: "Give each row as many cells, and write | within a cell as \\|.")
  package static let deadLink = DiagnosticCode(
    "letter.dead-link",
    cause: "A link leads nowhere, or is of a kind that a letter cannot have.",
    cure: "Write an address that begins with https://, http://, mailto: or tel:.")
  package static let vagueLink = DiagnosticCode(
    "letter.vague-link",
    cause: "The words of a link say nothing of where it leads, as klik her (WCAG 2.2, 2.4.9).",
    cure: "Make those words the link that name what is there.")
  package static let html = DiagnosticCode(
    "letter.html",
    cause: "The text has HTML, which a letter cannot hold.",
    cure: "Write it in Markdown, or a backslash before the <.")
  package static let attribute = DiagnosticCode(
    "letter.attribute",
    cause: "An attribute or class in braces is not known there, or has a value that it cannot "
      + "have.",
    cure: "Use one that the hint names.")
  package static let inlineImage = DiagnosticCode(
    "letter.inline-image",
    cause: "An image in a line has a caption or a place, for which a line has no room; or it is "
      + "set smaller to fit.",
    cure: "Give the image a paragraph of its own.")
  package static let hyphenation = DiagnosticCode(
    "letter.hyphenation",
    cause: "A word of hyphenation.exceptions is not a word with hyphens.",
    cure: "Write one word with its hyphens, as Kommu-nernes.")
  package static let longParagraph = DiagnosticCode(
    "letter.long-paragraph",
    cause: "A paragraph has more bytes than lines can be found for in sensible time.",
    cure: "Leave an empty line where a new one begins.")
  package static let noSuchLanguage = DiagnosticCode(
    "letter.no-such-language",
    cause: "There is no such language among those that come along, or it has no patterns to "
      + "divide words by.",
    cure: "Write one of those that the hint lists.")

  static let letterCodes: [DiagnosticCode] = [
    .oneLetterWanted, .openHead, .noLayout, .noDate, .missingField, .recipients, .addressForm,
    .signatures, .footnotes, .callout, .emptyHeading, .indentedCode, .numberedParagraph, .tableRow,
    .deadLink, .vagueLink, .html, .attribute, .inlineImage, .hyphenation, .longParagraph,
    .noSuchLanguage,
  ]
}
