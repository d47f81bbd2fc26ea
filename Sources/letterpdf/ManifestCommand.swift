import ArgumentParser
import MailRun
import Typeset

/// `letterpdf manifest`: what runs leave, put together.
struct ManifestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manifest", abstract: "Puts the manifests of a run's shares together.",
    subcommands: [Join.self])

  struct Join: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge",
      abstract: "Joins the manifests of all shares to the one that the single run writes.")

    @Argument(help: "The manifests of the shares, or the folder that holds them all.")
    var manifests: [String]

    @Option(
      name: .shortAndLong,
      help: "The folder for manifest.jsonl and summary.json. Default: that of the first manifest.")
    var output: String?

    @OptionGroup var messages: MessageOptions

    func run() throws {
      do {
        let paths = manifests.flatMap { shareManifests(of: $0) }
        let folder = output ?? parentFolder(of: paths.first ?? ".")
        let summary = try mergeManifests(paths, into: folder)
        try Terminal.print(summary.json)
        if summary.faults > 0 { throw Failure(text: "", code: 3) }
      } catch let error as Diagnostics {
        Terminal.printError(DiagnosticFormatter.forReader().format(error.all))
        throw Failure.diagnostics(error)
      }
    }
  }
}
