/// One thing the author of a file can fix.
public struct Diagnostic: Hashable, Sendable {
  /// Whether the letter can be set all the same.
  public enum Severity: String, Sendable, Comparable {
    /// Something to know that asks for nothing.
    case note
    /// Something that looks wrong in a letter that can be set.
    case warning
    /// Something that stops the letter.
    case error

    /// Orders notes before warnings before errors.
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// How bad it is.
  public let severity: Severity
  /// What was found: lower case, no full stop, the offending value in it.
  public let text: DiagnosticText
  /// Where it was found; nil when it has no place in a file.
  public let place: SourceRange?
  /// What to do about it, each a step that begins with a verb.
  public let steps: [DiagnosticText]
  /// What kind of thing it is; nil for what a program that uses the library tells itself.
  public private(set) var code: DiagnosticCode?
  /// Whether the program is at fault, rather than anyone's files.
  public private(set) var isFault = false

  /// What was found, in English.
  public var message: String { text.english }
  /// What to do about it, in English.
  public var hints: [String] { steps.map(\.english) }

  /// Makes a diagnostic.
  public init(
    _ severity: Severity, _ message: DiagnosticText, at place: SourceRange? = nil,
    hints: [DiagnosticText] = []
  ) {
    self.severity = severity
    self.text = message
    self.place = place
    self.steps = hints
  }

  /// Makes a diagnostic of a kind.
  package init(
    _ severity: Severity, _ code: DiagnosticCode, _ message: DiagnosticText,
    at place: SourceRange? = nil,
    hints: [DiagnosticText] = []
  ) {
    self.init(severity, message, at: place, hints: hints)
    self.code = code
  }

  /// Something of a kind that stops the work.
  package static func error(
    _ code: DiagnosticCode, _ message: DiagnosticText, at place: SourceRange?,
    hint: DiagnosticText...
  ) -> Diagnostic {
    Diagnostic(.error, code, message, at: place, hints: hint)
  }

  /// Something of a kind that is noticed on the way.
  package static func warning(
    _ code: DiagnosticCode, _ message: DiagnosticText, at place: SourceRange?,
    hint: DiagnosticText...
  ) -> Diagnostic {
    Diagnostic(.warning, code, message, at: place, hints: hint)
  }

  /// Something of a kind that asks for nothing.
  static func note(
    _ code: DiagnosticCode, _ message: DiagnosticText, at place: SourceRange?,
    hint: DiagnosticText...
  ) -> Diagnostic {
    Diagnostic(.note, code, message, at: place, hints: hint)
  }

  /// The same as it is told of a kind of file: see ``DiagnosticCode/within(_:)``.
  package func within(_ kind: String) -> Diagnostic {
    var told = self
    told.code = code?.within(kind)
    return told
  }

  /// Something that stops the work.
  package static func error(
    _ message: DiagnosticText, at place: SourceRange?, hint: DiagnosticText...
  )
    -> Diagnostic
  {
    Diagnostic(.error, message, at: place, hints: hint)
  }

  /// Something that is noticed on the way.
  package static func warning(
    _ message: DiagnosticText, at place: SourceRange?, hint: DiagnosticText...
  )
    -> Diagnostic
  {
    Diagnostic(.warning, message, at: place, hints: hint)
  }

  static func note(_ message: DiagnosticText, at place: SourceRange?, hint: DiagnosticText...)
    -> Diagnostic
  {
    Diagnostic(.note, message, at: place, hints: hint)
  }

  /// The same at another place.
  func placed(at place: SourceRange?) -> Diagnostic { changed(severity, at: place) }

  /// The same as something that stops nothing.
  var asWarning: Diagnostic { changed(.warning, at: place) }

  private func changed(_ severity: Severity, at place: SourceRange?) -> Diagnostic {
    var told = Diagnostic(severity, text, at: place, hints: steps)
    told.code = code
    told.isFault = isFault
    return told
  }

  /// The same with its place in words, so that nothing of the file is shown.
  package var withoutExcerpt: Diagnostic {
    guard let place else { return self }
    var told = Diagnostic(
      severity, "\(text) (\(place.file.name), line \(place.line))", hints: steps)
    told.isFault = isFault
    told.code = code
    return told
  }

  /// An error of the program itself, which nobody can mend in a letter or a layout.
  package static func fault(
    _ message: DiagnosticText, at place: SourceRange?,
    hints: [DiagnosticText] = [
      "report this letter as a fault of letterpdf", "write the sentence another way",
    ]
  ) -> Diagnostic {
    var made = Diagnostic(.error, .fault, message, at: place, hints: hints)
    made.isFault = true
    return made
  }
}
