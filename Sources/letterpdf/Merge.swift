import ArgumentParser
import MailRun
import Typeset

/// `letterpdf merge`: sets one letter for each of many records.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Sets one letter for each record of a CSV or JSON Lines file.",
    discussion: """
      Ends with 0 if every record has its letter, with 3 if some were at fault; those are in the \
      manifest, and the others have their letters.
      """)

  @Argument(
    help: "The letter, with {{fields}}: Markdown with a YAML head, or JSON.", completion: .file())
  var letter: String

  @Option(
    help: "The records: CSV with a row of names, or JSON Lines; - is standard input.",
    completion: .file())
  var recipients: String

  @Option(
    name: .shortAndLong,
    help: "The folder that the letters and the manifest go to; with --preview the file.",
    completion: .directory)
  var output: String?

  @Option(
    help: "Writes all letters into one archive as well or instead, FILE.tar.zst.",
    completion: .file())
  var archive: String?

  @OptionGroup var binding: BindArguments

  @OptionGroup var delivery: DeliveryArguments

  @OptionGroup var sealing: SealArguments

  @Option(
    help: "Puts all messages of Digital Post into one container, FILE.tar.lzma, or several.")
  var memoArchive: String?

  @Option(help: "What each file is called, as '{{id}} – {{name}}'. Default: the record's number.")
  var name: String?

  @Option(help: "How the records are written: csv or jsonl. Default: as they begin.")
  var format: Choice<RecordReader.Format>?

  @Option(help: "How the characters of the records are written: utf-8 or latin-1.")
  var encoding = Choice.word(RecordReader.Encoding.utf8)

  @Option(
    help: "A layout by name, or a layout file; comes before the letter's own.", completion: .file())
  var layout: String?

  @Option(help: "The letters' date, YYYY-MM-DD; comes before the letter's own.")
  var date: String?

  @Option(help: "The letters' language, such as da; comes before the letter's own.")
  var language: String?

  @Option(help: "The folder that holds Fonts, Languages and Layouts.", completion: .directory)
  var resources: String?

  @Flag(help: "Lets the letter name installed layouts alone, and no layout file.")
  var installedOnly = false

  @Option(help: "The standards that the PDFs must meet, as in render.")
  var standard: Choice<FinishOptions.Standard>?

  @Option(name: .customLong("for"), help: "What the PDFs are for: digital-post, screen or print.")
  var purpose = Choice.word(FinishOptions.Purpose.digitalPost)

  @Option(
    help:
      "Makes a letter faulty that does not keep a profile, as letterpdf check has it; may be given again."
  )
  var check: [String] = []

  @Option(help: "The envelope's window for --check, in mm: 'x y width height'.")
  var window: String?

  @Flag(help: "Gives a printed letter of an odd number of pages a blank last side.")
  var duplex = false

  @Flag(help: "Sets the word for a draft across each page.")
  var draft = false

  @Flag(help: "Gives each file its own parts of the fonts: half the bytes, in more time.")
  var small = false

  @Option(help: "How many letters are set at the same time. Default: as many as there are cores.")
  var jobs: String?

  @Option(help: "Sets the i-th of n shares of the records: i/n.")
  var shard: String?

  @Flag(help: "Goes on with the run in the folder: keeps what is right, sets the rest.")
  var resume = false

  @Flag(help: "Ends with the first faulty record, and takes a warning for a fault.")
  var strict = false

  @Option(help: "Ends with so many faulty records.")
  var limitFaults: String?

  @Flag(help: "Sets all letters and writes nothing.")
  var dryRun = false

  @Option(help: "Sets the letter of one record, by its number or id, and tells of them all.")
  var preview: String?

  @Flag(help: "Says nothing but errors.")
  var quiet = false

  @Option(help: "Prints a report on standard output: json.")
  var report: Choice<RenderOptions.ReportForm>?

  @OptionGroup var messages: MessageOptions

  func run() throws {
    let options = options
    guard options.faults.isEmpty else {
      throw Failure.usage(options.faults)
    }
    do {
      try MergeJob(options: options).run()
    } catch let error as Diagnostics {
      Terminal.printError(DiagnosticFormatter.forReader().format(error.all))
      throw Failure.diagnostics(error)
    }
  }

  /// The command line as plain values, and what is wrong with it.
  private var options: MergeOptions {
    var faults: [Diagnostic] = []
    var options = MergeOptions(
      letter: RenderOptions(
        letter: letter, layout: layout, date: date, language: language, resources: resources,
        duplex: duplex, draft: draft),
      recipients: recipients, output: output, archive: archive, name: name, isResumed: resume,
      isSmall: small, isStrict: strict, isDry: dryRun, preview: preview, isQuiet: quiet)
    options.letter.check = check
    options.letter.reach = installedOnly ? .installed : .beside
    options.letter.window = window
    options.letter.standard = standard?.value(of: "--standard", &faults)
    if let purpose = purpose.value(of: "--for", &faults) { options.letter.purpose = purpose }
    options.format = format?.value(of: "--format", &faults)
    if let encoding = encoding.value(of: "--encoding", &faults) { options.encoding = encoding }
    options.report = report?.value(of: "--report", &faults)
    options.jobs = Self.count(jobs, "--jobs", &faults)
    options.faultLimit = Self.count(limitFaults, "--limit-faults", &faults)
    options.bind = binding.options(&faults)
    options.delivery = delivery.options(archive: memoArchive, &faults)
    options.letter.seal = sealing.options(&faults)
    if let shard {
      if let share = Shard(shard) {
        options.shard = share
      } else {
        faults.append(
          Diagnostic(
            .error, .option, "--shard cannot be \"\(shard)\"",
            hints: ["write which of how many, from 1: 2/8"]))
      }
    }
    options.faults = options.letter.usageFaults + faults + options.contradictions
    return options
  }

  static func count(
    _ text: String?, _ option: String, _ faults: inout [Diagnostic]
  ) -> Int? {
    guard let text else { return nil }
    if let count = Int(text), count >= 1, count <= 1_000_000 { return count }
    faults.append(
      Diagnostic(
        .error, .option, "\(option) cannot be \"\(text)\"", hints: ["write a whole number from 1"]))
    return nil
  }
}
