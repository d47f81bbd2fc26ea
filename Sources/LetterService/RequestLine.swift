internal import Inspection

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A line of the log: one request, without anything that a letter, a query or a name of a file says.
package struct RequestLine: Sendable {
  /// By what the request is known.
  package let id: String
  /// The method; what is no common one is `other`.
  package let method: String
  /// The endpoint; nil for a path that is none of the service's, which may say anything.
  package let path: String?
  /// The status code.
  package let status: Int
  /// From the request's head to its answer.
  package let seconds: Double
  /// Bytes of the body that was sent.
  package let received: Int
  /// Bytes of the body that was answered.
  package let sent: Int
  /// Why there was no better answer, by the kind of problem.
  package let problem: String?

  /// Takes down a request.
  package init(
    id: String, method: String, path: String?, status: Int, seconds: Double, received: Int,
    sent: Int, problem: String?
  ) {
    self.id = id
    let known = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"]
    self.method = known.contains(method) ? method : "other"
    self.path = path
    self.status = status
    self.seconds = seconds
    self.received = received
    self.sent = sent
    self.problem = problem
  }

  /// One JSON object on a line.
  package var text: String {
    JSON.object([
      ("time", .string(Self.now)), ("id", .string(id)), ("method", .string(method)),
      ("path", .string(path ?? "other")), ("status", .count(status)),
      ("milliseconds", .number(seconds * 1000)), ("received", .count(received)),
      ("sent", .count(sent)), ("problem", problem.map { .string($0) }),
    ]).text + "\n"
  }

  /// The time as RFC 3339 writes it, in UTC.
  private static var now: String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var buffer = [CChar](repeating: 0, count: 32)
    let length = strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: buffer.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

/// By what requests are known.
package enum RequestID {
  /// The name that a client gives a request, or one of its own for a request without a sound one.
  ///
  /// Sound are up to 128 letters, digits and `-._~`: such a one can stand in logs and headers.
  package static func sound(_ given: String?) -> String {
    if let given, (1...128).contains(given.utf8.count), given.utf8.allSatisfy(isPlain) {
      return given
    }
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~".utf8.contains(byte)
    }
  }
}
