#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Writes a file whole or not at all: beside its place first, then synced, then renamed.
///
/// A file that is there already stays as it was until the new one is complete.
/// - Throws: ``Diagnostics`` when the folder is missing or not writable, or the disk is full;
///   nothing is left behind then.
public func writeWhole(_ bytes: [UInt8], to path: String) throws(Diagnostics) {
  var pending = try PendingFile(for: path)
  do throws(Diagnostics) {
    try pending.write(bytes)
    try pending.commit()
  } catch {
    pending.discard()
    throw error
  }
}

/// Writes several files, none of them if one cannot be written.
public func writeWhole(_ files: [(path: String, bytes: [UInt8])]) throws(Diagnostics) {
  var pending: [PendingFile] = []
  do throws(Diagnostics) {
    for file in files {
      var next = try PendingFile(for: file.path)
      pending.append(next)
      try next.write(file.bytes)
      pending[pending.count - 1] = next
    }
    for index in pending.indices { try pending[index].commit() }
  } catch {
    for file in pending { file.discard() }
    throw error
  }
}

/// A file that has been written beside its place and not yet put there.
private struct PendingFile {
  private let target: String
  private let partial: String

  init(for target: String) throws(Diagnostics) {
    self.target = target
    let slash = target.lastIndex(of: "/")
    let folder = slash.map { String(target[...$0]) } ?? ""
    let name = slash.map { String(target[target.index(after: $0)...]) } ?? target
    partial = "\(folder).\(name).\(getpid()).partial"
    var status = stat()
    if stat(target, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw Diagnostics(
        .error("\"\(target)\" is a folder", at: nil, hint: "name a file in it"))
    }
  }

  mutating func write(_ bytes: [UInt8]) throws(Diagnostics) {
    let descriptor = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        #if canImport(Glibc)
          Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        #else
          Darwin.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(errno) }
      written += count
    }
    guard fsync(descriptor) == 0 else { throw failure(errno) }
  }

  /// Puts the file in its place, in one step.
  func commit() throws(Diagnostics) {
    guard rename(partial, target) == 0 else { throw failure(errno) }
  }

  /// Removes what was written so far.
  func discard() { unlink(partial) }

  private func failure(_ code: Int32) -> Diagnostics {
    Diagnostics(
      .error(
        "cannot write \"\(target)\": \(reason(code))", at: nil,
        hint: "check the folder, its permissions and the space on the disk"))
  }
}
