import ArgumentParser
import Typeset

/// `letterpdf explain`: what a code of a diagnostic means.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tells what leads to a diagnostic, and what mends it, by its code.")

  @Argument(help: "The code, as reports have it: layout.unknown-key. Default: lists all.")
  var code: String?

  @OptionGroup var messages: MessageOptions

  func run() throws {
    guard let code else {
      let width = DiagnosticCode.all.map(\.text.count).max() ?? 0
      for one in DiagnosticCode.all {
        let gap = String(repeating: " ", count: width - one.text.count + 2)
        try Terminal.print(one.text + gap + DiagnosticText(one.cause).forReader)
      }
      return
    }
    guard let found = DiagnosticCode.named(code) else {
      let near = nearestName(to: code, in: DiagnosticCode.all.map(\.text))
      throw Failure.usage([
        Diagnostic(
          .error, .option, "there is no code \"\(code)\"",
          hints: [near.map { "write \($0)" } ?? "letterpdf explain lists all"])
      ])
    }
    try Terminal.print(
      [found.text, DiagnosticText(found.cause).forReader, DiagnosticText(found.cure).forReader]
        .joined(separator: "\n\n"))
  }
}
