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
            "id": .string(section.id), "name": .string(section.name),
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
      "diagnostics": .array(diagnostics.map { Self.json($0, known) }),
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

  private static func json(_ diagnostic: Diagnostic, _ files: [[SourceFile]]) -> JSON {
    let number = diagnostic.place.flatMap { place in files.firstIndex { $0.contains(place.file) } }
    return .object([
      "told": diagnostic.json, "file": number.map { .count($0) },
      "cause": diagnostic.code.map { .string($0.cause) },
      "cure": diagnostic.code.map { .string($0.cure) },
    ])
  }
}
