import ArgumentParser
import Typeset

/// `letterpdf read`: what a screen reader says of a letter or a PDF.
struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Prints what a screen reader says of a letter or a PDF, in order.",
    discussion: """
      A letter is set first; what is printed is taken from the tags of the PDF. Ends with 1 where a PDF \
      has none. Docs/read-aloud.md tells more.
      """)

  @Argument(
    help: "The letter, or the PDF of any program; - is standard input.", completion: .file())
  var file: String

  @Option(help: "The layout, in place of the one that the letter names.")
  var layout: String?

  @Option(help: "The day of a letter that has none, as YYYY-MM-DD.")
  var date: String?

  @Option(help: "The language, in place of the one that the letter names.")
  var language: String?

  @Option(help: "The folder that holds Fonts, Languages and Layouts.", completion: .directory)
  var resources: String?

  @OptionGroup var messages: MessageOptions

  func run() throws {
    var options = RenderOptions()
    (options.letter, options.output) = (file, "-")
    (options.layout, options.date, options.language) = (layout, date, language)
    options.resources = resources
    try ReadJob(options: options).run()
  }
}
