/// Codes of the program and its installation.
extension DiagnosticCode {
  package static let fault = DiagnosticCode(
    "program.fault",
    cause: "The program is at fault, not the letter.",
    cure: "Report the letter as a fault of letterpdf.")
  package static let damaged = DiagnosticCode(
    "program.damaged",
    cause: "Something of the installation is damaged or missing.",
    cure: "Install letterpdf anew.")
  package static let missingLibrary = DiagnosticCode(
    "program.missing-library",
    cause: "A library is missing that only this needs.",
    cure: "Install it, as the hint says.")

  static let programCodes: [DiagnosticCode] = [.fault, .damaged, .missingLibrary]
}
