package import Typeset

/// What a PDF must be to be fit for something: rules with their limits, as `Profiles/` has them.
package struct Profile: Sendable {
  /// How much a breach weighs.
  package enum Severity: String, CaseIterable, Comparable, Sendable {
    /// The file is fit nevertheless.
    case warning
    /// The file is not fit.
    case error

    package static func < (a: Severity, b: Severity) -> Bool { a == .warning && b == .error }
  }

  /// A rule that holds.
  package struct Use: Sendable {
    /// The rule.
    package let rule: Rule
    /// How much a breach of it weighs.
    package let severity: Severity
    /// Where it comes from: a standard and its clause, or a service and its document.
    package let source: String
    /// Its limits.
    package var values: RuleValues
    /// Where the profile names it.
    package let place: SourceRange
  }

  /// What it is called: the name of its file without the suffix.
  package let name: String
  /// What it is for, in a sentence.
  package let about: String
  /// Its rules, in the order in which all rules stand.
  package var uses: [Use]

  /// The required settings that a profile leaves to whoever uses it, as rule and key.
  package var missing: [(use: Use, setting: RuleSetting)] {
    uses.flatMap { use in
      use.rule.settings.filter { $0.isRequired && use.values.values[$0.name] == nil }.map {
        (use, $0)
      }
    }
  }

  /// The profile with the window of an envelope.
  package func withWindow(_ area: Area) -> Profile {
    var profile = self
    let rules = [Rule.window.name, Rule.addressType.name]
    for index in profile.uses.indices where rules.contains(profile.uses[index].rule.name) {
      profile.uses[index].values.values["area"] = .area(area)
    }
    return profile
  }
}
