import ArgumentParser
import Inspection
import LetterRequests
import Typeset

/// `letterpdf check`: tells whether PDFs are fit for what they are meant for.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tells whether PDFs are fit to be sent, printed, archived or read by everybody.",
    discussion: """
      Ends with 0 if all files are fit, with 1 if one is not, with 2 for wrong usage, and with 70 \
      where a program that is needed is missing.
      """)

  @Argument(help: "The PDFs, or folders of them; - is standard input.", completion: .file())
  var files: [String]

  @Option(
    name: .customLong("for"),
    help: """
      What they are for, a profile by name or a file: accessible, archive, digital-post, \
      digipost-no, din-5008, fjernprint or print; may be given again. Default: digital-post.
      """)
  var profiles: [String] = []

  @Option(help: "The envelope's window in mm from the top left corner: 'x y width height'.")
  var window: String?

  @Option(help: "Prints a report on standard output: json, sarif or junit.")
  var report: Choice<CheckOptions.ReportForm>?

  @Option(
    help: "Draws the pages with zones and breaches, as PNG; for one PDF.", completion: .file())
  var picture: String?

  @Option(
    name: .customLong("verapdf"),
    help: "Asks veraPDF, too: the path of its program, for profiles that look at claims.",
    completion: .file())
  var veraPDF: String?

  @Option(
    help: "How many files are looked at at the same time. Default: as many as there are cores.")
  var jobs: String?

  @Flag(help: "Says nothing but errors and the report.")
  var quiet = false

  @Option(
    help: "The folder that holds Fonts, Languages, Layouts and Profiles.", completion: .directory)
  var resources: String?

  @OptionGroup var messages: MessageOptions

  func run() throws {
    let options = options
    guard options.faults.isEmpty else {
      throw Failure.usage(options.faults)
    }
    try CheckJob(options: options).run()
  }

  /// The command line as plain values, and what is wrong with it.
  private var options: CheckOptions {
    var faults: [Diagnostic] = []
    var options = CheckOptions(
      files: files, profiles: profiles.isEmpty ? ["digital-post"] : profiles, picture: picture,
      veraPDF: veraPDF, isQuiet: quiet, resources: resources)
    options.report = report?.value(of: "--report", &faults)
    if let window {
      options.window = Area(window: window)
      if options.window == nil {
        faults.append(CheckOptions.windowFault(window))
      }
    }
    if let jobs {
      if let count = Int(jobs), (1...1024).contains(count) {
        options.jobs = count
      } else {
        faults.append(
          Diagnostic(
            .error, .option, "--jobs cannot be \"\(jobs)\"", hints: ["write a whole number from 1"])
        )
      }
    }
    if files.filter({ $0 == "-" }).count > 1 {
      faults.append(Diagnostic(.error, .contradiction, "standard input can be read only once"))
    }
    if veraPDF != nil, files.contains("-") {
      faults.append(
        Diagnostic(
          .error, .contradiction, "--verapdf cannot look at standard input",
          hints: ["name a file on disk"]))
    }
    options.faults = faults
    return options
  }
}
