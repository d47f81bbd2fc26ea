#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file on disk that holds one input after the other, for what reads files by their path.
final class FuzzFile {
  let path: String
  private let descriptor: CInt

  /// Makes an empty one that nobody else finds; a fuzzer that cannot is of no use, and ends.
  init() {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(folder)/letterpdf-fuzz-XXXXXX".utf8CString)
    descriptor = mkstemp(&name)
    precondition(descriptor >= 0, "a file can be made in \(folder)")
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Puts an input in the place of the last one.
  func write(_ bytes: [UInt8]) {
    precondition(ftruncate(descriptor, 0) == 0, "the file can be emptied")
    let count = pwrite(descriptor, bytes, bytes.count, 0)
    precondition(count == bytes.count, "the file can be written")
  }

  deinit {
    close(descriptor)
    unlink(path)
  }
}
