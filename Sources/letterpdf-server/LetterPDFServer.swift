#if Server
  import ArgumentParser
  import LetterRequests

  /// The service: letters over HTTP.
  @main
  struct LetterPDFServer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "letterpdf-server",
      abstract: "Sets official letters for other programs, over HTTP.",
      discussion: """
        Docs/service.md describes it. SIGTERM and SIGINT end it: it takes no more requests and answers \
        those that it has.
        """, version: version, subcommands: [PreviewCommand.self])

    /// The program's version.
    static let version = programVersion

    @OptionGroup var options: ServiceOptions

    func run() async throws {
      do {
        try await Service(options).run()
      } catch let failure as StartFailure {
        ServiceLog.tell("error: \(failure.message)")
        throw ExitCode(1)
      }
    }
  }
#else
  /// What is built without the service: a word on how to build it.
  @main
  struct LetterPDFServer {
    static func main() { print("letterpdf-server is built by: make server") }
  }
#endif
