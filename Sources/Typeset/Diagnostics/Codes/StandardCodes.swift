/// Codes of what a standard wants.
extension DiagnosticCode {
  package static let noTitle = DiagnosticCode(
    "standard.no-title",
    cause: "The letter has no title, which the standard wants.",
    cure: "Give it a subject or a title.")
  package static let noAlternative = DiagnosticCode(
    "standard.no-alternative",
    cause: "An image has no words for those who cannot see it.",
    cure: "Say between the brackets what the image shows.")
  package static let headingLevel = DiagnosticCode(
    "standard.heading-level",
    cause: "A heading skips a level.",
    cure: "Use the next level.")
  package static let attachments = DiagnosticCode(
    "standard.attachments",
    cause: "Attached files have one name, or the standard does not go with them.",
    cure: "Rename one, or ask for a standard that carries files.")

  static let standardCodes: [DiagnosticCode] = [
    .noTitle, .noAlternative, .headingLevel, .attachments,
  ]
}
