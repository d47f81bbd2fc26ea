package import Inspection
internal import LetterRequests
internal import Typeset

/// All that the browser shows at a moment.
package struct PreviewState: Sendable {
  /// A letter in one of its forms.
  struct Section: Sendable {
    /// What tells it from others.
    let id: String
    let name: String
    /// Whether it is no letter of anyone's, but shows what the layout has.
    var isSpecimen = false
    let sheets: PreviewChoices.Sheets
    var pages: [ShownPage]
    /// The files that went into it, the letter first.
    var files: [SourceFile]
    /// Whether it is how the letter was before it had the errors that it has now.
    var isStale = false
  }

  let subject: PreviewSubject
  var sections: [Section] = []
  var diagnostics: [Diagnostic] = []
  /// The layouts and languages that there are to choose from.
  var layouts: [String] = []
  var languages: [String] = []
  /// Whether lines can be opened in an editor.
  var hasEditor = false

  /// In whose words it is told.
  var words = PreviewWords()

  /// Whether all is as the files are now.
  package var isFresh: Bool { !sections.contains(where: \.isStale) && !hasErrors }

  private var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The state for the browser.
  package var json: JSON {
    let known = files
    var numbers: [SourceFile: Int] = [:]
    for (number, file) in known.enumerated() {
      for each in file { numbers[each] = number }
    }
    return .object([
      "name": .string(subject.name), "isLayout": .flag(subject.isLayout),
      "fresh": .flag(isFresh), "editor": .flag(hasEditor),
      "sections": .array(
        sections.map { section in
          .object([
            "id": .string(section.id),
            "name": .string(section.isSpecimen ? words.say("Specimen") : section.name),
            "sheets": .string(section.sheets.rawValue), "stale": .flag(section.isStale),
            "pages": .array(section.pages.map { $0.json(numbers) }),
          ])
        }),
      "files": .array(
        known.compactMap(\.first).map { file in
          .object([
            "name": .string(file.name), "text": .string(file.text),
          ])
        }),
      "summary": .string(words.say(summary)),
      "diagnostics": .array(diagnostics.map { json($0, known) }),
      "layouts": .array(layouts.map { .string($0) }),
      "languages": .array(languages.map { .string($0) }),
    ])
  }

  /// The files, each with all of its readings: a section that is stale may have read it before others.
  private var files: [[SourceFile]] {
    var files: [[SourceFile]] = []
    // What the errors are in is shown as it is now, before any older reading.
    let told = diagnostics.compactMap { $0.place?.file }.filter { !$0.isPart }
    let fresh = sections.filter { !$0.isStale }.flatMap(\.files)
    let stale = sections.filter(\.isStale).flatMap(\.files)
    let order = sections.first?.files.map(\.name) ?? []
    for file in told + fresh + stale {
      if let index = files.firstIndex(where: { $0.first?.name == file.name }) {
        if !files[index].contains(file) { files[index].append(file) }
      } else {
        files.append([file])
      }
    }
    func rank(_ file: [SourceFile]) -> Int {
      file.first.flatMap { order.firstIndex(of: $0.name) } ?? order.count
    }
    return files.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }
    .map(\.element)
  }

  /// How many pages there are, and how much is told of them.
  private var summary: DiagnosticText {
    let told = [
      count(.error) { DiagnosticText($0, one: "\($0) error", many: "\($0) errors") },
      count(.warning) { DiagnosticText($0, one: "\($0) warning", many: "\($0) warnings") },
      count(.note) { DiagnosticText($0, one: "\($0) note", many: "\($0) notes") },
    ].compactMap { $0 }
    let sum = told.dropFirst().reduce(told.first) { sum, next in sum.map { "\($0), \(next)" } }
    if let sum, hasErrors {
      return sections.contains(where: \.isStale)
        ? "\(sum) – the pages show it as it was before" : "\(sum) – there are no pages yet"
    }
    let pages = sections.filter { $0.sheets == sections.first?.sheets }
      .reduce(0) { $0 + $1.pages.count }
    let all: DiagnosticText =
      pages == 0
      ? "no pages" : DiagnosticText(pages, one: "\(pages) page", many: "\(pages) pages")
    return sum.map { "\(all), \($0)" } ?? all
  }

  private func count(
    _ severity: Diagnostic.Severity, _ told: (Int) -> DiagnosticText
  ) -> DiagnosticText? {
    let count = diagnostics.count { $0.severity == severity }
    return count > 0 ? told(count) : nil
  }

  private func json(_ diagnostic: Diagnostic, _ files: [[SourceFile]]) -> JSON {
    let number = diagnostic.place.flatMap { place in files.firstIndex { $0.contains(place.file) } }
    return .object([
      "told": diagnostic.json, "file": number.map { .count($0) },
      "severity": .string(words.say(diagnostic.severity.word)),
      "message": .string(words.say(diagnostic.text)),
      "hints": .array(diagnostic.steps.map { .string(words.say($0)) }),
      "cause": diagnostic.code.map { .string(words.say(DiagnosticText($0.cause))) },
      "cure": diagnostic.code.map { .string(words.say(DiagnosticText($0.cure))) },
    ])
  }
}
