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
    /// Whether the records must have a field of that name: not if it is asked for only with a default,
    /// by `#if`, or within `#each`, where it may belong to the list.
    public let isNeeded: Bool
  }

  /// The letter as it is read, with the braces in its texts.
  public private(set) var letter: Letter
  /// The fields of a record that the letter uses, in the order in which it first names them.
  public private(set) var fields: [Field] = []
  /// How the language writes numbers and days; nil until ``Typesetter/settle(_:in:)``.
  var pack: LanguagePack?
  private var head: HeadTemplate
  private let body: [Filling<BlockTemplate>]?
  private let notes: [[Filling<BlockTemplate>]]?

  /// Reads a template of Markdown under a YAML head.
  ///
  /// - Throws: every problem found, in source order, each with its line.
  public init(markdown bytes: [UInt8], name: String) throws(Diagnostics) {
    try self.init(readSource(bytes, name: name), as: .markdown)
  }

  /// Reads a template of one JSON object.
  ///
  /// - Throws: every problem found, in source order, each with its line.
  public init(json bytes: [UInt8], name: String) throws(Diagnostics) {
    try self.init(readSource(bytes, name: name), as: .json)
  }

  /// Reads a template of either form; a text whose first character is `{` is JSON.
  ///
  /// - Throws: every problem found, in source order, each with its line.
  public init(source: SourceFile) throws(Diagnostics) { try self.init(source, as: nil) }

  private init(_ file: SourceFile, as form: LetterForm?) throws(Diagnostics) {
    let reading = readLetter(file, as: form, isTemplate: true)
    var problems = reading.problems
    problems.add(misplacedTags(in: reading.letter))
    try problems.throwIfErrors()
    letter = reading.letter
    letter.warnings = problems.inSourceOrder
    head = HeadTemplate(letter, date: reading.heldDate, &problems)
    var compiler = TemplateCompiler()
    body = letter.body.contains(where: \.holdsTags) ? compiler.fillings(of: letter.body) : nil
    let blocks = letter.footnotes.flatMap(\.blocks)
    notes =
      blocks.contains(where: \.holdsTags)
      ? letter.footnotes.map { compiler.fillings(of: $0.blocks) } : nil
    problems.add(compiler.problems.all)
    var needs = FieldNeeds()
    head.tellFields(&needs)
    body?.tellFields(&needs)
    for note in notes ?? [] { note.tellFields(&needs) }
    problems.add(needs.problems.all)
    try problems.throwIfErrors()
    fields = Self.fields(needs)
  }

  /// The fields in the order in which the letter names them, each once.
  private static func fields(_ needs: FieldNeeds) -> [Field] {
    var order: [String] = []
    var known: [String: Field] = [:]
    let all = needs.all.enumerated().sorted {
      ($0.element.path.place.lower, $0.offset) < ($1.element.path.place.lower, $1.offset)
    }
    for (_, need) in all {
      let name = need.path.name
      let isNeeded = need.isNeeded && !need.isInner
      if let first = known[name] {
        // The place to show is the one that cannot do without it.
        let place = isNeeded && !first.isNeeded ? need.path.place : first.place
        known[name] = Field(name: name, place: place, isNeeded: first.isNeeded || isNeeded)
      } else {
        order.append(name)
        known[name] = Field(name: name, place: need.path.place, isNeeded: isNeeded)
      }
    }
    return order.compactMap { known[$0] }
  }

  /// What looked wrong when it was read, and stops nothing.
  public var warnings: [Diagnostic] { letter.warnings }

  /// That its fields print as they stand where no record fills them, each at its place.
  package var unfilled: [Diagnostic] {
    fields.map { field in
      .warning(
        .unfilled, "{{\(field.name)}} prints as it stands, for no record fills it", at: field.place,
        hint: "give a record with --data, or write \\{{ for braces")
    }
  }

  /// The fields that hold the numbers of persons and companies, of which nothing may tell.
  package var secretFields: Set<String> {
    Set((head.delivery?.secrets ?? []).flatMap(\.fields))
  }

  /// The fields that stand in what mailboxes and manifests show: title, subject, and the numbers of case
  /// and document.
  package var shownFields: Set<String> { Set(head.shown.flatMap(\.fields)) }

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
  ///
  /// One that is set comes before those of the records.
  public var date: CalendarDate? {
    get { letter.date }
    set {
      letter.date = newValue
      if newValue != nil { head.date = nil }
    }
  }

  /// Checks that the records have the fields that the letter asks for.
  ///
  /// Those that it can do without – with a default, or asked for by `#if` – need not be there.
  /// - Parameter columns: the names that the records have.
  /// - Throws: every field that is not among them, at its first place, with the nearest name.
  public func check(columns: [String]) throws(Diagnostics) {
    let known = Set(columns)
    let unknown = fields.filter { field in
      guard field.isNeeded, !known.contains(field.name) else { return false }
      let parts = FieldPath(field.name, at: field.place).parts
      return parts.count == 1 || !known.contains(parts[0])
    }
    guard !unknown.isEmpty else { return }
    throw Diagnostics(
      unknown.map { field in
        let hint: DiagnosticText =
          nearestName(to: field.name, in: columns).map { "write \($0)" }
          ?? (columns.isEmpty
            ? "give the records that field" : "use \(listed(Array(columns.prefix(12))))")
        return .error(
          .noSuchField, "the records have no field \(quoted(field.name))", at: field.place,
          hint: hint)
      })
  }

  /// The letter for one record: a pure function of the template and the record.
  ///
  /// - Throws: what the record lacks or has wrong, at its place in the letter; a hint tells the place
  ///   in the record.
  public func fill(with record: Record) throws(Diagnostics) -> Letter {
    var letter = letter
    letter.recordID = record.ownID
    var filler = Filler(record, language: pack)
    filler.fillHead(head, of: &letter)
    if let body { letter.body = filler.blocks(body) }
    if let notes {
      for (index, note) in notes.enumerated() {
        letter.footnotes[index].blocks = filler.blocks(note)
      }
    }
    guard filler.problems.isEmpty else { throw Diagnostics(filler.problems) }
    // A part that fell away took its marks along.
    if body != nil, !letter.footnotes.isEmpty {
      NoteOrder.apply(to: &letter.body, &letter.footnotes)
    }
    return letter
  }
}

/// Fields where no record may have a say, and the character that stands for escaped braces.
private func misplacedTags(in letter: Letter) -> [Diagnostic] {
  var problems: [Diagnostic] = []
  if let layout = letter.$layout, holdsTags(layout.value) {
    problems.append(
      .error(
        .fixedPart, "the layout cannot come from a record", at: layout.place,
        hint: "name one layout for all letters"))
  }
  for word in letter.hyphenationExceptions where holdsTags(word) {
    problems.append(
      .error(
        .fixedPart, "\(quoted(word)) cannot come from a record", at: letter.file.range(0, 0),
        hint: "write the words of hyphenation.exceptions themselves"))
  }
  if letter.file.text.contains(escapedBraces) {
    problems.append(
      .error(
        .controlCharacter, "the letter holds U+FDD0, which is no character",
        at: letter.file.range(0, 0),
        hint: "delete it"))
  }
  return problems
}
