package import Inspection
package import Intake
package import Typeset

/// Looks at letters by the rules of profiles before they are handed out.
package struct DeliveryCheck: Sendable {
  private let profiles: [Profile]
  private let intake: IntakeClient
  private let hint: DiagnosticText

  /// Looks by such profiles.
  ///
  /// - Parameters:
  ///   - intake: who opens the letters.
  ///   - hint: what to do where a program is missing that checking takes.
  package init(
    _ profiles: [Profile], intake: IntakeClient, hint: DiagnosticText = "install what is missing"
  ) {
    self.profiles = profiles
    self.intake = intake
    self.hint = hint
  }

  /// Looks at a file that is ready to be handed out.
  ///
  /// - Parameter name: what it will be called; `-` where that is not known.
  /// - Returns: what is noticed, though the file is fit.
  /// - Throws: what makes it unfit.
  package func check(_ bytes: [UInt8], named name: String) throws(Diagnostics) -> [Diagnostic] {
    let result: InspectionResult
    do throws(IntakeFault) {
      let pdf = try InspectedPDF(bytes, name: name, by: intake)
      result = inspect(Subject(pdf, intake: intake), by: profiles)
    } catch {
      throw Diagnostics([Diagnostic.fault("the letter \(DiagnosticText(error.predicate))", at: nil)]
      )
    }
    if let fault = result.toolFault {
      throw Diagnostics([
        Diagnostic.fault(
          "the letter cannot be checked: \(DiagnosticText(fault.message))", at: nil, hints: [hint])
      ])
    }
    let found = result.findings.map { Self.diagnostic($0) }
    guard result.isFit else { throw Diagnostics(found) }
    return found
  }

  private static func diagnostic(_ finding: Finding) -> Diagnostic {
    let breach = finding.breach
    var message: DiagnosticText = breach.text
    if let area = breach.area { message = "\(message) at \(Rule.placeText(area))" }
    if let page = breach.page { message = "page \(page): \(message)" }
    return Diagnostic(
      finding.severity == .error ? .error : .warning, .finding, "\(finding.profile): \(message)",
      hints: [breach.step])
  }
}
