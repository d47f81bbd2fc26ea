import ArgumentParser
import Typeset

/// `letterpdf render`: sets one letter.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Sets a letter and writes it as PDF, PNG, SVG, HTML or text.")

  @Argument(
    help: "The letter: Markdown with a YAML head, or JSON; - is standard input.",
    completion: .file())
  var letter: String

  @Option(
    name: .shortAndLong,
    help: "The file to write; - is standard output. Default: beside the letter.",
    completion: .file())
  var output: String?

  @Option(
    help: """
      Fills the letter's fields from a file: a JSON object, or one record of a CSV or JSON Lines file.
      """, completion: .file())
  var data: String?

  @Option(help: "Which record of --data to take: its number or its id. Default: the first.")
  var record: String?

  @Option(help: "How the characters of --data are written: utf-8 or latin-1.")
  var encoding: Choice<RecordReader.Encoding>?

  @Option(
    help: "A layout by name, or a layout file; comes before the letter's own.",
    completion: .file())
  var layout: String?

  @Option(help: "The letter's date, YYYY-MM-DD; comes before the letter's own.")
  var date: String?

  @Option(help: "The letter's language, such as da; comes before the letter's own.")
  var language: String?

  @Option(help: "The folder that holds Fonts, Languages and Layouts.", completion: .directory)
  var resources: String?

  @Flag(help: "Lets the letter name installed layouts alone, and no layout file.")
  var installedOnly = false

  @Option(help: "What to write: pdf, html, text, png or svg; the last two give one file a page.")
  var format = Choice.word(RenderOptions.Format.pdf)

  @Option(
    help: """
      The standards that the PDF must meet: a-2a+ua-1, a-3a+ua-1, a-2a, a-2u, a-2b, a-3a, a-3u, a-3b, \
      ua-1, a-4+ua-2, a-4f+ua-2, a-4, a-4f or none. Default: a-2a+ua-1, or what the enclosures leave of \
      it.
      """)
  var standard: Choice<FinishOptions.Standard>?

  @Option(name: .customLong("for"), help: "What the PDF is for: digital-post, screen or print.")
  var purpose = Choice.word(FinishOptions.Purpose.digitalPost)

  @Option(
    help: """
      Writes the same pages to a further file: a PDF, as print=FILE; pictures, as png=FILE or svg=FILE; \
      or the layout as text, as dump=FILE. May be given again.
      """)
  var also: [String] = []

  @Option(
    help: "Puts a file into the PDF, which becomes PDF/A-3 or PDF/A-4f; may be given again.",
    completion: .file())
  var attach: [String] = []

  @Option(
    help:
      "Writes nothing unless the PDF keeps a profile, as letterpdf check has it; may be given again."
  )
  var check: [String] = []

  @Option(help: "The envelope's window for --check, in mm: 'x y width height'.")
  var window: String?

  @OptionGroup var delivery: DeliveryArguments

  @OptionGroup var sealing: SealArguments

  @Flag(help: "Puts the letter's own source into the PDF.")
  var attachSource = false

  @Flag(help: "Gives a printed letter of an odd number of pages a blank last side.")
  var duplex = false

  @Flag(help: "Sets the word for a draft across each page.")
  var draft = false

  @Flag(
    help: "Names every frame, zone and mark in millimetres; draws margins, lines and break costs.")
  var guides = false

  @Option(help: "The resolution of PNG pictures.")
  var dpi = "150"

  @Option(help: "Prints a report on standard output: json.")
  var report: Choice<RenderOptions.ReportForm>?

  @Option(
    help: "Writes the report to a file, as for a letter that goes to standard output.",
    completion: .file())
  var reportTo: String?

  @Option(
    help: """
      The folder of the images and enclosures that the letter names. Default: the letter's own; one on \
      standard input has none.
      """, completion: .directory)
  var base: String?

  @Flag(help: "Sets the letter again whenever one of its files changes, until Ctrl-C ends it.")
  var watch = false

  @Flag(help: "Writes the layout as text instead: every line with its place and words.")
  var dump = false

  @Flag(help: "Tells each diagnostic with its code, which letterpdf explain explains.")
  var codes = false

  @Flag(help: "Takes warnings for errors: nothing is written, and the run ends with 1.")
  var strict = false

  @Flag(help: "Prints how long each stage took, on standard error.")
  var timings = false

  @OptionGroup var messages: MessageOptions

  func run() throws {
    guard watch else { return try RenderJob(options: options).run() }
    try RenderWatch(options: options).run()
  }

  /// The command line as plain values, and what is wrong with it.
  private var options: RenderOptions {
    var faults: [Diagnostic] = []
    var options = RenderOptions(
      letter: letter, output: output, layout: layout, date: date, language: language,
      resources: resources, attach: attach, attachSource: attachSource, duplex: duplex,
      draft: draft, guides: guides, dump: dump, timings: timings)
    options.base = base
    options.reach = installedOnly ? .installed : .beside
    options.watch = watch
    options.showsCodes = codes
    options.isStrict = strict
    options.reportTo = reportTo
    options.check = check
    options.window = window
    options.delivery = delivery.options(&faults)
    options.seal = sealing.options(&faults)
    options.data = data
    options.record = record
    options.encoding = encoding?.value(of: "--encoding", &faults) ?? .utf8
    if data == nil, record != nil || encoding != nil {
      faults.append(
        Diagnostic(
          .error, .contradiction, "--record and --encoding are for --data",
          hints: ["name a file with --data"]))
    }
    if let format = format.value(of: "--format", &faults) { options.format = format }
    options.standard = standard?.value(of: "--standard", &faults)
    if let purpose = purpose.value(of: "--for", &faults) { options.purpose = purpose }
    for text in also {
      guard let output = RenderOptions.Output(text) else {
        faults.append(
          Diagnostic(
            .error, .option, "--also cannot be \"\(text)\"",
            hints: ["write a purpose or form and a file: print=FILE, png=FILE, dump=FILE"]))
        continue
      }
      options.also.append(output)
    }
    if let dpi = Double(dpi), dpi.isFinite, dpi >= 10, dpi <= 1200 {
      options.dpi = dpi
    } else {
      faults.append(
        Diagnostic(
          .error, .option, "--dpi cannot be \"\(dpi)\"",
          hints: ["write a number between 10 and 1200"]))
    }
    options.report = report?.value(of: "--report", &faults)
    faults += options.takeContradictions()
    options.faults = faults
    return options
  }
}
