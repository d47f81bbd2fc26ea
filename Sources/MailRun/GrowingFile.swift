#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Typeset

/// A text file that is written line by line beside its place and put there when it is whole.
struct GrowingFile: ~Copyable {
  private let file: UnsettledFile
  private var pending: [UInt8] = []

  /// - Throws: that it cannot be made.
  init(for place: String) throws(Diagnostics) { file = try UnsettledFile(for: place) }

  /// Where it is until it is finished.
  var path: String { file.path }

  /// Adds a line.
  mutating func add(_ line: String) throws(Diagnostics) {
    pending += Array(line.utf8)
    pending.append(10)
    if pending.count >= 1 << 16 { try flush() }
  }

  private mutating func flush() throws(Diagnostics) {
    try file.write(pending)
    pending.removeAll(keepingCapacity: true)
  }

  /// Has all of it in the file; returns how many bytes it has.
  mutating func complete() throws(Diagnostics) -> Int {
    try flush()
    return Int(lseek(file.descriptor, 0, SEEK_CUR))
  }

  /// Has it on the disk and gives it its name.
  mutating func finish() throws(Diagnostics) {
    try flush()
    try file.sync()
    try file.settle()
  }
}
