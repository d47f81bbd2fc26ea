package import Typeset

extension InspectionResult {
  /// The findings for people in English.
  package var text: String { text(in: nil) }

  /// The findings for people: by page, each with its place and what to do.
  ///
  /// - Parameter translation: the language in which they are told; nil for English.
  package func text(in translation: Translation?) -> String {
    func told(_ text: DiagnosticText) -> String { text.told(in: translation) }
    if let toolFault {
      return told("\(name): not checked: \(DiagnosticText(toolFault.message))") + "\n"
    }
    var text = "\(name): \(told(headline))\n"
    for seal in seals where seal.fault == nil { text += "  \(told(seal.line))\n" }
    var page: Int?? = .none
    for finding in findings.sorted(by: { Self.order($0) < Self.order($1) }) {
      if page != .some(finding.breach.page) {
        page = .some(finding.breach.page)
        let place: DiagnosticText = finding.breach.page.map { "page \($0)" } ?? "the file"
        text += "  \(told(place))\n"
      }
      let severity: DiagnosticText = finding.severity == .error ? "error" : "warning"
      text += "    \(told(severity)): \(told(finding.breach.text)) [\(finding.rule)]\n"
      if let area = finding.breach.area {
        let place: DiagnosticText = "at \(Rule.placeText(area))"
        text += "      \(told(place))\n"
      }
      text += "      \(told(finding.breach.step))\n"
      text += "      \(finding.profile): \(finding.source)\n"
    }
    return text
  }

  /// Whether it is fit, and how much there is to tell.
  private var headline: DiagnosticText {
    let errors = findings.filter { $0.severity == .error }.count
    let warnings = findings.count - errors
    var parts: [DiagnosticText] = []
    if errors > 0 {
      parts.append(DiagnosticText(errors, one: "\(errors) error", many: "\(errors) errors"))
    }
    if warnings > 0 {
      parts.append(
        DiagnosticText(warnings, one: "\(warnings) warning", many: "\(warnings) warnings"))
    }
    let word: DiagnosticText = isFit ? "fit" : "not fit"
    guard let first = parts.first else { return word }
    return parts.dropFirst().reduce("\(word): \(first)") { "\($0), \($1)" }
  }

  /// What concerns the file first, then page by page from the top.
  private static func order(_ finding: Finding) -> (Int, Int, Double) {
    (
      finding.breach.page ?? 0, finding.severity == .error ? 0 : 1,
      finding.breach.area?.top ?? 0
    )
  }
}

extension FoundSeal {
  /// Who sealed, when, and how much of the file.
  fileprivate var line: DiagnosticText {
    let who: DiagnosticText = holder.map { "sealed by \($0)" } ?? "sealed"
    let when: DiagnosticText = moment.map { "\(who), \($0)" } ?? who
    let what: DiagnosticText =
      coversAll ? "\(when): the whole file" : "\(when): the file as it was then"
    let form: DiagnosticText = level.map { "\(what), PAdES \($0)" } ?? "\(what), not of PAdES"
    return stamp.map { "\(form), stamped \($0)" } ?? form
  }
}
