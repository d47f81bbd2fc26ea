/// Codes of what is no fault of a letter and looks like a slip of the pen: all are warnings.
extension DiagnosticCode {
  package static let placeholder = DiagnosticCode(
    "letter.placeholder",
    cause: "A word in brackets or braces, a field of a word processor or a row of X stands where "
      + "words should.",
    cure: "Write the words, {{name}} for a field of the records, or a backslash before the "
      + "bracket.")
  package static let looseMark = DiagnosticCode(
    "letter.loose-mark",
    cause: "A mark of Markdown is printed as it stands: nothing closes it, or a space is in the "
      + "way.",
    cure: "Close it, take the space out, or put a backslash before it.")
  package static let typedList = DiagnosticCode(
    "letter.typed-list",
    cause: "Lines begin with a bullet or a number that makes no list in Markdown, and run into "
      + "one paragraph.",
    cure: "Begin each item with \"- \" or \"1. \".")
  package static let typedTable = DiagnosticCode(
    "letter.typed-table",
    cause: "Lines look like a table – with bars, tabs or runs of spaces – and are none in "
      + "Markdown.",
    cure: "Put bars between the cells and a line of | --- | --- | below the first.")
  package static let typedHeading = DiagnosticCode(
    "letter.typed-heading",
    cause: "A line looks like a heading and is none, or is one and looks like text.",
    cure: "Write a space after the #, or an empty line above ---.")
  package static let lostCharacter = DiagnosticCode(
    "letter.lost-character",
    cause: "A program read or wrote the text in the wrong encoding, and letters were lost.",
    cure: "Write the letters anew, and save the source as UTF-8.")
  package static let emptyBody = DiagnosticCode(
    "letter.empty-body",
    cause: "Nothing is written below the head.",
    cure: "Write the text of the letter there.")
  package static let joinedLines = DiagnosticCode(
    "letter.joined-lines",
    cause: "What stands on several lines of the file is set on one.",
    cure: "Write a list, or a bar after the key and the lines indented below it.")
  package static let partedAddress = DiagnosticCode(
    "letter.parted-address",
    cause: "The lines of one address are listed as if each were a recipient, or stand on one "
      + "line.",
    cure: "Write a bar after to: and the lines of the address below it, indented.")
  package static let cutValue = DiagnosticCode(
    "letter.cut-value",
    cause: "A # after a space begins a comment in YAML, so that the value ends before it.",
    cure: "Put the whole value in quotes.")
  package static let headMarkup = DiagnosticCode(
    "letter.head-markup",
    cause: "A value of the head has marks of Markdown, or quotation marks that are printed with "
      + "it.",
    cure: "Write the words alone; only the text below the head has markup.")
  package static let saidTwice = DiagnosticCode(
    "letter.said-twice",
    cause: "What the head says stands in the text as well, or the text says what belongs in the "
      + "head.",
    cure: "Keep it in the head.")
  package static let wordProcessor = DiagnosticCode(
    "letter.word-processor",
    cause: "The text has what a word processor or another program left in it.",
    cure: "Write what was meant.")
  package static let contact = DiagnosticCode(
    "letter.contact",
    cause: "A mail address has a space in it or no @, or a telephone number has letters.",
    cure: "Write the address or the number anew.")
  package static let titleAsName = DiagnosticCode(
    "letter.title-as-name",
    cause: "A title stands in the list of those who sign, where a person's name would.",
    cure: "Write {name: …, title: …} for the person.")
  package static let unlikelyYear = DiagnosticCode(
    "letter.unlikely-year",
    cause: "The letter's date is of a year before 1990 or after 2099.",
    cure: "Check the year.")
  package static let noHead = DiagnosticCode(
    "letter.no-head",
    cause: "The letter has lines of a head, and not the line of --- above them.",
    cure: "Put a line of --- above the head and one below it.")

  static let slipCodes: [DiagnosticCode] = [
    .placeholder, .looseMark, .typedList, .typedTable, .typedHeading, .lostCharacter, .emptyBody,
    .joinedLines, .partedAddress, .cutValue, .headMarkup, .saidTwice, .wordProcessor, .contact,
    .titleAsName, .unlikelyYear, .noHead,
  ]
}
