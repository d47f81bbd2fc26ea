internal import CIntake

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Why a program of the machine's gave no answer.
package enum ToolFault: Error, Hashable, Sendable {
  /// It is not installed: its name, and what it comes with.
  case missing(String, package: String)
  /// It ended with another code than 0, or by a signal.
  case failed(String)
  /// It took longer than it may.
  case tookTooLong(String)
  /// It wrote more than it may.
  case wroteTooMuch(String)

  /// What happened, as a sentence without its full stop.
  package var message: String {
    switch self {
    case .missing(let tool, let package): "there is no program \(tool), which comes with \(package)"
    case .failed(let tool): "\(tool) could not read the file"
    case .tookTooLong(let tool): "\(tool) took too long to read the file"
    case .wroteTooMuch(let tool): "the file takes \(tool) more room than it may have"
    }
  }

  /// Whether the fault is the installation's rather than the file's.
  package var isOurs: Bool { if case .missing = self { true } else { false } }
}

/// A program of the machine's that is run once as a child, without a shell: it reads bytes from its
/// standard input and writes others to its standard output.
package struct Tool: Sendable {
  /// What a run may take.
  package struct Limits: Hashable, Sendable {
    /// The longest that is waited for its end, in seconds.
    package var seconds = 10.0
    /// The most bytes of address space; nil for any, as programs that map much need it.
    package var memory: Int? = 512 << 20
    /// The most bytes that are taken from it.
    package var output = 256 << 20

    /// The usual ones.
    package init() {}
  }

  private let name: String
  private let path: String
  private let limits: Limits

  /// Names a program by its path.
  package init(path: String, limits: Limits = Limits()) {
    name = path.split(separator: "/").last.map(String.init) ?? path
    self.path = path
    self.limits = limits
  }

  /// The folders in which the machine keeps programs: those of `PATH`, then the usual ones.
  package static var folders: [String] {
    let listed = getenv("PATH").map { String(cString: $0) } ?? ""
    return listed.split(separator: ":").map(String.init)
      + ["/usr/local/bin", "/usr/bin", "/opt/homebrew/bin"]
  }

  /// Finds a program in one of some folders.
  ///
  /// - Parameter package: what it comes with.
  package init(
    _ name: String, from package: String, in folders: [String] = Tool.folders,
    limits: Limits = Limits()
  ) throws(ToolFault) {
    let places = folders.map { (folder: String) in "\(folder)/\(name)" }
    guard let path = places.first(where: { (place: String) in access(place, X_OK) == 0 }) else {
      throw .missing(name, package: package)
    }
    self.name = name
    self.path = path
    self.limits = limits
  }

  /// How a run ended.
  package struct Outcome: Hashable, Sendable {
    /// Its exit code; nil where a signal ended it.
    package let code: Int32?
    /// What it wrote.
    package let output: [UInt8]
  }

  /// Runs the program; another end than code 0 is a fault.
  ///
  /// - Returns: what it wrote.
  package func output(
    of arguments: [String], reading input: [UInt8]
  ) throws(ToolFault) -> [UInt8] {
    let outcome = try run(arguments, reading: input)
    guard outcome.code == 0 else { throw .failed(name) }
    return outcome.output
  }

  /// Runs the program to its end.
  package func run(_ arguments: [String], reading input: [UInt8]) throws(ToolFault) -> Outcome {
    let deadline = ContinuousClock.now + .seconds(limits.seconds)
    var (connection, child) = (Int32(-1), pid_t(0))
    var words: [UnsafeMutablePointer<CChar>?] = []
    for word in [name] + arguments { words.append(strdup(word)) }
    words.append(nil)
    defer { for word in words { free(word) } }
    let status = tool_start(
      path, words, UInt64(limits.memory ?? 0), UInt32(limits.seconds.rounded(.up)), &connection,
      &child)
    guard status == 0 else { throw .failed(name) }
    let exchanged = exchange(input, over: connection, before: deadline)
    close(connection)
    if exchanged.fault != nil { kill(-child, SIGKILL) }
    var ending: Int32 = 0
    while waitpid(child, &ending, 0) < 0, errno == EINTR {}
    if let fault = exchanged.fault { throw fault }
    // As WIFEXITED and WEXITSTATUS have it, which Swift cannot call.
    let code = ending & 0x7F == 0 ? (ending >> 8) & 0xFF : nil
    if code == Int32(TOOL_NOT_STARTED) { throw .failed(name) }
    return Outcome(code: code, output: exchanged.output)
  }

  /// Hands the input over and takes what comes back, until the other side is closed.
  private func exchange(
    _ input: [UInt8], over connection: Int32, before deadline: ContinuousClock.Instant
  ) -> (output: [UInt8], fault: ToolFault?) {
    var output: [UInt8] = []
    var sent = 0
    let size = 1 << 18
    var buffer = [UInt8](repeating: 0, count: size)
    if input.isEmpty { shutdown(connection, Int32(SHUT_WR)) }
    while true {
      let rest = (deadline - .now) / .milliseconds(1)
      guard rest > 0 else { return ([], .tookTooLong(name)) }
      let isSending = sent < input.count
      var entry = pollfd(
        fd: connection, events: Int16(isSending ? POLLIN | POLLOUT : POLLIN), revents: 0)
      guard poll(&entry, 1, Int32(min(rest.rounded(.up), 3_600_000))) > 0 else { continue }
      if isSending, entry.revents & Int16(POLLOUT) != 0 {
        let count = input.withUnsafeBytes {
          intake_send(connection, $0.baseAddress?.advanced(by: sent), input.count - sent)
        }
        if count > 0 { sent += count }
        // A program that has read enough closes its side; what it wrote still counts.
        if count < 0, errno != EAGAIN, errno != EWOULDBLOCK, errno != EINTR { sent = input.count }
        if sent == input.count { shutdown(connection, Int32(SHUT_WR)) }
      }
      guard entry.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 else { continue }
      let got = recv(connection, &buffer, size, Int32(MSG_DONTWAIT))
      if got < 0, errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR { continue }
      guard got > 0 else { return (output, nil) }
      guard output.count + got <= limits.output else { return ([], .wroteTooMuch(name)) }
      output += buffer[..<got]
    }
  }
}
