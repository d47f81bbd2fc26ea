#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The lines of a file or pipe, read a piece at a time; owns its descriptor.
struct ByteLines: ~Copyable {
  /// The most bytes that one line may have.
  static let limit = 4 * 1024 * 1024
  private static let piece = 256 * 1024

  private let descriptor: Int32
  private let isOwned: Bool
  private var buffer: [UInt8] = []
  private var next = 0
  private var isAtEnd = false
  /// The number of the line that comes next, from 1.
  private(set) var lineNumber = 1
  /// What ended the reading before the end of the file.
  private(set) var failure: Int32 = 0

  /// Takes over a descriptor, or borrows that of standard input.
  init(reading descriptor: Int32, isOwned: Bool) {
    self.descriptor = descriptor
    self.isOwned = isOwned
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  /// The next line with its line end; nil at the end of the file.
  ///
  /// A line longer than the limit comes in parts of that length.
  mutating func line() -> ArraySlice<UInt8>? {
    var searched = next
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        let line = buffer[next...end]
        next = end + 1
        lineNumber += 1
        return line
      }
      searched = buffer.count
      if isAtEnd || buffer.count - next >= Self.limit {
        guard next < buffer.count else { return nil }
        let line = buffer[next...]
        next = buffer.count
        lineNumber += 1
        return line
      }
      let moved = next
      refill()
      searched -= moved
    }
  }

  /// What comes next, up to so many bytes, without passing it.
  mutating func peek(_ count: Int) -> ArraySlice<UInt8> {
    while buffer.count - next < count, !isAtEnd { refill() }
    return buffer[next...].prefix(count)
  }

  /// Passes bytes.
  mutating func skip(_ count: Int) { next = min(next + count, buffer.count) }

  private mutating func refill() {
    buffer.removeSubrange(..<next)
    next = 0
    let old = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: Self.piece))
    var count: Int
    repeat {
      count = buffer.withUnsafeMutableBytes {
        read(descriptor, $0.baseAddress?.advanced(by: old), Self.piece)
      }
    } while count < 0 && errno == EINTR
    if count < 0 { failure = errno }
    if count <= 0 { isAtEnd = true }
    buffer.removeLast(Self.piece - max(0, count))
  }
}
