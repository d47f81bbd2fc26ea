import ArgumentParser
import Comparison
import Typeset

/// `letterpdf golden`: whether the letters of a folder are set as was accepted.
struct Golden: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "golden",
    abstract: "Sets all letters of a folder and compares them with what was accepted.",
    discussion: """
      Exit code 0 where all are the same, 1 where one differs. Docs/golden-files.md tells more.
      """)

  @Argument(help: "The folder with the letters.", completion: .directory)
  var folder: String

  @Argument(help: "The letters to look at, by their names without suffix. Default: all.")
  var names: [String] = []

  @Option(
    help: "The folder with what was accepted. Default: expected, in the folder of the letters.",
    completion: .directory)
  var expected: String?

  @Flag(help: "Accepts what the letters are now.")
  var update = false

  @Option(help: "What is kept of a letter that is accepted for the first time: txt, pdf or both.")
  var keep = Choice.word(GoldenLetter.Kept.txt)

  @Option(help: "Writes one page of HTML that shows what differs.", completion: .file())
  var html: String?

  @Option(help: "Writes JUnit's XML for a build server.", completion: .file())
  var junit: String?

  @Option(help: "What may be off, as of compare; without it no word may move. May be given again.")
  var tolerance: [String] = []

  @Option(help: "Where nothing counts, as of compare, or a frame by its name; may be given again.")
  var ignore: [String] = []

  @Option(help: "A regular expression for text that may be anything; may be given again.")
  var mask: [String] = []

  @Option(help: "The resolution in which pages are drawn.")
  var dpi = "100"

  @Option(help: "The folder that holds Fonts, Languages and Layouts.", completion: .directory)
  var resources: String?

  @OptionGroup var messages: MessageOptions

  func run() throws {
    var faults: [Diagnostic] = []
    // The same program sets them: without a word nothing may move.
    let options = CompareOptions(
      tolerances: ["0mm"] + tolerance, ignored: ignore, masks: mask, dotsPerInch: dpi, &faults)
    let kept = keep.value(of: "--keep", &faults)
    guard faults.isEmpty, let kept else {
      throw Failure.usage(faults)
    }
    let job = GoldenJob(
      folder: folder, expected: expected ?? folder + "/expected", names: names, options: options,
      kept: kept, isUpdating: update, html: html, junit: junit)
    try job.run(resources: try ResourceLocation.folder(given: resources))
  }
}
