#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Typeset

/// A text file that is written line by line beside its place and put there when it is whole.
struct GrowingFile: ~Copyable {
  private let path: String
  private let descriptor: Int32
  private var pending: [UInt8] = []

  /// - Throws: that it cannot be made.
  init(path: String) throws(Diagnostics) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw fileFailure("write", path) }
  }

  deinit { close(descriptor) }

  /// Adds a line.
  mutating func add(_ line: String) throws(Diagnostics) {
    pending += Array(line.utf8)
    pending.append(10)
    if pending.count >= 1 << 16 { try flush() }
  }

  private mutating func flush() throws(Diagnostics) {
    guard writeAll(pending, to: descriptor) else { throw fileFailure("write", path) }
    pending.removeAll(keepingCapacity: true)
  }

  /// Has all of it in the file; returns how many bytes it has.
  mutating func complete() throws(Diagnostics) -> Int {
    try flush()
    return Int(lseek(descriptor, 0, SEEK_CUR))
  }

  /// Has it on the disk and gives it its name.
  mutating func finish(as target: String) throws(Diagnostics) {
    try flush()
    guard fsync(descriptor) == 0, rename(path, target) == 0 else {
      throw fileFailure("write", target)
    }
  }

  /// Takes it away.
  func discard() { unlink(path) }
}
