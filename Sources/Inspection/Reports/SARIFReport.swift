/// The findings in the form that code scanning takes (OASIS SARIF 2.1.0).
///
/// A PDF has no lines, so a page is a logical location, and the place on it a property.
package func sarifReport(
  of results: [InspectionResult], by profiles: [Profile], version: String
) -> JSON {
  var rules: [JSON] = []
  var indices: [String: Int] = [:]
  for use in profiles.flatMap(\.uses) where indices[use.rule.name] == nil {
    indices[use.rule.name] = rules.count
    rules.append(
      .object([
        "id": .string(use.rule.name),
        "shortDescription": .object(["text": .string(use.rule.meaning)]),
        "help": .object(["text": .string(use.source)]),
      ]))
  }
  let found = results.flatMap { result in
    result.findings.map { sarif($0, in: result.name, rule: indices[$0.rule]) }
  }
  let driver = JSON.object([
    "name": .string("letterpdf"), "version": .string(version), "rules": .array(rules),
  ])
  let run = JSON.object([
    "tool": .object(["driver": driver]), "results": .array(found),
  ])
  return .object([
    "$schema": .string("https://json.schemastore.org/sarif-2.1.0.json"),
    "version": .string("2.1.0"), "runs": .array([run]),
  ])
}

private func sarif(_ finding: Finding, in file: String, rule: Int?) -> JSON {
  let breach = finding.breach
  let place: JSON = .object([
    "physicalLocation": .object(["artifactLocation": .object(["uri": .string(uri(file))])]),
    "logicalLocations": breach.page.map {
      .array([.object(["name": .string("page \($0)"), "kind": .string("page")])])
    },
  ])
  return .object([
    "ruleId": .string(finding.rule), "ruleIndex": rule.map { .count($0) },
    "level": .string(finding.severity.rawValue),
    "message": .object(["text": .string("\(breach.message); \(breach.advice)")]),
    "locations": .array([place]),
    "properties": .object([
      "profile": .string(finding.profile), "page": breach.page.map { .count($0) },
      "area": breach.area.map(\.json), "source": .string(finding.source),
    ]),
  ])
}

/// A path as a relative reference (RFC 3986): what is not plain is written in percent.
private func uri(_ path: String) -> String {
  let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
  var text = ""
  for byte in path.utf8 {
    if plain.contains(byte) {
      text.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      let digits = String(byte, radix: 16, uppercase: true)
      text += "%" + (digits.count == 1 ? "0" : "") + digits
    }
  }
  return text
}
