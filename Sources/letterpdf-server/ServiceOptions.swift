#if Server
  import ArgumentParser
  import LetterRequests

  /// What the service is to do, and how much it allows.
  struct ServiceOptions: ParsableArguments {
    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 for a free one, which is told on standard error.")
    var port = 8080

    @Option(help: "How many letters are set at the same time. Default: as many as cores.")
    var jobs: Int?

    @Option(help: "How many requests may wait for their turn; more are answered with 429.")
    var queue = 64

    @Option(help: "How many connections may be open; more wait to be accepted.")
    var maxConnections = 1024

    @Option(help: "The most bytes of a letter.")
    var maxLetter = RequestLimits().letterBytes

    @Option(help: "The most bytes of a request; more are answered with 413.")
    var maxRequest = RequestLimits().requestBytes

    @Option(help: "The most pages of a letter; more are answered with 422.")
    var maxPages = RequestLimits().pages

    @Option(help: "The most seconds that an answer may take; then 503 is the answer.")
    var maxSeconds = RequestLimits().seconds

    @Option(help: "The most seconds that a request may take to come; then 408 is the answer.")
    var bodySeconds = 15.0

    @Option(help: "The most seconds that SIGTERM waits for requests under way.")
    var drainSeconds = 60

    @Option(help: "What goes to the log on standard error: requests, problems or nothing.")
    var log = ServiceLog.Choice.requests

    @Option(help: "The folder that holds Fonts, Languages and Layouts.")
    var resources: String?

    func validate() throws {
      func check(_ isRight: Bool, _ message: String) throws {
        guard isRight else { throw ValidationError(message) }
      }
      try check((0...65_535).contains(port), "--port is a number from 0 to 65535")
      try check((1...1024).contains(jobs ?? 1), "--jobs is a number from 1 to 1024")
      try check((1...100_000).contains(queue), "--queue is a number from 1 to 100000")
      try check(maxConnections > 0, "--max-connections is a number from 1")
      try check(
        (1...(16 << 20)).contains(maxLetter), "--max-letter is a number of bytes up to 16777216")
      try check(
        (1...(1 << 30)).contains(maxRequest), "--max-request is a number of bytes up to 1073741824")
      try check((1...100_000).contains(maxPages), "--max-pages is a number from 1 to 100000")
      for (name, seconds) in [("--max-seconds", maxSeconds), ("--body-seconds", bodySeconds)] {
        try check(seconds > 0 && seconds <= 3600, "\(name) is a number up to 3600")
      }
      try check((0...3600).contains(drainSeconds), "--drain-seconds is a number up to 3600")
    }

    /// The limits of each request.
    var limits: RequestLimits {
      var limits = RequestLimits()
      limits.letterBytes = maxLetter
      limits.requestBytes = maxRequest
      limits.pages = maxPages
      limits.seconds = maxSeconds
      return limits
    }
  }

  extension ServiceLog.Choice: ExpressibleByArgument {}
#endif
