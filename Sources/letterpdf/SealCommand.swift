import ArgumentParser
import Sealing
import Typeset

/// `letterpdf seal`: puts a digital seal into a finished PDF.
struct SealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal",
    abstract: "Puts a digital seal over a finished PDF, which stays as it is in front of it.",
    discussion: """
      The seal is one of PAdES (ETSI EN 319 142-1), without any look on the pages. A passphrase never \
      stands on the command line: it is read from a file, from a variable of the environment, or on a \
      terminal.
      """)

  @Argument(help: "The PDF; - is standard input.", completion: .file())
  var file: String

  @Option(
    name: .shortAndLong,
    help:
      "The file to write; - is standard output. Default: beside the PDF, with -sealed in its name.",
    completion: .file())
  var output: String?

  @Flag(help: "Writes the sealed PDF over the one that is read.")
  var inPlace = false

  @Option(
    help: "A YAML file that says the rest, as for render --seal; options come before it.",
    completion: .file())
  var settings: String?

  @Option(help: "The file of the key and its certificates, PKCS #12.", completion: .file())
  var key: String?

  @Option(help: "The file whose first line is the key's passphrase.", completion: .file())
  var passphraseFile: String?

  @Option(help: "The variable of the environment that is the key's passphrase.")
  var passphraseVariable: String?

  @Option(
    help: """
      A command that signs instead of a key's file: it reads a SHA-256 of 32 bytes and writes the \
      signature. Words are parted at spaces; no shell runs it.
      """)
  var signer: String?

  @Option(
    help: "The certificates for --signer, in PEM, the seal's own first.", completion: .file())
  var certificates: String?

  @Option(help: "The address of a time-stamp authority (RFC 3161), for PAdES B-T.")
  var tsa: String?

  @Option(help: "What the seal says of who seals.")
  var name: String?

  @Option(help: "What the seal says of why.")
  var reason: String?

  @Option(help: "What the seal says of where.")
  var place: String?

  @Option(
    help: "When the seal says that it was made, as 2026-11-22T12:00:00Z. Default: now.")
  var at: String?

  @Option(
    help: "The folder that holds Fonts, Languages and Layouts.", completion: .directory)
  var resources: String?

  @OptionGroup var messages: MessageOptions

  func run() throws {
    var faults: [Diagnostic] = []
    let time = SealTime.asked(at, "--at", &faults)
    if inPlace, output != nil {
      faults.append(
        Diagnostic(
          .error, .contradiction, "--in-place and -o name two places",
          hints: ["leave one of them out"]))
    }
    if inPlace, file == "-" {
      faults.append(
        Diagnostic(
          .error, .contradiction, "--in-place is for a file, not for standard input",
          hints: ["name a file with -o"]))
    }
    if settings == nil, key == nil, signer == nil {
      faults.append(
        Diagnostic(
          .error, .option, "nothing says which key seals",
          hints: ["name its file with --key, or settings with --settings"]))
    }
    guard faults.isEmpty else { throw Failure.usage(faults) }
    let job = SealJob(
      file: file, output: inPlace ? file : output ?? Self.sealedName(of: file), isInPlace: inPlace,
      settingsFile: settings, time: time, resources: resources)
    do {
      try job.run(with: change)
    } catch let error as Diagnostics {
      Terminal.printError(DiagnosticFormatter.forReader().format(error.all))
      throw Failure.diagnostics(error)
    }
  }

  /// `letter.pdf` as `letter-sealed.pdf`.
  private static func sealedName(of file: String) -> String {
    guard file != "-" else { return "-" }
    let isPDF = file.lowercased().hasSuffix(".pdf")
    return (isPDF ? String(file.dropLast(4)) : file) + "-sealed.pdf"
  }

  /// Puts what the options say in the place of what the settings say.
  private func change(_ settings: inout SealSettings) {
    if let key {
      settings.key = key
      (settings.signer, settings.certificates) = ([], nil)
    }
    if let signer {
      settings.signer = signer.split(separator: " ").map(String.init)
      (settings.key, settings.passphraseFile, settings.passphraseVariable) = (nil, nil, nil)
    }
    if let certificates { settings.certificates = certificates }
    if let passphraseFile {
      (settings.passphraseFile, settings.passphraseVariable) = (passphraseFile, nil)
    }
    if let passphraseVariable {
      settings.passphraseVariable = passphraseVariable
      if passphraseFile == nil { settings.passphraseFile = nil }
    }
    if let tsa { settings.timeStamps = tsa }
    if let name { settings.words.name = name }
    if let reason { settings.words.reason = reason }
    if let place { settings.words.place = place }
  }
}

extension SealTime {
  /// The time that an option says; nil for none, and for a wrong one, of which the faults tell.
  static func asked(
    _ text: String?, _ option: DiagnosticText, _ faults: inout [Diagnostic]
  ) -> SealTime? {
    guard let text else { return nil }
    if let time = SealTime(text) { return time }
    faults.append(
      Diagnostic(
        .error, .option, "\(option) cannot be \(quoted(text))",
        hints: ["write a time of UTC, as 2026-11-22T12:00:00Z"]))
    return nil
  }
}
