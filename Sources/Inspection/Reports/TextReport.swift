extension InspectionResult {
  /// The findings for people: by page, each with its place and what to do.
  package var text: String {
    if let toolFault { return "\(name): not checked: \(toolFault.message)\n" }
    var text = "\(name): \(headline)\n"
    var page: Int?? = .none
    for finding in findings.sorted(by: { Self.order($0) < Self.order($1) }) {
      if page != .some(finding.breach.page) {
        page = .some(finding.breach.page)
        text += finding.breach.page.map { "  page \($0)\n" } ?? "  the file\n"
      }
      text += "    \(finding.severity.rawValue): \(finding.breach.message) [\(finding.rule)]\n"
      if let area = finding.breach.area { text += "      at \(Rule.placeText(area))\n" }
      text += "      \(finding.breach.advice)\n"
      text += "      \(finding.profile): \(finding.source)\n"
    }
    return text
  }

  /// Whether it is fit, and how much there is to tell.
  private var headline: String {
    let errors = findings.filter { $0.severity == .error }.count
    let warnings = findings.count - errors
    var parts: [String] = []
    if errors > 0 { parts.append("\(errors) error" + (errors == 1 ? "" : "s")) }
    if warnings > 0 { parts.append("\(warnings) warning" + (warnings == 1 ? "" : "s")) }
    let word = isFit ? "fit" : "not fit"
    return parts.isEmpty ? word : "\(word): \(parts.joined(separator: ", "))"
  }

  /// What concerns the file first, then page by page from the top.
  private static func order(_ finding: Finding) -> (Int, Int, Double) {
    (
      finding.breach.page ?? 0, finding.severity == .error ? 0 : 1,
      finding.breach.area?.top ?? 0
    )
  }
}
