/// Codes of the command line.
extension DiagnosticCode {
  package static let option = DiagnosticCode(
    "usage.option",
    cause: "An option has a value that it cannot have, or the command line cannot be read.",
    cure: "Write what the hint says; letterpdf help COMMAND lists the options.")
  package static let contradiction = DiagnosticCode(
    "usage.contradiction",
    cause: "Options do not go together, or one is wanting.",
    cure: "Leave one of them out, or add the other.")

  package static let strict = DiagnosticCode(
    "usage.strict",
    cause: "The run is strict, and there are warnings.",
    cure: "Mend what the warnings tell, or leave --strict out.")

  static let usageCodes: [DiagnosticCode] = [.option, .contradiction, .strict]
}
