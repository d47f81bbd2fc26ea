import Intake

extension Diagnostic {
  /// Why the intake did not read a file.
  ///
  /// - Parameters:
  ///   - subject: the file as messages call it: `the image "a.png"`.
  ///   - hint: what mends a file that is broken, where the fault itself does not say.
  static func unread(
    _ subject: DiagnosticText, _ fault: IntakeFault, at place: SourceRange?, hint: DiagnosticText
  ) -> Diagnostic {
    switch fault {
    case .missing(let program):
      .fault(
        "\(subject) cannot be read: the program \(quoted(program)) cannot be started", at: place,
        hints: ["install letterpdf anew, with the programs that belong to it"])
    case .refused(let refusal):
      .error(
        .brokenImage, "\(subject) is broken: \(DiagnosticText(refusal.reason))", at: place,
        hint: refusal.hint.map { DiagnosticText($0) } ?? hint)
    case .killed:
      .fault(
        "\(subject) \(DiagnosticText(fault.predicate))", at: place,
        hints: ["see that the machine has memory left, and set the letter again"])
    case .crashed, .tookTooLong, .tookTooMuchMemory:
      .error(.brokenImage, "\(subject) \(DiagnosticText(fault.predicate))", at: place, hint: hint)
    }
  }
}
