/// A letter with fields for what differs from one recipient to the next, read once and filled often.
///
/// Its texts hold `{{name}}`, `{{#if name}} … {{/if}}` and `{{#each name}} … {{/each}}`, as
/// `Docs/merge.md` describes them. They are found in the letter as it was parsed, so that what is
/// filled in is text whatever it holds.
///
/// ```swift
/// let template = try LetterTemplate(markdown: bytes, name: "letter.md")
/// let settled = try typesetter.settle(template, in: layout)
/// try settled.check(columns: reader.columns)
/// let letter = try settled.fill(with: record)
/// ```
public struct LetterTemplate: Sendable {
  /// A field that the letter asks its records for.
  public struct Field: Hashable, Sendable {
    /// Its name among the fields of a record.
    public let name: String
    /// Where the letter first names it.
    public let place: SourceRange
  }

  /// The letter as it is read, with the braces in its texts.
  public private(set) var letter: Letter
  /// The fields of a record that the letter uses, in the order in which it first names them.
  public private(set) var fields: [Field] = []

  /// Reads a template of Markdown under a YAML head.
  ///
  /// - Throws: every problem found, in source order, each with its line.
  public init(markdown bytes: [UInt8], name: String) throws(Diagnostics) {
    letter = try Letter(markdown: bytes, name: name)
  }

  /// Reads a template of one JSON object.
  ///
  /// - Throws: every problem found, in source order, each with its line.
  public init(json bytes: [UInt8], name: String) throws(Diagnostics) {
    letter = try Letter(json: bytes, name: name)
  }

  /// Reads a template of either form; a text whose first character is `{` is JSON.
  ///
  /// - Throws: every problem found, in source order, each with its line.
  public init(source: SourceFile) throws(Diagnostics) {
    letter = try Letter(source: source)
  }

  /// What looked wrong when it was read, and stops nothing.
  public var warnings: [Diagnostic] { letter.warnings }

  /// The layout that it asks for; a template cannot leave that to its records.
  public var layout: String? {
    get { letter.layout }
    set { letter.layout = newValue }
  }

  /// The language it is in; nil for the layout's.
  public var language: LanguageTag? {
    get { letter.language }
    set { letter.language = newValue }
  }

  /// The date of all letters; nil where there is none, or each record has its own.
  public var date: CalendarDate? {
    get { letter.date }
    set { letter.date = newValue }
  }

  /// Checks that the records have the fields that the letter asks for.
  ///
  /// Those that it can do without – with a default, or asked for by `#if` – need not be there.
  /// - Parameter columns: the names that the records have.
  /// - Throws: every field that is not among them, at its first place, with the nearest name.
  public func check(columns: [String]) throws(Diagnostics) {}

  /// The letter for one record: a pure function of the template and the record.
  ///
  /// - Throws: what the record lacks or has wrong, at its place in the letter; a hint tells the place
  ///   in the record.
  public func fill(with record: Record) throws(Diagnostics) -> Letter { letter }
}
