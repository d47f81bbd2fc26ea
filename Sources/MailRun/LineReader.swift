#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Typeset

/// Reads a text file line by line, whatever its length; memory holds one line.
struct LineReader: ~Copyable {
  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// - Throws: that there is no such file, or none that may be read.
  init(path: String) throws(Diagnostics) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fileFailure("read", path) }
  }

  deinit { close(descriptor) }

  /// The next whole line without its end; nil after the last.
  ///
  /// What follows the last line end is no
  /// line.
  mutating func next() throws(Diagnostics) -> String? {
    while true {
      if let end = buffer[start...].firstIndex(of: 10) {
        defer { start = end + 1 }
        return String(decoding: buffer[start..<end], as: UTF8.self)
      }
      if isAtEnd { return nil }
      buffer.removeFirst(start)
      start = 0
      var more = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(descriptor, &more, more.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw fileFailure("read", path) }
      isAtEnd = count == 0
      buffer += more[..<count]
    }
  }
}
