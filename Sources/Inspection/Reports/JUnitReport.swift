/// The results in the form that continuous integration shows: a suite for each file, a case for each rule.
package func junitReport(of results: [InspectionResult], by profiles: [Profile]) -> String {
  var rules: [(profile: String, rule: String)] = []
  for profile in profiles { rules += profile.uses.map { (profile.name, $0.rule.name) } }
  var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"letterpdf check\">\n"
  for result in results {
    // A file that cannot be read breaks a rule that its profile may not name.
    let others = result.findings.map { (profile: $0.profile, rule: $0.rule) }.filter { found in
      !rules.contains { $0 == found }
    }
    let cases = rules + Array(others.prefix(1))
    let failures = cases.filter { pair in
      result.findings.contains {
        $0.severity == .error && $0.rule == pair.rule && $0.profile == pair.profile
      }
    }
    let faults = result.toolFault == nil ? 0 : 1
    text += "  <testsuite name=\"\(escaped(result.name))\" tests=\"\(cases.count)\""
    text += " failures=\"\(failures.count)\" errors=\"\(faults)\">\n"
    if let fault = result.toolFault {
      text += "    <testcase classname=\"check\" name=\"tools\">"
      text += "<error message=\"\(escaped(fault.message))\"/></testcase>\n"
    }
    for pair in cases {
      text += testCase(pair.profile, pair.rule, result)
    }
    text += "  </testsuite>\n"
  }
  return text + "</testsuites>\n"
}

private func testCase(_ profile: String, _ rule: String, _ result: InspectionResult) -> String {
  let findings = result.findings.filter { $0.rule == rule && $0.profile == profile }
  var text = "    <testcase classname=\"\(escaped(profile))\" name=\"\(escaped(rule))\""
  guard !findings.isEmpty else { return text + "/>\n" }
  text += ">\n"
  let errors = findings.filter { $0.severity == .error }
  if let first = errors.first {
    let lines = errors.map { line(of: $0) }.joined(separator: "\n")
    text += "      <failure message=\"\(escaped(line(of: first)))\">\(escaped(lines))</failure>\n"
  }
  let warnings = findings.filter { $0.severity == .warning }
  if !warnings.isEmpty {
    let lines = warnings.map { line(of: $0) }.joined(separator: "\n")
    text += "      <system-out>\(escaped(lines))</system-out>\n"
  }
  return text + "    </testcase>\n"
}

private func line(of finding: Finding) -> String {
  let page = finding.breach.page.map { "page \($0): " } ?? ""
  let place = finding.breach.area.map { " at \(Rule.placeText($0))" } ?? ""
  return "\(page)\(finding.breach.message)\(place); \(finding.breach.advice)"
}

/// Text as XML has it; characters that XML lacks are replaced.
package func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "\n", "\t": result.unicodeScalars.append(scalar)
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
