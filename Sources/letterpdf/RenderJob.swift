import LetterRequests
import Typeset

/// One run of `letterpdf render`: reads, sets, writes, reports.
struct RenderJob {
  private let command: RenderOptions

  init(options: RenderOptions) { command = options }

  /// Does it all; diagnostics go to standard error, and to the report where one is asked for.
  func run() throws {
    let faults = command.usageFaults
    let folder: String
    do {
      folder = try ResourceLocation.find(given: command.resources)
    } catch {
      tell(faults)
      throw error
    }
    let typesetter = Typesetter(resources: .folder(folder))
    do {
      var times = StageTimes()
      let check = try DeliveryCheck(command.check, window: command.window, resources: folder)
      let report = try render(by: typesetter, check, resources: folder, noting: &times)
      tell(report.warnings)
      if command.timings { printTimings(times) }
      if command.report != nil { try Terminal.print(report.json()) }
    } catch let error as Diagnostics {
      tell(error.all)
      if command.report != nil { try Terminal.print(Report(failure: error).json()) }
      throw faults.isEmpty ? Failure.diagnostics(error) : .usageFaults
    }
  }

  private func render(
    by typesetter: Typesetter, _ check: DeliveryCheck?, resources: String,
    noting times: inout StageTimes
  ) throws(Diagnostics) -> Report {
    let input = try RenderInput(command, for: typesetter, noting: &times)
    let messages = try RenderMessages(command, input, resources: resources)
    let sent = messages?.letter ?? input.letter
    func compose(_ options: ComposeOptions) throws(Diagnostics) -> ComposedLetter {
      try typesetter.compose(
        sent, in: input.layout, assets: .folder(command.letterFolder), options: options)
    }
    let letter = try Editions(command) { (isForPaper) throws(Diagnostics) in
      let composed = try compose(
        ComposeOptions(
          isDraft: command.draft, isForPaper: isForPaper, drawsGuides: command.guides))
      times.add(composed.times)
      return composed
    }
    let made = try files(of: letter, input.attachments)
    for file in made { times.add(file.times) }
    var files = made.map(\.file)
    var noticed: [Diagnostic] = []
    let posted = try messages?.files(
      LetterEditions(
        finishOptions(for: .digitalPost, input.attachments), ComposeOptions(isDraft: command.draft),
        compose: compose))
    noticed += posted?.warnings ?? []
    let letters = files
    files += posted?.files ?? []
    try checkPlaces(of: files)
    for file in letters { noticed += try check?.check(file.bytes, named: file.path) ?? [] }
    try write(files)
    var warnings = input.warnings + letter.warnings
    for warning in made.flatMap(\.warnings) + noticed where !warnings.contains(warning) {
      warnings.append(warning)
    }
    return Report(composition: letter.main, files: files, warnings: warnings)
  }

  /// A file to write, whole.
  struct File {
    let path: String
    let bytes: [UInt8]
  }

  /// A file, what was noticed in making it and how long that took.
  private struct Made {
    let file: File
    var warnings: [Diagnostic] = []
    var times = StageTimes()
  }

  /// The files to write, and what the PDFs among them cannot claim.
  private func files(
    of letter: Editions, _ attachments: [FinishOptions.Attachment]
  ) throws(Diagnostics) -> [Made] {
    let target = command.target
    if command.dump {
      return [Made(file: File(path: target, bytes: Array(letter.main.dump.utf8)))]
    }
    switch command.format {
    case .pdf: return try copies(of: letter, attachments)
    case .png: return try numbered(try letter.main.png(dotsPerInch: command.dpi))
    case .svg: return try numbered(try letter.main.svg())
    case .html: return [Made(file: File(path: target, bytes: letter.main.html()))]
    case .text: return [Made(file: File(path: target, bytes: letter.main.plainText()))]
    }
  }

  /// The PDF and its further copies, in their order; those of one composition are painted once.
  private func copies(
    of letter: Editions, _ attachments: [FinishOptions.Attachment]
  ) throws(Diagnostics) -> [Made] {
    var made: [String: FinishedPDF] = [:]
    for (composition, copies) in letter.copies {
      let options = copies.map { finishOptions(for: $0.purpose, attachments) }
      for (copy, pdf) in zip(copies, try composition.pdfs(options)) { made[copy.path] = pdf }
    }
    return command.copies.compactMap { copy in
      made[copy.path].map { pdf in
        Made(
          file: File(path: copy.path, bytes: pdf.bytes), warnings: pdf.warnings, times: pdf.times)
      }
    }
  }

  /// A standard that is asked for must be kept; the usual one is kept as far as enclosures let it.
  private func finishOptions(
    for purpose: FinishOptions.Purpose, _ attachments: [FinishOptions.Attachment]
  ) -> FinishOptions {
    FinishOptions(
      standard: command.standard ?? .a2aUA1,
      onForeignPDF: command.standard == nil ? .weaken : .refuse, attachments: attachments,
      purpose: purpose, blankLastSide: command.duplex)
  }

  /// One file a page: `letter-1.png`, `letter-2.png`; `-` takes a single page only.
  private func numbered(_ pages: [[UInt8]]) throws(Diagnostics) -> [Made] {
    let target = command.target
    guard target != "-" else {
      guard pages.count == 1 else {
        throw Diagnostics([
          Diagnostic(
            .error, "\(pages.count) pages cannot go to standard output as pictures",
            hints: ["name a file with -o; each page gets its number"])
        ])
      }
      return pages.map { Made(file: File(path: "-", bytes: $0)) }
    }
    let slash = target.lastIndex(of: "/") ?? target.startIndex
    let dot = target[slash...].lastIndex(of: ".") ?? target.endIndex
    return pages.enumerated().map { index, bytes in
      Made(file: File(path: "\(target[..<dot])-\(index + 1)\(target[dot...])", bytes: bytes))
    }
  }

  private func checkPlaces(of files: [File]) throws(Diagnostics) {
    let places = OutputPlaces(paths: files.map(\.path))
    try places.checkApart()
    try places.keep(command.letter, "the letter")
    if let layout = command.layout { try places.keep(layout, "the layout") }
    if let sender = command.delivery?.sender { try places.keep(sender, "the sender") }
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
