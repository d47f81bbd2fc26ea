import ArgumentParser
import Typeset

/// `letterpdf schema`: what editors check and complete letters and layouts with.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Writes the JSON Schema of letters, layouts, languages or senders, for editors.",
    discussion: """
      That of letters knows the fields of the layouts that are installed; with --layout it is of letters \
      in that one alone.
      """)

  @Argument(help: "What it is of: letter, layout, language or sender.")
  var subject = Choice.word(SchemaSubject.letter)

  @Option(
    help: "The layout of the letters, by name or as a layout file.", completion: .file())
  var layout: String?

  @Option(
    name: .shortAndLong, help: "The file to write. Default: standard output.",
    completion: .file())
  var output: String?

  @Option(
    help: "The folder that holds Fonts, Languages and Layouts.", completion: .directory)
  var resources: String?

  @OptionGroup var messages: MessageOptions

  func run() throws {
    try telling {
      var faults: [Diagnostic] = []
      let subject = subject.value(of: "the subject", &faults)
      if let subject, subject != .letter, layout != nil {
        faults.append(
          Diagnostic(
            .error, .contradiction, "--layout is for the schema of letters",
            hints: ["leave it out, or write letter"]))
      }
      guard let subject, faults.isEmpty else { throw Failure.usage(faults) }
      let text = try typesetter(resources).schema(of: subject, layout: layout)
      let bytes = Array(text.utf8)
      if let output, output != "-" { return try writeWhole(bytes, to: output) }
      guard Terminal.write(bytes, to: 1) else { throw Failure.outputIsFull }
    }
  }
}
