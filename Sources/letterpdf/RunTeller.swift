#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import MailRun
import Typeset

/// Tells on standard error how a run goes: a bar on a terminal, a line now and then elsewhere.
///
/// One thread uses it, the one that collects.
final class RunTeller {
  /// How often a line is written where there is no terminal.
  private static let pause = Duration.seconds(10)
  /// How many faulty records are told of one by one; all are in the manifest.
  private static let faultLimit = 20

  private let options: MergeOptions
  private let isTerminal = isatty(2) == 1
  private let start = ContinuousClock.now
  private var lastLine = ContinuousClock.now
  private var isBarShown = false
  private let counter: RecordCounter?

  init(_ options: MergeOptions) {
    self.options = options
    // Counting reads the file once more, so it is done where somebody watches.
    counter =
      isTerminal && !options.isQuiet && options.recipients != "-" ? RecordCounter(options) : nil
  }

  /// Tells which columns are used and what looks wrong in all letters, before the first of them.
  func begin(_ census: RecordCensus, _ template: LetterTemplate) {
    guard !options.isQuiet else { return }
    let warnings = DiagnosticFormatter.forReader().format(template.warnings)
    if !warnings.isEmpty { _ = Terminal.write(Array(warnings.utf8), to: 2) }
    for line in census.lines { Terminal.printError(line) }
  }

  /// Tells how far the run is.
  func tell(_ progress: RunProgress) {
    if let fault = progress.fault { tell(fault, progress.faults) }
    guard !options.isQuiet else { return }
    let now = ContinuousClock.now
    guard now - lastLine >= (isTerminal ? .milliseconds(100) : Self.pause) else { return }
    lastLine = now
    let line = Self.line(progress, after: now - start, total: total)
    if isTerminal {
      _ = Terminal.write(Array("\r\u{1B}[K\(bar(progress))\(line)".utf8), to: 2)
      isBarShown = true
    } else {
      Terminal.printError(line)
    }
  }

  /// How many records there are in the run's share; nil while that is not known.
  private var total: Int? {
    counter?.count.map { ($0 + options.shard.count - options.shard.index) / options.shard.count }
  }

  private func tell(_ line: ManifestLine, _ count: Int) {
    guard count <= Self.faultLimit else { return }
    clear()
    let name = line.id == String(line.number) ? "" : " (\(line.id))"
    let head: DiagnosticText = "record \(line.number)\(name)"
    Terminal.printError(head.forReader + ":")
    _ = Terminal.write(Array(DiagnosticFormatter.forReader().format(line.diagnostics).utf8), to: 2)
    if count == Self.faultLimit {
      let rest: DiagnosticText =
        "further faulty records are counted, and told in the manifest"
      Terminal.printError(rest.forReader)
    }
  }

  /// Takes the bar away.
  func clear() {
    guard isBarShown else { return }
    _ = Terminal.write(Array("\r\u{1B}[K".utf8), to: 2)
    isBarShown = false
  }

  private func bar(_ progress: RunProgress) -> String {
    guard let total, total > 0 else { return "" }
    let filled = min(24, progress.records * 24 / total)
    return "[" + String(repeating: "#", count: filled)
      + String(repeating: ".", count: 24 - filled) + "] "
  }

  /// As `1200 of 98000 records, 3480 a second, 28 s left, 2 faults`.
  static func line(_ progress: RunProgress, after time: Duration, total: Int?) -> String {
    let done = progress.records
    var parts: [DiagnosticText] = [
      total.map { "\(done) of \($0) records" } ?? "\(done) records"
    ]
    let rate = Double(progress.records - progress.kept) / max(time / .seconds(1), 0.001)
    parts.append("\(Int(rate.rounded())) a second")
    if let total, rate > 0, total > progress.records {
      parts.append(remaining(Double(total - progress.records) / rate))
    }
    if progress.faults > 0 {
      parts.append(Counts.faults(progress.faults))
    }
    return parts.forReader
  }

  private static func remaining(_ seconds: Double) -> DiagnosticText {
    let whole = Int(seconds.rounded(.up))
    if whole < 120 { return "\(whole) s left" }
    if whole < 7200 { return "\((whole + 59) / 60) min left" }
    return "\((whole + 3599) / 3600) h left"
  }

  /// Tells what the run came to.
  ///
  /// - Parameter bound: the files for a printer; nil for a run that binds none.
  func end(_ result: RunResult, bound: BoundRun?) throws(Failure) {
    clear()
    if result.ending != .complete { tellHowToGoOn(result) }
    if options.report != nil { return try Terminal.print(Self.report(result)) }
    guard !options.isQuiet else { return }
    try Terminal.print(Self.sentence(result, bound))
  }

  private static func sentence(_ result: RunResult, _ bound: BoundRun?) -> String {
    let summary = result.summary
    var parts = [
      Counts.letters(summary.done), Counts.pages(summary.pages),
      Counts.sheets(bound?.sheets ?? summary.sheets),
    ]
    if let bound { parts.append(Counts.boundFiles(bound.fileCount)) }
    // Letters that are only bound have no files of their own.
    if summary.bytes > 0 { parts.append(Counts.bytes(summary.bytes)) }
    var more: [DiagnosticText] = []
    if summary.faults > 0 { more.append("\(summary.faults) of \(summary.records) records faulty") }
    if result.kept > 0 { more.append("\(result.kept) kept") }
    if let longest = summary.longest, longest.pages > 1 {
      let name = longest.id == String(longest.number) ? "" : " (\(longest.id))"
      more.append("most pages: \(longest.pages), record \(longest.number)\(name)")
    }
    return more.reduce(parts.forReader) { $0 + "; " + $1.forReader }
  }

  private static func report(_ result: RunResult) -> String {
    let ending =
      switch result.ending {
      case .complete: "complete"
      case .faultLimit: "fault-limit"
      case .signal: "interrupted"
      }
    return "{\"ending\":\"\(ending)\",\"kept\":\(result.kept)," + result.summary.json.dropFirst()
  }

  private func tellHowToGoOn(_ result: RunResult) {
    let records = result.summary.records
    guard options.output != nil else {
      let words: DiagnosticText = "ended after \(records) records"
      return Terminal.printError(words.forReader)
    }
    var words = CommandLine.arguments
    if !options.isResumed { words.append("--resume") }
    let told: DiagnosticText = "ended after \(records) records; go on with:"
    Terminal.printError(
      told.forReader + "\n  " + words.map(Self.shellWord).joined(separator: " "))
  }

  /// A word as a shell takes it back.
  private static func shellWord(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy { byte in
        byte >= 0x80
          || "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=+:,@"
            .utf8.contains(byte)
      }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
