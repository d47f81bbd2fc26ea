/// One line of text with fields, as a file's name: `{{id}} – {{name}}`.
public struct TextTemplate: Sendable {
  let fillings: [Filling<TextPart>]
  /// Where it is written.
  let place: SourceRange
  /// How the language writes numbers and days; nil for one that has not been settled.
  var language: LanguagePack?

  /// Reads a text with fields, conditions and repetitions as a letter has them.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - name: what messages call it, as `--name`.
  /// - Throws: every problem found in it, in source order.
  public init(_ text: String, name: String) throws(Diagnostics) {
    let file = SourceFile(name: name, text: text)
    var problems = DiagnosticCollector()
    self.init(text, at: file.range(0, file.bytes.count), &problems)
    var needs = FieldNeeds()
    fillings.tellFields(&needs)
    problems.add(needs.problems.all)
    try problems.throwIfErrors()
  }

  /// Reads a text that stands in a letter.
  init(_ text: String, at place: SourceRange, _ problems: inout DiagnosticCollector) {
    self.place = place
    var reader = TagReader(at: place, hasBackslashes: true)
    let atoms = reader.read(text)
    problems.add(reader.problems.all)
    fillings = reader.problems.hasErrors ? [] : matchTags(atoms, &problems)
  }

  /// The names of the fields it asks for, in their order, each once.
  public var fields: [String] {
    var needs = FieldNeeds()
    fillings.tellFields(&needs)
    var known: Set<String> = []
    return needs.all.map(\.path.name).filter { known.insert($0).inserted }
  }

  /// The text for one record, on one line.
  ///
  /// - Throws: what the record lacks or has wrong.
  public func fill(with record: Record) throws(Diagnostics) -> String {
    var filler = Filler(record, language: language)
    let filled = filler.fill(self)
    guard filler.problems.isEmpty else { throw Diagnostics(filler.problems) }
    return filled.text
  }
}

extension TextTemplate: FieldHolder {
  func tellFields(_ needs: inout FieldNeeds) { fillings.tellFields(&needs) }
}

extension Filler {
  /// A text with what the record has for its fields.
  struct FilledText {
    /// The text as it is, line ends and all.
    var verbatim = ""
    /// Whether it asks for fields of which none has a value.
    var isHollow: Bool { asked > 0 && empty == asked }
    fileprivate var asked = 0
    fileprivate var empty = 0

    /// The text on one line.
    var text: String { collapseSpaces(withPlainLineEnds(verbatim)) }
  }

  /// Fills one text.
  mutating func fill(_ template: TextTemplate) -> FilledText {
    var filled = FilledText()
    fill(template.fillings) { part, filler in
      switch part {
      case .text(let text): filled.verbatim += text
      case .field(let use):
        let text = filler.text(of: use)
        filled.asked += 1
        if text.allSatisfy(\.isWhitespace) { filled.empty += 1 }
        filled.verbatim += text
      }
    }
    return filled
  }

  /// Fills a text that may stand for several: one that is all a list gives one for each value.
  mutating func fillEach(_ template: TextTemplate) -> [FilledText] {
    guard template.fillings.count == 1, case .each(let path, let body, _) = template.fillings[0]
    else { return [fill(template)] }
    var texts: [FilledText] = []
    var current = FilledText()
    fill(
      [.each(path, body, otherwise: [])],
      roundEnded: {
        texts.append(current)
        current = FilledText()
      }
    ) { part, filler in
      switch part {
      case .text(let text): current.verbatim += text
      case .field(let use):
        let text = filler.text(of: use)
        current.asked += 1
        if text.allSatisfy(\.isWhitespace) { current.empty += 1 }
        current.verbatim += text
      }
    }
    return texts
  }
}
