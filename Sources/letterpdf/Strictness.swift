import Typeset

/// Refuses what a run that is strict does not let pass.
///
/// - Throws: the warnings among what was noticed, if there are any.
func refuse(_ noticed: [Diagnostic]) throws(Diagnostics) {
  let warnings = noticed.filter { $0.severity == .warning }
  guard !warnings.isEmpty else { return }
  throw Diagnostics(
    warnings + [
      Diagnostic(
        .error, .strict, "nothing is written, for --strict takes warnings for errors",
        hints: ["mend what the warnings tell, or leave --strict out"])
    ])
}
