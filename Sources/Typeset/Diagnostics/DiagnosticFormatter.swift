/// Writes diagnostics for people: place, message, the line with carets under it, hints.
///
/// ```text
/// Layouts/letter.yaml:12:9: error: margin.left is "25", which has no unit
///    12 |   left: 25
///       |         ^^
/// hint: write 25mm or 25pt
/// ```
public struct DiagnosticFormatter: Sendable {
  /// The most diagnostics that are written out; of the rest only the number is told.
  public static let limit = 100

  /// The most columns an excerpt takes; longer lines are clipped around the carets.
  let width: Int
  /// Whether codes are told: `error[layout.unknown-key]`.
  let showsCodes: Bool
  /// The language in which they are told; nil for English.
  let translation: Translation?

  /// Makes a formatter for lines of so many columns.
  ///
  /// - Parameter translation: the language in which diagnostics are told; nil for English.
  public init(width: Int = 88, showsCodes: Bool = false, translation: Translation? = nil) {
    self.width = max(width, 40)
    self.showsCodes = showsCodes
    self.translation = translation
  }

  /// Writes diagnostics one below the other, each ending in a line end.
  public func format(_ diagnostics: [Diagnostic]) -> String {
    var text = diagnostics.prefix(Self.limit).map(format).joined()
    if diagnostics.count > Self.limit {
      let rest: DiagnosticText = "… and \(diagnostics.count - Self.limit) more"
      text += rest.told(in: translation) + "\n"
    }
    return text
  }

  /// Writes one diagnostic, ending in a line end.
  public func format(_ diagnostic: Diagnostic) -> String {
    var text = ""
    if let place = diagnostic.place {
      let name = place.file.name
      text += place.file.isPart ? "\(name): " : "\(name):\(place.line):\(place.column): "
    }
    let code = showsCodes ? diagnostic.code.map { "[\($0)]" } ?? "" : ""
    let severity = diagnostic.severity.word.told(in: translation)
    text += "\(severity)\(code): \(diagnostic.text.told(in: translation))\n"
    if let place = diagnostic.place {
      let excerpt = Excerpt(of: place, width: width)
      if !excerpt.text.isEmpty {
        let number = String(place.line)
        let gutter = String(repeating: " ", count: max(0, 5 - number.count))
        text += "\(gutter)\(number) | \(excerpt.text)\n"
        text += String(repeating: " ", count: max(5, number.count))
        text += " | \(excerpt.carets)\n"
      }
    }
    let hint: DiagnosticText = "hint"
    for step in diagnostic.steps {
      text += "\(hint.told(in: translation)): \(step.told(in: translation))\n"
    }
    return text
  }
}

extension Diagnostic.Severity {
  /// The severity as diagnostics begin with it.
  package var word: DiagnosticText {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }
}
