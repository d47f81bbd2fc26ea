import ArgumentParser
import LetterRequests
import Typeset

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `letterpdf worker`: sets letters for another program, for as long as that one runs.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: "Answers requests for letters on standard input, until that ends.",
    discussion: """
      For programs, which keep it running and so wait for no start. Requests and answers are frames of \
      JSON with files behind it; Docs/worker.md describes them.
      """)

  @Option(help: "How many requests are answered at the same time. Default: as many as cores.")
  var jobs: Int?

  @Option(help: "The most bytes of a letter.")
  var maxLetter = RequestLimits().letterBytes

  @Option(help: "The most bytes of a request with all its files.")
  var maxRequest = RequestLimits().requestBytes

  @Option(help: "The most pages of a letter.")
  var maxPages = RequestLimits().pages

  @Option(help: "The most seconds that a request may take.")
  var maxSeconds = RequestLimits().seconds

  @Option(help: "The folder that holds Fonts, Languages and Layouts.")
  var resources: String?

  @OptionGroup var messages: MessageOptions

  func validate() throws {
    guard (1...1024).contains(jobs ?? 1) else {
      throw ValidationError("--jobs is a number from 1 to 1024")
    }
    guard (1...(16 << 20)).contains(maxLetter) else {
      throw ValidationError("--max-letter is a number of bytes up to 16777216")
    }
    guard (1...(1 << 30)).contains(maxRequest) else {
      throw ValidationError("--max-request is a number of bytes up to 1073741824")
    }
    guard (1...100_000).contains(maxPages) else {
      throw ValidationError("--max-pages is a number from 1 to 100000")
    }
    guard maxSeconds > 0, maxSeconds <= 3600 else {
      throw ValidationError("--max-seconds is a number up to 3600")
    }
  }

  func run() throws {
    var limits = RequestLimits()
    limits.letterBytes = maxLetter
    limits.requestBytes = maxRequest
    limits.pages = maxPages
    limits.seconds = maxSeconds
    let desk = RequestDesk(
      resources: try ResourceLocation.folder(given: resources), limits: limits,
      version: LetterPDF.version)
    let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    try WorkerJob(desk: desk).run(threads: jobs ?? cores)
  }
}
