import Inspection
import Intake
import LetterRequests
import Typeset

extension DeliveryCheck {
  /// Reads the profiles that `--check` names; nil where none are asked for.
  ///
  /// - Parameter window: the envelope's window, as `--window` has it.
  init?(
    _ names: [String], window: String?, resources: String
  ) throws(Diagnostics) {
    guard !names.isEmpty else {
      guard window == nil else {
        throw Diagnostics([
          Diagnostic(
            .error, .contradiction, "--window is for --check",
            hints: ["name a profile with --check"])
        ])
      }
      return nil
    }
    let area = window.flatMap { Area(window: $0) }
    if let window, area == nil { throw Diagnostics([CheckOptions.windowFault(window)]) }
    self.init(
      try ProfileChoice(
        names, window: area, windowHint: CheckOptions.windowHint, resources: resources
      ).profiles,
      intake: IntakeClient(program: IntakeLocation.find(resources: resources)),
      hint: "install what is missing, or leave --check out")
  }
}
