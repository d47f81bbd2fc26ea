/// Codes of profiles, and PDFs that do not keep them.
extension DiagnosticCode {
  package static let finding = DiagnosticCode(
    "check.finding",
    cause: "The PDF does not keep a rule of the profile.",
    cure: "Do what the hint says; letterpdf check --picture shows where. See Docs/profiles.md.")
  package static let notPDF = DiagnosticCode(
    "check.not-a-pdf",
    cause: "The file that was to be checked is a letter, of which a PDF is still to be made.",
    cure: "Render it, and check the PDF.")
  package static let openSetting = DiagnosticCode(
    "check.open-setting",
    cause: "A profile leaves something open that only the sender knows, as the window.",
    cure: "Give it, or make a profile of your own.")
  package static let noSuchProfile = DiagnosticCode(
    "check.no-such-profile",
    cause: "There is no profile of that name.",
    cure: "Choose one that the hint lists, or name a file.")
  package static let profileRule = DiagnosticCode(
    "check.profile-rule",
    cause: "A profile has no rules, or a rule without a source or extent.",
    cure: "Write where the rule comes from, and what it is about.")

  static let checkCodes: [DiagnosticCode] = [
    .finding, .notPDF, .openSetting, .noSuchProfile, .profileRule,
  ]
}
