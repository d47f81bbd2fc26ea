import ArgumentParser
import Intake
import LetterRequests
import MailRun
import Sealing
import Synchronization
import Typeset

/// What `render` and `merge` are told of seals.
///
/// A file says it all but the time: so nothing secret stands on a command line, what a job's schedule
/// calls stays short, and one file is kept from others' eyes and shared by all runs.
struct SealArguments: ParsableArguments {
  @Option(
    help: "Seals each PDF as a YAML file says, with key, passphrase-file, tsa or signer.",
    completion: .file())
  var seal: String?

  @Option(
    help: "When the seals say that they were made, as 2026-11-22T12:00:00Z. Default: now.")
  var sealAt: String?

  /// The arguments as plain values; nil where nothing is sealed.
  func options(_ faults: inout [Diagnostic]) -> SealOptions? {
    let time = SealTime.asked(sealAt, "--seal-at", &faults)
    if let seal { return SealOptions(file: seal, time: time) }
    if sealAt != nil {
      faults.append(
        Diagnostic(
          .error, .contradiction, "--seal-at is for --seal",
          hints: ["name a file of settings with --seal, or leave it out"]))
    }
    return nil
  }
}

/// Whether and how PDFs are sealed.
struct SealOptions: Hashable, Sendable {
  /// The settings.
  let file: String
  /// When the seals say that they were made; nil for the clock's time.
  let time: SealTime?
}

extension RenderOptions {
  /// What does not go together with a seal.
  var sealContradictions: [Diagnostic] {
    guard seal != nil else { return [] }
    var found: [Diagnostic] = []
    if watch {
      found.append(
        Diagnostic(
          .error, .contradiction,
          "--watch sets the letter again and again, and each would be sealed",
          hints: ["leave --seal out until the letter is finished"]))
    }
    if delivery == nil, !outputs.contains(where: \.isPDF) {
      found.append(
        Diagnostic(
          .error, .contradiction, "--seal is for PDFs", hints: ["leave it out, or write a PDF"]))
    }
    return found
  }
}

/// Seals the PDFs of one run, each once; any thread may use it.
final class SealDesk: Sendable {
  /// The files that are read, which nothing may be written over.
  let files: [String]
  /// What the settings say, for a run that is taken up again.
  let settingsDigest: String
  /// What is to be told before anything is sealed.
  let warnings: [Diagnostic]
  private let sealer: Sealer
  private let remembers: Bool
  private let known = Mutex<[[UInt8]: [UInt8]]>([:])

  /// Reads the settings, and gets the key.
  ///
  /// - Parameter remembers: whether a PDF that was sealed is not sealed again, as the one of a message is
  ///   that of a file.
  init(_ options: SealOptions, resources: String, remembers: Bool = false) throws(Diagnostics) {
    let settings = try SealSettings(file: options.file)
    files = settings.files + [options.file]
    settingsDigest = sha256(try readFile(at: options.file, limit: sourceSizeLimit))
    let intake = IntakeClient(program: IntakeLocation.find(resources: resources))
    sealer = try Sealer(settings, at: options.time, intake: intake, asking: Passphrase.ask)
    warnings = sealer.warnings
    self.remembers = remembers
  }

  /// The bytes of a PDF with a seal behind them.
  func sealed(_ bytes: [UInt8], named name: String) throws(Diagnostics) -> [UInt8] {
    if remembers, let sealed = known.withLock({ $0[bytes] }) { return sealed }
    let sealed = try sealer.seal(bytes, named: name)
    if remembers { known.withLock { $0[bytes] = sealed } }
    return sealed
  }
}
