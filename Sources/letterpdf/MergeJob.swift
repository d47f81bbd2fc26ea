#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import LetterRequests
import MailRun
import Typeset

/// One run of `letterpdf merge`.
struct MergeJob {
  private let options: MergeOptions

  init(options: MergeOptions) { self.options = options }

  /// Does it; tells how it goes on standard error and what it came to on standard output.
  func run() throws {
    try ReadNotes.collecting { (_) throws(any Error) in try set() }
  }

  private func set() throws {
    let resources = try ResourceLocation.folder(given: options.letter.resources)
    let typesetter = Typesetter(resources: resources, reach: options.letter.reach)
    let reader = try RecordReader(options)
    let columns = reader.columns
    let check = try DeliveryCheck(
      options.letter.check, window: options.letter.window, resources: resources.path)
    let input = try MergeInput(
      options, columns: columns, typesetter: typesetter, check: check,
      resources: resources.path)
    try input.keepSealFiles(from: options.wholeFiles)
    let census = RecordCensus(columns: columns, input: input)
    if let wanted = options.preview {
      return try RunPreview(options: options, input: input, census: census).run(
        for: wanted, reader)
    }
    RunSignals.watch()
    let teller = RunTeller(options)
    if !input.sealWarnings.isEmpty {
      Terminal.printError(DiagnosticFormatter.forReader().format(input.sealWarnings))
    }
    teller.begin(census, input.template)
    let archive = try options.archive.map { (path) throws(Diagnostics) in
      try LetterArchive(path: path)
    }
    let container = try options.delivery?.archive.map { (path) throws(Diagnostics) in
      try MessageArchive(path: path, form: "memo")
    }
    let bound = try options.bind.map { (bind) throws(Diagnostics) in
      try BoundRun(
        bind.plan(in: input.layout), standard: input.boundStandard,
        marks: input.layout.sheetMarks(isOneSided: bind.isOneSided), seal: input.boundSeal)
    }
    let run = MailRun(
      plan: options.plan(input, cores: Self.cores),
      source: RecordStream(reader, name: input.name, secrets: input.template.secretFields)
    ) { (record) throws(Diagnostics) in try input.make(record) }
    let result: RunResult
    do throws(Diagnostics) {
      let sinks = [archive as (any LetterSink)?, container, bound].compactMap { $0 }
      result = try run.run(telling: { teller.tell($0) }, sinks: sinks)
    } catch {
      teller.clear()
      throw error
    }
    if result.ending == .complete {
      try archive?.finish(result.summary)
      _ = try container?.finish()
      try bound?.finish()
    }
    try teller.end(result, bound: result.ending == .complete ? bound : nil)
    try settle(result)
  }

  private static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Picks the exit code.
  private func settle(_ result: RunResult) throws {
    switch result.ending {
    case .signal(let signal): throw Failure(text: "", code: 128 + signal)
    case .faultLimit: throw Failure.faultyRecords
    case .complete: if result.summary.faults > 0 { throw Failure.faultyRecords }
    }
  }
}

extension Failure {
  /// Some records have no letter; which, was told already.
  fileprivate static let faultyRecords = Failure(text: "", code: 3)
}
