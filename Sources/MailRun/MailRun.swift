package import Typeset

/// One letter to many: sets a letter for each record, writes it and keeps the books.
///
/// Letters are set by several threads at a time; files and manifest are the same whatever their
/// number. Faults of records do not end the run unless the plan says so; a disk that is full does.
package struct MailRun<Source: RunSource>: Sendable {
  private typealias Desk = LetterDesk<Source.Record>
  private typealias Work = OrderedWork<Desk.Task, Desk.Outcome>

  private let plan: RunPlan
  private let source: Source
  private let make: @Sendable (Source.Record) throws(Diagnostics) -> MadeLetter

  /// Gets a run ready; nothing is read or written yet.
  ///
  /// - Parameter make: makes the letter of a record, on any thread; the letter must depend on the record
  ///   alone.
  package init(
    plan: RunPlan, source: Source,
    make: @escaping @Sendable (Source.Record) throws(Diagnostics) -> MadeLetter
  ) {
    self.plan = plan
    self.source = source
    self.make = make
  }

  /// Does it.
  ///
  /// - Parameters:
  ///   - watcher: is told how the run goes, on the caller's thread.
  ///   - sinks: take the letters in the order of their records; none where files are all.
  /// - Throws: what ended the run; what it wrote until then is in its manifest.
  package func run(
    telling watcher: (RunProgress) -> Void = { _ in }, sinks: [any LetterSink] = []
  ) throws(Diagnostics) -> RunResult {
    guard let path = plan.folder else {
      let desk = Desk(files: nil, handsOn: !sinks.isEmpty, make: make)
      return try collect(desk, known: nil, watcher) { (line, letter) throws(Diagnostics) in
        for sink in sinks { try sink.take(line, letter) }
      } end: { (_) throws(Diagnostics) in
      }
    }
    let folder = OutputFolder(path: path, shard: plan.shard)
    try folder.prepare(for: plan)
    var manifest = try ManifestFile(path: folder.manifest, isResumed: plan.isResumed)
    let files = LetterFiles(folder: path, shard: plan.shard)
    files.clear()
    try files.begin()
    let messages = MessageFiles(plan.messageFolders, in: path, shard: plan.shard)
    try messages.begin()
    defer {
      files.clear()
      messages.clear()
    }
    let desk = Desk(
      files: plan.writesLetters ? files : nil, messages: messages,
      isSealed: plan.isSealed, handsOn: !sinks.isEmpty, make: make)
    var lastCommit = ContinuousClock.now
    return try collect(desk, known: plan.isResumed ? folder.manifest : nil, watcher) {
      (line, letter) throws(Diagnostics) in
      for sink in sinks { try sink.take(line, letter) }
      manifest.add(line.text)
      // A fifth of a second of work is the most that a crash makes undone.
      let isDue = ContinuousClock.now - lastCommit > .milliseconds(200)
      guard isDue || manifest.waitingCount >= NameRegister.folderSize else { return }
      try messages.sync()
      try manifest.commit()
      lastCommit = .now
    } end: { (summary) throws(Diagnostics) in
      try messages.sync()
      try manifest.commit()
      try folder.write(summary)
    }
  }

  /// Starts the threads and takes in what they make, in the order of the records.
  private func collect(
    _ desk: Desk, known: String?, _ watcher: (RunProgress) -> Void,
    add: (ManifestLine, MadeLetter?) throws(Diagnostics) -> Void,
    end: (RunSummary) throws(Diagnostics) -> Void
  ) throws(Diagnostics) -> RunResult {
    let work = Work(window: desk.handsOn ? 64 + 16 * plan.jobs : 256 + 64 * plan.jobs)
    try start(desk, work, known: known)
    var books = RunBooks(plan: plan)
    var failure: Diagnostics?
    collecting: while true {
      if books.ending == nil, let signal = RunSignals.received {
        books.ending = .signal(signal)
        work.stop()
      }
      switch work.collect(within: 100) {
      case .end: break collecting
      case .nothingYet: break
      case .output(let outcome):
        // After what ended the run nothing counts; a wish to end it lets the begun letters through.
        if failure != nil || books.ending == .faultLimit {
          discard(outcome, desk)
          continue
        }
        do throws(Diagnostics) {
          try take(outcome, &books, add)
        } catch {
          failure = error
          discard(outcome, desk)
        }
        if failure != nil || books.ending != nil { work.stop() }
      }
      watcher(books.progress)
      books.wereTold()
    }
    books.summary.isComplete = failure == nil && books.ending == nil
    do throws(Diagnostics) {
      try end(books.summary)
    } catch {
      throw failure ?? error
    }
    if let failure { throw failure }
    return RunResult(
      summary: books.summary, kept: books.kept, ending: books.ending ?? .complete)
  }

  private func start(_ desk: Desk, _ work: Work, known: String?) throws(Diagnostics) {
    let dealer = RecordDealer(
      source: source, shard: plan.shard, idsMustDiffer: plan.namesHaveID, known: known)
    var isStarted = WorkerThread { dealer.deal(to: work) } != nil
    for worker in 0..<max(plan.jobs, 1) {
      let thread = WorkerThread {
        while let (number, task) = work.take() {
          work.finish(number, desk.outcome(of: task, by: worker))
        }
      }
      isStarted = isStarted && thread != nil
    }
    guard isStarted else {
      work.stop()
      throw Diagnostics([
        Diagnostic(
          .error, .threads, "the system gives no more threads", hints: ["ask for fewer: --jobs 1"])
      ])
    }
  }

  private func take(
    _ outcome: Desk.Outcome, _ books: inout RunBooks,
    _ add: (ManifestLine, MadeLetter?) throws(Diagnostics) -> Void
  ) throws(Diagnostics) {
    switch outcome {
    case .kept(let line): books.keep(line)
    case .made(let line, let letter):
      try add(line, letter)
      books.add(line)
    case .failed(let failure): throw failure
    }
  }

  /// Takes a letter away that the manifest will not tell of.
  private func discard(_ outcome: Desk.Outcome, _ desk: Desk) {
    guard case .made(let line, _) = outcome else { return }
    if let file = line.file { desk.files?.remove(file) }
    desk.messages.remove(line.messages)
  }
}
