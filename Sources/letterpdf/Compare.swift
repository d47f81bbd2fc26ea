import ArgumentParser
import Comparison
import Typeset

/// `letterpdf compare`: whether a file is the one that was meant.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compares PDFs, pictures or texts, of any program's, with those that are expected.",
    discussion: """
      Exit code 0 where all are the same, 1 where one differs. Docs/compare.md tells what counts.
      """)

  @Argument(help: "The file, or a folder of files.", completion: .file())
  var actual: String

  @Argument(
    help: "The file that is expected, or a folder that has files of the same names.",
    completion: .file())
  var expected: String

  @Option(
    help: """
      What may be off: a distance of words (0.1mm), a number of pixels of each page (0px), or colours \
      (10%); may be given again.
      """)
  var tolerance: [String] = []

  @Option(
    help: """
      Where nothing counts: x, y, width and height in millimetres, '20 45 85 30', on one page with '2: ' \
      before it; a kind of difference, as metadata; or the name of a frame, in text dumps. May be given \
      again.
      """)
  var ignore: [String] = []

  @Option(help: "A regular expression for text that may be anything; may be given again.")
  var mask: [String] = []

  @Option(help: "The resolution in which pages are drawn.")
  var dpi = "100"

  @Option(help: "Prints a report on standard output: json, html or junit.")
  var report: Choice<CompareJob.ReportForm>?

  @Option(
    help: "Writes expected, difference and actual as a PNG; for folders, a folder of PNGs.",
    completion: .file())
  var picture: String?

  @Flag(help: "Takes what is there for what is expected from now on.")
  var update = false

  @Option(help: "The folder that holds Fonts, Languages and Layouts.", completion: .directory)
  var resources: String?

  @OptionGroup var messages: MessageOptions

  func run() throws {
    var faults: [Diagnostic] = []
    var job = CompareJob(actual: actual, expected: expected)
    job.options = compareOptions(&faults)
    job.report = report?.value(of: "--report", &faults)
    job.picture = picture
    job.isUpdating = update
    job.resources = resources
    guard faults.isEmpty else {
      throw Failure.usage(faults)
    }
    try job.run()
  }

  private func compareOptions(_ faults: inout [Diagnostic]) -> CompareOptions {
    CompareOptions(
      tolerances: tolerance, ignored: ignore, masks: mask, dotsPerInch: dpi, &faults)
  }
}

extension CompareOptions {
  /// Reads the options that all commands have which compare; what is wrong is added to the faults.
  init(
    tolerances: [String], ignored: [String], masks: [String], dotsPerInch: String,
    _ faults: inout [Diagnostic]
  ) {
    self.init()
    func fault(_ option: String, _ text: String, _ hint: DiagnosticText) {
      faults.append(Diagnostic(.error, .option, "\(option) cannot be \"\(text)\"", hints: [hint]))
    }
    for text in tolerances where !take(tolerance: text) {
      fault("--tolerance", text, "write a measure with its unit, as 0.5mm, 40px or 12%")
    }
    for text in ignored {
      guard let place = IgnoredPlace(text) else {
        fault("--ignore", text, "write x, y, width and height in mm, as '20 45 85 30'")
        continue
      }
      self.ignored.append(place)
    }
    for text in masks where !self.masks.add(text) {
      fault("--mask", text, "write a regular expression, as '\\d{7}'")
    }
    if let dpi = Double(dotsPerInch), dpi.isFinite, dpi >= 20, dpi <= 600 {
      self.dotsPerInch = dpi
    } else {
      fault("--dpi", dotsPerInch, "write a number between 20 and 600")
    }
  }
}
