#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Typeset

/// Bytes that are laid aside in a file without a name and read back in any order; memory holds what has
/// not filled a buffer yet.
final class LetterStore {
  private let path: String
  private let descriptor: Int32
  private var pending: [UInt8] = []
  private var length = 0

  /// - Parameter path: where the file is made; it has lost its name when this returns.
  init(path: String) throws(Diagnostics) {
    self.path = path
    descriptor = systemOpen(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC)
    guard descriptor >= 0 else { throw fileFailure("write", path) }
    unlink(path)
  }

  deinit { close(descriptor) }

  /// Lays bytes aside.
  ///
  /// - Returns: where they are.
  func add(_ bytes: [UInt8]) throws(Diagnostics) -> Range<Int> {
    let start = length + pending.count
    pending += bytes
    if pending.count >= 1 << 20 { try flush() }
    return start..<start + bytes.count
  }

  private func flush() throws(Diagnostics) {
    guard writeAll(pending, to: descriptor) else { throw fileFailure("write", path) }
    length += pending.count
    pending.removeAll(keepingCapacity: true)
  }

  /// Reads bytes back.
  func bytes(at place: Range<Int>) throws(Diagnostics) -> [UInt8] {
    if !pending.isEmpty { try flush() }
    var bytes = [UInt8](repeating: 0, count: place.count)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        pread(
          descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done,
          off_t(place.lowerBound + done))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw fileFailure("read", path) }
      done += count
    }
    return bytes
  }
}
