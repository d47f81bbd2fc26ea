import ArgumentParser
import LetterRequests
import Typeset

/// The command line: official letters as PDFs.
@main
struct LetterPDF: ParsableCommand {
  /// The program's version.
  static let version = programVersion

  static let configuration = CommandConfiguration(
    commandName: "letterpdf",
    abstract:
      "Sets official letters: Markdown and a layout in, a PDF for archive, screen reader, printer and mailbox out.",
    discussion: "With --version --verbose it names the libraries that it works with, too.",
    version: version,
    subcommands: [
      NewCommand.self, ImportCommand.self, Render.self, PreviewCommand.self, Merge.self,
      ManifestCommand.self, SealCommand.self, CheckCommand.self, Compare.self, Read.self,
      Golden.self,
      LayoutCommand.self, SchemaCommand.self, WorkerCommand.self,
      Explain.self,
    ])

  /// Prints what was asked for, such as the help, and ends the program.
  private static func tell(_ text: String) -> Never {
    do throws(Failure) {
      try Terminal.print(text)
      Terminal.exit(0)
    } catch {
      Terminal.printError(error.text)
      Terminal.exit(error.code)
    }
  }

  /// Exit codes: 0 done, 1 the user's files are at fault, 2 wrong usage, 70 ours (`EX_SOFTWARE`).
  static func main() {
    Terminal.forgetEnvironment()
    Terminal.keepRunningAtLimits()
    Typesetter.shutOutMachineFonts()
    do {
      if VersionReport.isAsked { tell(VersionReport.text) }
      if let options = RenderOptions(plain: Array(CommandLine.arguments.dropFirst())) {
        try RenderJob(options: options).run()
      } else {
        var command = try parseAsRoot()
        try command.run()
      }
    } catch let failure as Failure {
      if !failure.text.isEmpty {
        Terminal.printError(failure.text)
        if failure.code == 2 { UsageReport.tell([failure.english ?? failure.text]) }
      }
      Terminal.exit(failure.code)
    } catch {
      let code = exitCode(for: error)
      if code == .success { tell(message(for: error)) }
      let text = fullMessage(for: error)
      if !text.isEmpty { Terminal.printError(text) }
      if code == .validationFailure { UsageReport.tell([message(for: error)]) }
      Terminal.exit(code == .validationFailure ? 2 : code == .failure ? 1 : 70)
    }
  }
}

/// Why a command stops: what to say and the exit code.
struct Failure: Error {
  let text: String
  let code: Int32
  /// What reports for programs say, where that is another language than what is told.
  var english: String? = nil

  /// The user's files are at fault, or the program is, where the code says so.
  static func user(
    _ text: DiagnosticText, hints: [DiagnosticText] = [], code: Int32 = 1
  ) -> Failure {
    Failure(text: told(text, hints), code: code)
  }

  private static func told(_ text: DiagnosticText, _ hints: [DiagnosticText]) -> String {
    let hint: DiagnosticText = "hint"
    let lines =
      ["\(Diagnostic.Severity.error.word.forReader): \(text.forReader)"]
      + hints.map { "\(hint.forReader): \($0.forReader)" }
    return lines.joined(separator: "\n")
  }

  /// What was to be printed could not be.
  static var outputIsFull: Failure { .user("standard output takes no more") }

  /// What was told already: the user's files are at fault, or the program is.
  static func diagnostics(_ told: Diagnostics) -> Failure {
    Failure(text: "", code: told.all.contains(where: \.isFault) ? 70 : 1)
  }

  /// What was told already: the command was used wrongly.
  static let usageFaults = Failure(text: "", code: 2)

  /// Tells what is wrong with the words of a command, in the report too where one is asked for.
  static func usage(_ faults: [Diagnostic]) -> Failure {
    Terminal.printError(DiagnosticFormatter.forReader().format(faults))
    UsageReport.tell(faults)
    return usageFaults
  }

  /// The command was used wrongly.
  static func usage(_ text: DiagnosticText, hints: [DiagnosticText] = []) -> Failure {
    Failure(text: told(text, hints), code: 2, english: text.english)
  }
}
