#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Typeset

/// A run's manifest while the run goes on: whole lines are put at its end, in the order of the records,
/// once the files that they tell of are on the disk.
///
/// So it is true after a crash at any moment: what it says is there, and what it lacks is done again.
/// It is locked for as long as it is open.
struct ManifestFile: ~Copyable {
  private let path: String
  private let descriptor: Int32
  /// Its length to the end of the last whole line.
  private var length: off_t
  private var pending: [UInt8] = []
  private var pendingCount = 0

  /// Opens a manifest and cuts off what a crash left of a line.
  ///
  /// - Parameter isResumed: whether it may hold lines.
  /// - Throws: that there is one already, that another run has it, or that it cannot be opened.
  init(path: String, isResumed: Bool) throws(Diagnostics) {
    let opened = try Self.open(path, isResumed)
    self.path = path
    descriptor = opened.descriptor
    length = opened.length
  }

  deinit { close(descriptor) }

  private static func open(
    _ path: String, _ isResumed: Bool
  ) throws(Diagnostics) -> (descriptor: Int32, length: off_t) {
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | (isResumed ? 0 : O_EXCL)
    let descriptor = systemOpen(path, flags)
    guard descriptor >= 0 else {
      guard errno == EEXIST else { throw fileFailure("write", path) }
      throw Diagnostics([
        Diagnostic(
          .error, .folder, "there is a run in the folder already: \"\(path)\"",
          hints: ["go on with it: --resume", "name another folder with -o"])
      ])
    }
    guard takesLock(descriptor) else {
      let failure = errno == EWOULDBLOCK ? isLocked(path) : fileFailure("lock", path)
      close(descriptor)
      throw failure
    }
    let length = wholeLength(of: descriptor)
    guard ftruncate(descriptor, length) == 0, lseek(descriptor, length, SEEK_SET) == length else {
      let failure = fileFailure("write", path)
      close(descriptor)
      throw failure
    }
    return (descriptor, length)
  }

  /// Keeps other runs off; waits for a second, since a run that was killed, or a program that it was just
  /// starting, may hold the lock for a moment longer.
  private static func takesLock(_ descriptor: Int32) -> Bool {
    for _ in 0..<20 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
      guard errno == EWOULDBLOCK || errno == EINTR else { return false }
      usleep(50_000)
    }
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0
  }

  private static func isLocked(_ path: String) -> Diagnostics {
    Diagnostics([
      Diagnostic(
        .error, .folder, "another run is writing \"\(path)\"",
        hints: ["wait for its end", "give each its own --shard or its own folder"])
    ])
  }

  /// Where the last line ends that has an end.
  private static func wholeLength(of descriptor: Int32) -> off_t {
    var end = lseek(descriptor, 0, SEEK_END)
    var buffer = [UInt8](repeating: 0, count: 4096)
    while end > 0 {
      let start = max(0, end - off_t(buffer.count))
      let count = pread(descriptor, &buffer, Int(end - start), start)
      guard count > 0 else { return 0 }
      if let newline = buffer[..<count].lastIndex(of: 10) { return start + off_t(newline) + 1 }
      end = start
    }
    return 0
  }

  /// Notes a line down, to be put to the others with the next ``commit()``.
  mutating func add(_ line: String) {
    pending += Array(line.utf8)
    pending.append(10)
    pendingCount += 1
  }

  /// How many lines are noted down and not yet there.
  var waitingCount: Int { pendingCount }

  /// Has the files on the disk first, then the lines.
  ///
  /// - Throws: that the disk takes no more; the manifest is what it was then.
  mutating func commit() throws(Diagnostics) {
    guard !pending.isEmpty else { return }
    guard syncFileSystem(of: descriptor) else { throw fileFailure("write", path) }
    guard writeAll(pending, to: descriptor) else {
      let failure = fileFailure("write", path)
      _ = ftruncate(descriptor, length)
      throw failure
    }
    length += off_t(pending.count)
    pending.removeAll(keepingCapacity: true)
    pendingCount = 0
    guard fsync(descriptor) == 0 else { throw fileFailure("write", path) }
  }
}
