import Inspection
import Intake
import Typeset

/// Looks at letters by the rules of profiles before they are written.
struct DeliveryCheck: Sendable {
  private let profiles: [Profile]
  private let intake: IntakeClient

  /// Reads the profiles; nil where none are asked for.
  ///
  /// - Parameter window: the envelope's window, as `--window` has it.
  init?(
    _ names: [String], window: String?, resources: String
  ) throws(Diagnostics) {
    guard !names.isEmpty else {
      guard window == nil else {
        throw Diagnostics([
          Diagnostic(
            .error, "--window is for --check", hints: ["name a profile with --check"])
        ])
      }
      return nil
    }
    let area = window.flatMap { CheckOptions.area($0) }
    if let window, area == nil { throw Diagnostics([CheckOptions.windowFault(window)]) }
    profiles = try ProfileChoice(names, window: area, resources: resources).profiles
    intake = IntakeClient(program: IntakeLocation.find(resources: resources))
  }

  /// Looks at a file that is ready to be written.
  ///
  /// - Parameter name: what it will be called; `-` where that is not known.
  /// - Returns: what is noticed, though the file is fit.
  /// - Throws: what makes it unfit.
  func check(_ bytes: [UInt8], named name: String) throws(Diagnostics) -> [Diagnostic] {
    let result: InspectionResult
    do throws(IntakeFault) {
      let pdf = try InspectedPDF(bytes, name: name, by: intake)
      result = inspect(Subject(pdf, intake: intake), by: profiles)
    } catch {
      throw Diagnostics(Diagnostic.fault("the letter \(error.predicate)", at: nil))
    }
    if let fault = result.toolFault {
      throw Diagnostics(
        Diagnostic.fault(
          "the letter cannot be checked: \(fault.message)", at: nil,
          hints: ["install what is missing, or leave --check out"]))
    }
    let found = result.findings.map { Self.diagnostic($0) }
    guard result.isFit else { throw Diagnostics(found) }
    return found
  }

  private static func diagnostic(_ finding: Finding) -> Diagnostic {
    let page = finding.breach.page.map { "page \($0): " } ?? ""
    let place = finding.breach.area.map { " at \(Rule.placeText($0))" } ?? ""
    return Diagnostic(
      finding.severity == .error ? .error : .warning,
      "\(finding.profile): \(page)\(finding.breach.message)\(place)", hints: [finding.breach.advice]
    )
  }
}
