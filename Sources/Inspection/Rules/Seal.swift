import Typeset

extension Rule {
  /// A seal covers all of the file, and nothing was changed under it.
  static let seal = Rule(
    "seal", "A seal covers the whole file, and the file is what was sealed.",
    settings: [
      RuleSetting("required", .flag, "Whether there must be a seal."),
      RuleSetting("baseline", .flag, "Whether each seal must have the form of PAdES baseline B-B."),
      RuleSetting("stamped", .flag, "Whether each seal must have a time stamp of an authority."),
    ]
  ) { subject, values in
    let seals = subject.seals
    if seals.isEmpty {
      guard values.flag("required") else { return [] }
      return [Breach("the file has no seal", advice: "seal the file")]
    }
    var told: [DiagnosticText] = seals.compactMap { $0.fault?.message }
    // A file that was sealed again is covered by the last seal alone.
    if told.isEmpty, !seals.contains(where: \.coversAll) {
      told.append("the seal does not cover the whole file")
    }
    for seal in seals where seal.fault == nil {
      if values.flag("baseline"), !seal.isBaseline {
        told.append("the seal has not the form of PAdES baseline B-B")
      }
      if values.flag("stamped"), seal.stamp == nil { told.append("the seal has no time stamp") }
    }
    return told.map { Breach($0, advice: "seal the file anew, after the last change") }
  }
}
