import LetterRequests
import Typeset

/// One run of `letterpdf render`: reads, sets, writes, reports.
struct RenderJob {
  private let command: RenderOptions

  init(options: RenderOptions) { command = options }

  /// Does it all; diagnostics go to standard error, and to the report where one is asked for.
  func run() throws {
    try ReadNotes.collecting { (notes) throws(any Error) in try run(reading: notes) }
  }

  private func run(reading notes: ReadNotes) throws {
    let faults = command.usageFaults
    let resources: ResourceFolder
    do {
      resources = try ResourceLocation.folder(given: command.resources)
    } catch {
      tell(faults)
      throw error
    }
    let typesetter = Typesetter(resources: resources, reach: command.reach)
    var times = StageTimes()
    do {
      try keep(from: OutputPlaces(paths: command.reportPaths), notes)
    } catch {
      tell(error.all)
      throw Failure.diagnostics(error)
    }
    do {
      let check = try DeliveryCheck(
        command.check, window: command.window, resources: resources.path)
      let report = try render(
        by: typesetter, check, resources: resources.path, reading: notes, noting: &times)
      tell(report.warnings)
      if command.timings { printTimings(times) }
      try publish(report, notes)
    } catch let error as Diagnostics {
      tell(error.all)
      try publish(Report(failure: error), notes)
      throw faults.isEmpty ? Failure.diagnostics(error) : .usageFaults
    }
  }

  /// Brings the report where it is asked for.
  private func publish(_ report: Report, _ notes: ReadNotes) throws(Failure) {
    if command.report != nil { try Terminal.print(report.json()) }
    guard let path = command.reportPaths.first else { return }
    do throws(Diagnostics) {
      try keep(from: OutputPlaces(paths: [path]), notes)
      try writeWhole([(path, Array((report.json() + "\n").utf8))])
    } catch {
      tell(error.all)
      throw .diagnostics(error)
    }
  }

  private func render(
    by typesetter: Typesetter, _ check: DeliveryCheck?, resources: String,
    reading notes: ReadNotes, noting times: inout StageTimes
  ) throws(Diagnostics) -> Report {
    let input = try RenderInput(command, for: typesetter, noting: &times)
    let messages = try RenderMessages(command, input, resources: resources)
    let seal = try command.seal.map { (options) throws(Diagnostics) in
      try SealDesk(options, resources: resources, remembers: true)
    }
    let sent = messages?.letter ?? input.letter
    func compose(_ options: ComposeOptions) throws(Diagnostics) -> ComposedLetter {
      try typesetter.compose(
        sent, in: input.layout, assets: command.assets, options: options)
    }
    let letter = try Editions(command) { (isForPaper) throws(Diagnostics) in
      let composed = try compose(
        ComposeOptions(
          isDraft: command.draft, isForPaper: isForPaper, drawsGuides: command.guides))
      times.add(composed.times)
      return composed
    }
    let made = try files(of: letter, input.attachments, seal)
    for file in made { times.add(file.times) }
    var files = made.map(\.file)
    var noticed = seal?.warnings ?? []
    let posted = try messages?.files(
      LetterEditions(
        finishOptions(for: .digitalPost, input.attachments),
        ComposeOptions(isDraft: command.draft, isForPaper: command.purpose == .print),
        known: command.guides ? nil : letter.main, sealedBy: seal, compose: compose))
    noticed += posted?.warnings ?? []
    let letters = files
    files += posted?.files ?? []
    try checkPlaces(of: files, notes, seal)
    for file in letters where file.isPDF {
      noticed += try check?.check(file.bytes, named: file.path) ?? []
    }
    var warnings = input.warnings + letter.warnings
    for warning in made.flatMap(\.warnings) + noticed where !warnings.contains(warning) {
      warnings.append(warning)
    }
    if command.isStrict { try refuse(warnings) }
    try write(files)
    return Report(composition: letter.main, files: files, warnings: warnings)
  }

  /// A file to write, whole.
  struct File {
    let path: String
    let bytes: [UInt8]
    var isPDF = false
  }

  /// A file, what was noticed in making it and how long that took.
  private struct Made {
    let file: File
    var warnings: [Diagnostic] = []
    var times = StageTimes()
  }

  /// The files to write, in their order, and what the PDFs among them cannot claim.
  private func files(
    of letter: Editions, _ attachments: [FinishOptions.Attachment], _ seal: SealDesk?
  ) throws(Diagnostics) -> [Made] {
    let pdfs = try pdfs(of: letter, attachments, seal)
    var made: [Made] = []
    for output in command.outputs {
      var times = StageTimes()
      var files: [File] = []
      switch output.form {
      case .pdf:
        if let pdf = pdfs[output.path] { made.append(pdf) }
        continue
      case .dump:
        let text = times.measure("Dump") { letter.main.dump }
        files = [File(path: output.path, bytes: Array(text.utf8))]
      case .png:
        let pages = try times.measure("Draw PNG") { () throws(Diagnostics) in
          try letter.main.png(dotsPerInch: command.dpi)
        }
        files = try numbered(pages, output.path)
      case .svg:
        let pages = try times.measure("Draw SVG") { () throws(Diagnostics) in
          try letter.main.svg()
        }
        files = try numbered(pages, output.path)
      case .html: files = [File(path: output.path, bytes: letter.main.html())]
      case .text: files = [File(path: output.path, bytes: letter.main.plainText())]
      }
      made += files.enumerated().map { index, file in
        Made(file: file, times: index == 0 ? times : StageTimes())
      }
    }
    return made
  }

  /// The PDFs by their paths; those of one composition are painted once.
  private func pdfs(
    of letter: Editions, _ attachments: [FinishOptions.Attachment], _ seal: SealDesk?
  ) throws(Diagnostics) -> [String: Made] {
    var made: [String: Made] = [:]
    for (composition, copies) in letter.pdfs {
      let options = copies.map { finishOptions(for: $0.purpose, attachments) }
      for (copy, pdf) in zip(copies, try composition.pdfs(options)) {
        let bytes = try seal?.sealed(pdf.bytes, named: copy.path) ?? pdf.bytes
        made[copy.path] = Made(
          file: File(path: copy.path, bytes: bytes, isPDF: true), warnings: pdf.warnings,
          times: pdf.times)
      }
    }
    return made
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
  private func numbered(_ pages: [[UInt8]], _ target: String) throws(Diagnostics) -> [File] {
    guard target != "-" else {
      guard pages.count == 1 else {
        throw Diagnostics([
          Diagnostic(
            .error, .contradiction, "\(pages.count) pages cannot go to standard output as pictures",
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

  private func checkPlaces(
    of files: [File], _ notes: ReadNotes, _ seal: SealDesk?
  ) throws(Diagnostics) {
    let places = OutputPlaces(paths: files.map(\.path) + command.reportPaths)
    try places.checkApart()
    // They are read as well, so that they would be told of as the letter's.
    for path in seal?.files ?? [] { try places.keep(path, "a file of the seal's key") }
    try keep(from: places, notes)
  }

  /// - Throws: that a place is one of a file which the run reads.
  private func keep(from places: OutputPlaces, _ notes: ReadNotes) throws(Diagnostics) {
    try places.keep(command.letter, "the letter")
    if let layout = command.layout { try places.keep(layout, "the layout") }
    if let sender = command.delivery?.sender { try places.keep(sender, "the sender") }
    if let data = command.data { try places.keep(data, "the data") }
    for path in command.attach { try places.keep(path, "the attached file") }
    for path in notes.paths.sorted() { try places.keep(path, "a file of the letter") }
  }

  private func write(_ files: [File]) throws(Diagnostics) {
    for file in files where file.path == "-" {
      guard Terminal.write(file.bytes, to: 1) else {
        throw Diagnostics([Diagnostic(.error, .cannotWrite, "standard output takes no more")])
      }
    }
    try writeWhole(files.filter { $0.path != "-" }.map { ($0.path, $0.bytes) })
  }

  private func tell(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    Terminal.printError(
      DiagnosticFormatter.forReader(showsCodes: command.showsCodes).format(diagnostics))
  }

  private func printTimings(_ times: StageTimes) {
    let total = times.entries.reduce(Duration.zero) { $0 + $1.duration }
    func tell(_ stage: String, _ duration: Duration) {
      let share = total > .zero ? Int((duration / total * 100).rounded()) : 0
      let hundredths = String(Int((duration / .milliseconds(1) * 100).rounded()))
      let digits = String(repeating: "0", count: max(0, 3 - hundredths.count)) + hundredths
      let time = "\(digits.dropLast(2)).\(digits.suffix(2))".leftPadded(to: 10)
      Terminal.printError(
        "\(stage.padded(to: 24)) \(String(share).leftPadded(to: 3)) % \(time) ms")
    }
    for entry in times.entries { tell(entry.stage, entry.duration) }
    tell("all stages", total)
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
