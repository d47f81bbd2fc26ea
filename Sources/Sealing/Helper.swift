internal import CSpawn

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
import Typeset

/// A program of the user's choice that is run once as a child, without a shell, with the environment of
/// this one: it is handed a few bytes, and what it writes is taken.
struct Helper {
  /// How a run ended.
  enum Outcome {
    /// By itself: the code, what it wrote, and its last words on standard error.
    case ended(code: Int32, output: [UInt8], words: String)
    /// A signal ended it.
    case crashed(words: String)
    /// It took longer than it may.
    case tookTooLong
    /// It cannot be started, for the system's reason.
    case notStarted(String)
  }

  /// The program, found as a shell finds it, and its arguments.
  let words: [String]
  /// The longest that is waited for its end, in seconds.
  let seconds: Double

  /// What a pipe takes at once, whoever reads: a page, which Linux leaves to users of many pipes.
  private static let inputLimit = 4096
  private static let outputLimit = 1 << 20

  /// A pipe that other children do not get.
  private struct Pipe {
    let reading: Int32
    let writing: Int32

    init?() {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { return nil }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      (reading, writing) = (ends[0], ends[1])
    }
  }

  /// Runs it to its end.
  func run(reading input: [UInt8]) -> Outcome {
    guard input.count <= Self.inputLimit, let into = Pipe() else {
      return .notStarted("there is no pipe")
    }
    // All is in the pipe before there is a reader, so that one that ends early harms nobody.
    let isWritten = write(into.writing, input, input.count) == input.count
    close(into.writing)
    defer { close(into.reading) }
    guard isWritten, let out = Pipe() else { return .notStarted("there is no pipe") }
    defer { close(out.reading) }
    guard let told = Pipe() else {
      close(out.writing)
      return .notStarted("there is no pipe")
    }
    defer { close(told.reading) }
    var arguments: [UnsafeMutablePointer<CChar>?] = []
    for word in words { arguments.append(strdup(word)) }
    arguments.append(nil)
    defer { for word in arguments { free(word) } }
    var child = pid_t(0)
    let status = spawn_piped(&child, arguments, into.reading, out.writing, told.writing)
    close(out.writing)
    close(told.writing)
    guard status == 0 else { return .notStarted(String(cString: strerror(status))) }
    let deadline = ContinuousClock.now + .seconds(seconds)
    let read = Self.collect(out.reading, told.reading, before: deadline)
    if read == nil { kill(child, SIGKILL) }
    var ending: Int32 = 0
    while waitpid(child, &ending, 0) < 0, errno == EINTR {}
    guard let read else { return .tookTooLong }
    let words = Self.lastLine(of: read.words)
    // As WIFEXITED and WEXITSTATUS have it, which Swift cannot call.
    guard ending & 0x7F == 0 else { return .crashed(words: words) }
    return .ended(code: (ending >> 8) & 0xFF, output: read.output, words: words)
  }

  /// What comes on two streams until both are closed; nil where that takes too long.
  private static func collect(
    _ first: Int32, _ second: Int32, before deadline: ContinuousClock.Instant
  ) -> (output: [UInt8], words: [UInt8])? {
    var entries = [first, second].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var taken: [[UInt8]] = [[], []]
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while entries.contains(where: { $0.fd >= 0 }) {
      let rest = (deadline - .now) / .milliseconds(1)
      guard rest > 0 else { return nil }
      guard poll(&entries, 2, Int32(min(rest.rounded(.up), 3_600_000))) > 0 else { continue }
      for index in entries.indices where entries[index].revents != 0 {
        let count = read(entries[index].fd, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 {
          entries[index].fd = -1
        } else if taken[index].count < outputLimit {
          taken[index] += buffer[..<count]
        }
      }
    }
    return (taken[0], taken[1])
  }

  /// The last line that says something, cut to what a message takes.
  private static func lastLine(of bytes: [UInt8]) -> String {
    let lines = String(decoding: bytes.suffix(4096), as: UTF8.self).split(
      whereSeparator: \.isNewline)
    let line = lines.last { $0.contains { !$0.isWhitespace } } ?? ""
    return String(line.prefix(300))
  }
}
