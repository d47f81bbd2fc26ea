import Typeset

/// All that a run of `letterpdf render` reads, whole and in order.
struct RenderInput {
  let source: SourceFile
  let letter: Letter
  let layout: Layout
  let attachments: [FinishOptions.Attachment]
  /// What was noticed that stops nothing, beside what the letter itself tells.
  let warnings: [Diagnostic]

  /// Reads it all, and looks whether the files can go where they are wanted.
  ///
  /// - Throws: everything that is wrong with the letter, then with the layout, then with what the
  ///   command line says.
  init(
    _ command: RenderOptions, for typesetter: Typesetter, noting times: inout StageTimes
  ) throws(Diagnostics) {
    var problems: [Diagnostic] = []
    let source = Self.kept(&problems) { () throws(Diagnostics) in try Self.readLetter(command) }
    var template: LetterTemplate?
    let reading = times.measure("Letter") { () -> (letter: Letter, problems: [Diagnostic])? in
      guard command.data != nil else { return source.map { Letter.read($0) } }
      template = source.flatMap { source in
        Self.kept(&problems) { () throws(Diagnostics) in try LetterTemplate(source: source) }
      }
      return template.map { ($0.letter, []) }
    }
    let isBroken = command.data != nil && template == nil
    let isWhole = !isBroken && !(reading?.problems ?? []).contains { $0.severity == .error }
    if !isWhole { problems += reading?.problems ?? [] }
    var letter = reading?.letter ?? Letter()
    if let layout = command.layout { letter.layout = layout }
    if let language = command.language { letter.language = LanguageTag(language) }
    let layout = times.measure("Layout") {
      // A letter that cannot be read to its end may name one all the same.
      isWhole && source != nil || letter.layout != nil
        ? Self.kept(&problems) { () throws(Diagnostics) in
          try typesetter.layout(
            of: letter, from: command.letterFolder, forGuides: command.guides)
        } : nil
    }
    if !isWhole, reading != nil, let layout {
      // One that was read in part may have more that is wrong, on its pages.
      problems += typesetter.furtherProblems(
        of: letter, in: layout, assets: command.assets, besides: problems)
    }
    let date = command.date.flatMap(CalendarDate.init(iso8601:))
    if var template, let layout {
      template.language = letter.language
      if let date { template.date = date }
      let filled = Self.kept(&problems) { () throws(Diagnostics) in
        try Self.fill(template, in: layout, as: command, by: typesetter)
      }
      if let filled { letter = filled }
      if let name = command.layout { letter.layout = name }
    }
    if let date { letter.date = date }
    problems += command.usageFaults
    let attachments = source.map { Self.attachments(command, $0, &problems) }
    problems +=
      OutputPlaces(paths: command.outputs.map(\.path) + command.reportPaths).missingFolders
    guard let source, let layout, let attachments, problems.isEmpty else {
      var all = DiagnosticCollector()
      all.add(problems)
      throw Diagnostics(all.inSourceOrder)
    }
    self.source = source
    self.letter = letter
    self.layout = layout
    self.attachments = attachments
    // Most letters have no braces, and are not read again.
    warnings =
      command.data == nil && source.text.contains("{{")
      ? (try? LetterTemplate(source: source))?.unfilled ?? [] : []
  }

  /// The letter for the record that the command line names.
  private static func fill(
    _ template: LetterTemplate, in layout: Layout, as command: RenderOptions,
    by typesetter: Typesetter
  ) throws(Diagnostics) -> Letter {
    guard let path = command.data else { return template.letter }
    let settled = try typesetter.settle(template, in: layout)
    let data = try RenderData.read(path, record: command.record, encoding: command.encoding)
    try settled.check(columns: data.columns)
    return try settled.fill(with: data.record)
  }

  /// What is read; nil when it cannot be, of which the problems tell.
  private static func kept<T>(
    _ problems: inout [Diagnostic], _ read: () throws(Diagnostics) -> T
  ) -> T? {
    do throws(Diagnostics) {
      return try read()
    } catch {
      problems += error.all
      return nil
    }
  }

  private static func readLetter(_ command: RenderOptions) throws(Diagnostics) -> SourceFile {
    guard command.letter != "-" else {
      return try readSource(
        Terminal.readInput(limit: sourceSizeLimit), name: "standard input")
    }
    return try readSource(
      try readFile(at: command.letter, limit: sourceSizeLimit), name: command.letter)
  }

  private static func attachments(
    _ command: RenderOptions, _ source: SourceFile, _ problems: inout [Diagnostic]
  ) -> [FinishOptions.Attachment] {
    var attachments: [FinishOptions.Attachment] = []
    if command.attachSource {
      let isJSON = source.text.first { !$0.isWhitespace } == "{"
      let name = isJSON ? "letter.json" : "letter.md"
      attachments.append(
        FinishOptions.Attachment(
          name: command.letter == "-" ? name : fileName(command.letter),
          mediaType: isJSON ? "application/json" : "text/markdown", relationship: .source,
          bytes: Array(source.text.utf8)))
    }
    for path in command.attach {
      // What one message of Digital Post may weigh.
      let bytes = kept(&problems) { () throws(Diagnostics) in
        try readFile(at: path, limit: 99_500_000)
      }
      guard let bytes else { continue }
      attachments.append(
        FinishOptions.Attachment(
          name: fileName(path), mediaType: MediaType.of(fileName(path)), relationship: .supplement,
          bytes: bytes))
    }
    return attachments
  }

  private static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
