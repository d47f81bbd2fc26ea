import Typeset

/// One run of `letterpdf render`: reads, sets, writes, reports.
struct RenderJob {
  private let command: RenderOptions

  init(options: RenderOptions) { command = options }

  /// Does it all; diagnostics go to standard error, and to the report where one is asked for.
  func run() throws {
    let folder = try ResourceLocation.find(given: command.resources)
    let typesetter = Typesetter(resources: ResourceFolder(path: folder))
    do {
      let report = try render(by: typesetter)
      tell(report.warnings)
      if command.timings { printTimings(typesetter.times) }
      if command.report != nil { try Terminal.print(report.json()) }
    } catch let error as Diagnostics {
      tell(error.all)
      if command.report != nil { try Terminal.print(Report(failure: error).json()) }
      throw Failure.diagnostics(error)
    }
  }

  private func render(by typesetter: Typesetter) throws(Diagnostics) -> Report {
    let source = try readLetter()
    let letter = try Editions(command) { (isForPaper) throws(Diagnostics) in
      try typesetter.compose(source, in: letterFolder, options: try options(isForPaper))
    }
    let finishing = try finishOptions(source)
    let files = try files(of: letter, finishing, by: typesetter)
    try checkPlaces(of: files)
    try write(files)
    var warnings = letter.warnings
    if command.makesPDF {
      warnings += try typesetter.standardWarnings(letter.main, options: finishing)
      warnings += letter.printed?.inkNotes ?? []
    }
    return Report(composition: letter.main, files: files, warnings: warnings)
  }

  /// A file to write, whole.
  struct File {
    let path: String
    let bytes: [UInt8]
  }

  private func readLetter() throws(Diagnostics) -> SourceFile {
    guard command.letter != "-" else {
      return try readSource(
        Terminal.readInput(limit: sourceSizeLimit), name: "standard input")
    }
    return try readSource(
      try readFile(at: command.letter, limit: sourceSizeLimit), name: command.letter)
  }

  /// Where the letter's images are found; for standard input the current folder.
  private var letterFolder: String {
    guard command.letter != "-", let slash = command.letter.lastIndex(of: "/") else { return "." }
    return slash == command.letter.startIndex ? "/" : String(command.letter[..<slash])
  }

  private func options(_ isForPaper: Bool) throws(Diagnostics) -> ComposeOptions {
    var options = ComposeOptions()
    options.layout = command.layout
    options.isDraft = command.draft
    options.isForPaper = isForPaper
    options.drawsGuides = command.guides
    options.language = command.language.map { LanguageTag($0) }
    if let date = command.date {
      guard let day = CalendarDate(iso8601: date) else {
        throw Diagnostics([
          Diagnostic(
            .error, "--date is \"\(date)\", which is no day", hints: ["write YYYY-MM-DD"])
        ])
      }
      options.date = day
    }
    return options
  }

  /// The files to write, and what the PDFs among them cannot claim.
  private func files(
    of letter: Editions, _ options: FinishOptions, by typesetter: Typesetter
  ) throws(Diagnostics) -> [File] {
    let target = command.target
    if command.dump { return [File(path: target, bytes: Array(letter.main.dump.utf8))] }
    switch command.format {
    case .pdf: return try copies(of: letter, options, by: typesetter)
    case .png:
      return try numbered(try typesetter.png(letter.main, dotsPerInch: command.dpi))
    case .svg: return try numbered(try typesetter.svg(letter.main))
    }
  }

  /// The PDF and its further copies, in their order; those of one composition are painted once.
  private func copies(
    of letter: Editions, _ options: FinishOptions, by typesetter: Typesetter
  ) throws(Diagnostics) -> [File] {
    var bytes: [String: [UInt8]] = [:]
    for (composition, copies) in letter.copies {
      let purposes = copies.map { copy in
        var options = options
        options.purpose = copy.purpose
        return options
      }
      let made = try typesetter.pdfs(composition, options: purposes)
      for (copy, pdf) in zip(copies, made) { bytes[copy.path] = pdf }
    }
    return command.copies.map { File(path: $0.path, bytes: bytes[$0.path] ?? []) }
  }

  private func finishOptions(_ source: SourceFile) throws(Diagnostics) -> FinishOptions {
    var options = FinishOptions()
    if let standard = command.standard {
      options.standard = standard
      options.demandsStandard = true
    }
    options.blankLastSide = command.duplex
    options.attachments = try attachments(source)
    return options
  }

  private func attachments(
    _ source: SourceFile
  ) throws(Diagnostics) -> [FinishOptions.Attachment] {
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
      let bytes = try readFile(at: path, limit: 99_500_000)
      attachments.append(
        FinishOptions.Attachment(
          name: fileName(path), mediaType: MediaType.of(fileName(path)), relationship: .supplement,
          bytes: bytes))
    }
    return attachments
  }

  private func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// One file a page: `letter-1.png`, `letter-2.png`; `-` takes a single page only.
  private func numbered(_ pages: [[UInt8]]) throws(Diagnostics) -> [File] {
    let target = command.target
    guard target != "-" else {
      guard pages.count == 1 else {
        throw Diagnostics([
          Diagnostic(
            .error, "\(pages.count) pages cannot go to standard output as pictures",
            hints: ["name a file with -o; each page gets its number"])
        ])
      }
      return pages.map { File(path: "-", bytes: $0) }
    }
    let slash = target.lastIndex(of: "/") ?? target.startIndex
    let dot = target[slash...].lastIndex(of: ".") ?? target.endIndex
    return pages.enumerated().map { index, bytes in
      File(path: "\(target[..<dot])-\(index + 1)\(target[dot...])", bytes: bytes)
    }
  }

  private func checkPlaces(of files: [File]) throws(Diagnostics) {
    let places = OutputPlaces(paths: files.map(\.path))
    try places.checkApart()
    try places.keep(command.letter, "the letter")
    if let layout = command.layout { try places.keep(layout, "the layout") }
    for path in command.attach { try places.keep(path, "the attached file") }
  }

  private func write(_ files: [File]) throws(Diagnostics) {
    for file in files where file.path == "-" {
      guard Terminal.write(file.bytes, to: 1) else {
        throw Diagnostics([Diagnostic(.error, "standard output takes no more")])
      }
    }
    try writeWhole(files.filter { $0.path != "-" }.map { ($0.path, $0.bytes) })
  }

  private func tell(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    Terminal.printError(DiagnosticFormatter().format(diagnostics))
  }

  private func printTimings(_ times: StageTimes) {
    let total = times.entries.reduce(Duration.zero) { $0 + $1.duration }
    for entry in times.entries {
      let share = total > .zero ? entry.duration / total : 0
      let name = entry.stage.padded(to: 24)
      Terminal.printError("\(name) \(String(Int((share * 100).rounded())).leftPadded(to: 3)) %")
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
