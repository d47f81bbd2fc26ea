package import Typeset

/// One thing that a file is looked at for; profiles say which rules hold, and with which limits.
package struct Rule: Sendable {
  /// The name by which profiles call it.
  package let name: String
  /// What holds where it is kept, as a sentence.
  package let meaning: String
  /// What profiles may set.
  package let settings: [RuleSetting]
  /// Whether it looks at the file alone, so that it means something for one that cannot be read.
  let isForAnyFile: Bool
  /// What breaks the rule in a file.
  let breaches: @Sendable (Subject, RuleValues) -> [Breach]

  init(
    _ name: String, _ meaning: String, settings: [RuleSetting] = [], isForAnyFile: Bool = false,
    breaches: @escaping @Sendable (Subject, RuleValues) -> [Breach]
  ) {
    self.name = name
    self.meaning = meaning
    self.settings = settings
    self.isForAnyFile = isForAnyFile
    self.breaches = breaches
  }
}

/// One place where a file breaks a rule.
package struct Breach: Hashable, Sendable {
  /// The page, from 1; nil for what concerns the file.
  package var page: Int?
  /// Where on the page; nil where that cannot be said.
  package var area: Area?
  /// What is wrong: lower case, no full stop, with the values.
  package var text: DiagnosticText
  /// What to do, verb first.
  package var step: DiagnosticText

  /// What is wrong, in English.
  package var message: String { text.english }
  /// What to do, in English.
  package var advice: String { step.english }

  init(
    _ message: DiagnosticText, on page: Int? = nil, at area: Area? = nil, advice: DiagnosticText
  ) {
    self.page = page
    self.area = area
    text = message
    step = advice
  }
}
