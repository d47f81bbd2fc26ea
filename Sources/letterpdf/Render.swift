import ArgumentParser
import Typeset

/// `letterpdf render`: sets one letter.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Sets a letter and writes it as PDF, PNG or SVG.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case pdf, png, svg
  }

  enum ReportForm: String, ExpressibleByArgument, CaseIterable {
    case json
  }

  @Argument(help: "The letter: Markdown with a YAML head, or JSON; - is standard input.")
  var letter: String

  @Option(
    name: .shortAndLong,
    help: "The file to write; - is standard output. Default: beside the letter.")
  var output: String?

  @Option(help: "A layout by name, or a layout file; comes before the letter's own.")
  var layout: String?

  @Option(help: "The letter's date, YYYY-MM-DD; comes before the letter's own.")
  var date: String?

  @Option(help: "The letter's language, such as da; comes before the letter's own.")
  var language: String?

  @Option(help: "The folder that holds Fonts, Languages and Layouts.")
  var resources: String?

  @Option(help: "What to write: pdf, png or svg; the last two give one file a page.")
  var format: Format = .pdf

  @Option(help: "The resolution of PNG pictures.")
  var dpi: Double = 150

  @Option(help: "Prints a report on standard output: json.")
  var report: ReportForm?

  @Flag(help: "Writes the layout as text instead: every line with its place and words.")
  var dump = false

  @Flag(help: "Prints how long each stage took, on standard error.")
  var timings = false

  mutating func validate() throws {
    guard dpi.isFinite, dpi >= 10, dpi <= 1200 else {
      throw ValidationError("--dpi is \(dpi), but must lie between 10 and 1200")
    }
    if report != nil, target == "-" {
      throw ValidationError("the report and the letter cannot both go to standard output")
    }
  }

  func run() throws {
    let job = RenderJob(command: self)
    try job.run()
  }

  /// Where the letter goes.
  var target: String {
    if let output { return output }
    if letter == "-" { return "-" }
    let slash = letter.lastIndex(of: "/").map { letter.index(after: $0) } ?? letter.startIndex
    let name = letter[slash...]
    let stem = name.lastIndex(of: ".").map { $0 > name.startIndex ? name[..<$0] : name } ?? name
    return letter[..<slash] + stem + (dump ? ".txt" : "." + format.rawValue)
  }
}
