/// A diagnostic as a machine reads it: names and numbers, no references to files in memory.
public struct DiagnosticRecord: Hashable, Sendable {
  /// `note`, `warning` or `error`.
  public let severity: String
  /// What kind of thing it is, as `layout.unknown-key`: see ``DiagnosticCode``.
  public let code: String?
  /// What was found.
  public let message: String
  /// The name of the file; nil when it has no place in one.
  public let file: String?
  /// The part of a letter built in Swift, as `signatures[1].title`; nil for what is in a file.
  public let part: String?
  /// The 1-based line of the first character.
  public let line: Int?
  /// The 1-based column of the first character, in characters.
  public let column: Int?
  /// The 1-based line of the place's end.
  public let endLine: Int?
  /// The 1-based column after the last character.
  public let endColumn: Int?
  /// The value in a JSON file as a JSON pointer (RFC 6901), `/signatures/1/title`; nil in files of
  /// another kind.
  public let pointer: String?
  /// What to do about it.
  public let hints: [String]
  /// The message and the hints in the language that was asked for; nil where none was.
  public let localized: Localized?

  /// What a diagnostic says in another language than English.
  public struct Localized: Hashable, Sendable {
    /// The tag of the language.
    public let language: String
    /// What was found.
    public let message: String
    /// What to do about it.
    public let hints: [String]
  }

  /// Takes down a diagnostic.
  ///
  /// - Parameter translation: the language in which it is told too.
  public init(_ diagnostic: Diagnostic, in translation: Translation? = nil) {
    part = diagnostic.place.flatMap { $0.file.isPart ? $0.file.name : nil }
    let place = diagnostic.place.flatMap { $0.file.isPart ? nil : $0 }
    let end = place.map { $0.file.range($0.upper, $0.upper) }
    severity = diagnostic.severity.rawValue
    code = diagnostic.code?.text
    message = diagnostic.message
    file = place?.file.name
    line = place?.line
    column = place?.column
    endLine = end?.line
    endColumn = end?.column
    pointer = place.flatMap { JSONPointer.text(of: $0) }
    hints = diagnostic.hints
    localized = translation.map {
      Localized(
        language: $0.language, message: diagnostic.text.told(in: $0),
        hints: diagnostic.steps.map { step in step.told(in: translation) })
    }
  }
}
