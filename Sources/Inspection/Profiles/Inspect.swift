package import Typeset

/// One breach of a rule, with what the profile says of the rule.
package struct Finding: Hashable, Sendable {
  /// The profile that names the rule.
  package let profile: String
  /// The rule's name.
  package let rule: String
  /// How much it weighs.
  package let severity: Profile.Severity
  /// Where the rule comes from.
  package let source: String
  /// What is wrong, where, and what to do.
  package let breach: Breach

  /// What is told of a file that could not even be opened.
  package static func unreadable(_ message: DiagnosticText) -> Finding {
    Finding(
      profile: "", rule: Rule.damage.name, severity: .error, source: "ISO 32000-1, 7.5",
      breach: Breach(message, advice: "name a PDF that can be read"))
  }
}

/// What was found in a file.
package struct InspectionResult: Sendable {
  /// The file.
  package let name: String
  /// How many pages it has.
  package let pageCount: Int
  /// What breaks rules, in the order of the rules.
  package let findings: [Finding]
  /// The seals that it has.
  package let seals: [FoundSeal]
  /// A program that was needed and could not be had; then nothing is known.
  package let toolFault: ToolFault?

  /// Whether the file is fit: no breach weighs as an error.
  package var isFit: Bool { toolFault == nil && !findings.contains { $0.severity == .error } }

  /// What was found.
  package init(
    name: String, pageCount: Int, findings: [Finding], seals: [FoundSeal] = [],
    toolFault: ToolFault? = nil
  ) {
    self.name = name
    self.pageCount = pageCount
    self.findings = findings
    self.seals = seals
    self.toolFault = toolFault
  }
}

/// Looks at a file by the rules of profiles.
///
/// What two profiles find alike is told once, with the greater weight. A file that cannot be read is
/// never fit, whatever a profile names.
package func inspect(_ subject: Subject, by profiles: [Profile]) -> InspectionResult {
  var collected = CollectedFindings()
  let canBeRead = !subject.pdf.objects.isEmpty
  // First, so that they are told of whatever time the rest takes.
  let seals = canBeRead ? subject.seals : []
  for profile in profiles {
    for use in profile.uses where canBeRead || use.rule.isForAnyFile {
      if subject.isOverdue { break }
      // No more than two hundred breaches of a rule are told, however large a file is.
      for breach in use.rule.breaches(subject, use.values).prefix(200) {
        collected.add(
          Finding(
            profile: profile.name, rule: use.rule.name, severity: use.severity, source: use.source,
            breach: breach))
      }
    }
  }
  if !collected.tellsOfDamage, !canBeRead || !subject.pdf.damages.isEmpty {
    let rules = [Rule.damage, Rule.encryption]
    for breach in rules.flatMap({ $0.breaches(subject, RuleValues()) }) {
      collected.add(.damage(breach, profiles))
    }
  }
  if subject.isOverdue {
    let breach = Breach(
      "the file takes too long to look at",
      advice: "write the file anew with the program that made it")
    collected.add(.damage(breach, profiles))
  }
  return InspectionResult(
    name: subject.pdf.name, pageCount: subject.pdf.pages.count, findings: collected.inOrder,
    seals: seals, toolFault: subject.toolFault)
}

/// Findings, each once.
private struct CollectedFindings {
  private var findings: [Finding] = []
  private var places: [String: Int] = [:]

  /// Whether it is told already that the file cannot be read.
  var tellsOfDamage: Bool {
    findings.contains {
      $0.severity == .error && [Rule.damage.name, Rule.encryption.name].contains($0.rule)
    }
  }

  /// Adds a finding, or its weight where another profile found the same.
  mutating func add(_ finding: Finding) {
    let breach = finding.breach
    let key = "\(finding.rule)|\(breach.page ?? 0)|\(breach.message)"
    if let known = places[key] {
      if findings[known].severity < finding.severity { findings[known] = finding }
    } else {
      places[key] = findings.count
      findings.append(finding)
    }
  }

  /// The findings in the order of all rules.
  var inOrder: [Finding] {
    let order = Dictionary(uniqueKeysWithValues: Rule.all.enumerated().map { ($1.name, $0) })
    return findings.enumerated().sorted {
      (order[$0.element.rule] ?? 0, $0.offset) < (order[$1.element.rule] ?? 0, $1.offset)
    }.map(\.element)
  }
}

extension Finding {
  /// What every profile finds of a file that cannot be read.
  fileprivate static func damage(_ breach: Breach, _ profiles: [Profile]) -> Finding {
    Finding(
      profile: profiles.first?.name ?? "", rule: Rule.damage.name, severity: .error,
      source: "ISO 32000-1, 7.5", breach: breach)
  }
}
