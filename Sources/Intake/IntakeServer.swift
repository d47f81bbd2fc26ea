internal import CIntake

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The child's side: it reads requests, one after the other, and answers each.
package struct IntakeServer {
  /// The limits that the child sets itself.
  package struct Limits: Hashable, Sendable {
    /// The most bytes of address space.
    package var memory = 512 << 20
    /// The most seconds of work for one request.
    package var seconds = 8

    /// The usual ones.
    package init() {}
  }

  private typealias Handler = (inout MessageReader) throws -> [UInt8]

  private var handlers: [String: Handler] = [:]
  private let limits: Limits

  /// A server that can do nothing yet.
  package init(limits: Limits = Limits()) { self.limits = limits }

  /// Has requests of a kind answered.
  package mutating func answer<Request: IntakeRequest>(
    _ kind: Request.Type,
    with handler: @escaping (Request) throws(Refusal) -> Request.Answer
  ) {
    handlers[Request.name] = { reader in
      let request = try Request(from: &reader)
      guard reader.isAtEnd else { throw BrokenMessage() }
      // A large file is in the request by now, and there is not much memory.
      reader = MessageReader([])
      var writer = MessageWriter()
      do throws(Refusal) {
        let answer = try handler(request)
        writer.append(byte: AnswerKind.answer.rawValue)
        answer.write(to: &writer)
      } catch {
        writer.append(byte: AnswerKind.refusal.rawValue)
        error.write(to: &writer)
      }
      return writer.bytes
    }
  }

  /// Gives up what the process does not need, then serves until its standard input ends.
  ///
  /// - Returns: the exit code.
  package func run() -> Int32 {
    // Without a limit nothing foreign is read.
    guard intake_confine(UInt64(limits.memory)) == 0 || !Self.isLimited else { return 1 }
    while true {
      intake_expect(0)
      guard let head = Self.read(Frame.headLength) else { return 0 }
      guard let length = Frame.length(head), let request = Self.read(length) else { return 1 }
      intake_expect(UInt32(limits.seconds))
      guard let answer = answer(to: consume request) else { return 1 }
      guard Self.write(Frame.head(of: answer.count)), Self.write(answer) else { return 0 }
    }
  }

  /// Whether the machine knows limits of memory.
  private static var isLimited: Bool {
    #if os(Linux)
      true
    #else
      false
    #endif
  }

  /// Answers one request as it goes between the processes.
  ///
  /// - Returns: nil for bytes that are no request that it knows.
  package func answer(to request: consuming [UInt8]) -> [UInt8]? {
    var reader = MessageReader(consume request)
    guard let name = try? String(from: &reader), let handler = handlers[name] else { return nil }
    return try? handler(&reader)
  }

  private static func read(_ count: Int) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
      while length < count {
        let got = systemRead(0, buffer.baseAddress?.advanced(by: length), count - length)
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { return }
        length += got
      }
    }
    return bytes.count == count ? bytes : nil
  }

  private static func write(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = systemWrite(
          1, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        written += count
      }
      return true
    }
  }
}

// Under other names, since the server has methods of these.
private let systemRead = read
private let systemWrite = write
