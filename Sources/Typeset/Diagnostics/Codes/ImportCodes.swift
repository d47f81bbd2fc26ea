/// Codes of letters that come from Word.
extension DiagnosticCode {
  package static let noPandoc = DiagnosticCode(
    "import.no-pandoc",
    cause: "Files of Word are read by pandoc, which is not installed.",
    cure: "Install it, as the hint says.")
  package static let importBroken = DiagnosticCode(
    "import.broken",
    cause: "The file is no document of Word, is damaged, or has more in it than it may have.",
    cure: "Open it in Word and save it as .docx.")
  package static let importLoss = DiagnosticCode(
    "import.loss",
    cause: "Something of the file is not in the letter, or not as it was.",
    cure: "Look whether the letter needs it, and write it there.")
  package static let importGuess = DiagnosticCode(
    "import.guess",
    cause: "Something that a letter needs was not found in the file, or was guessed.",
    cure: "Look whether the head is right, and write there what it lacks.")

  static let importCodes: [DiagnosticCode] = [.noPandoc, .importBroken, .importLoss, .importGuess]
}
