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
      pending.append(try PendingFile(for: file.path))
      try pending[pending.count - 1].write(file.bytes)
    }
    for index in pending.indices { try pending[index].commit() }
  } catch {
    for file in pending { file.discard() }
    throw error
  }
}

/// A file that is written beside its place and not yet put there.
private struct PendingFile {
  private let path: String
  /// Where the file goes: what a link leads to, so that the link stays.
  private let target: String
  /// The permissions of the file that is there already.
  private var mode: mode_t?
  /// Whether the target is a device or pipe, such as `/dev/stdout`, which is written to as it is.
  private var isDevice = false
  private var partial: PartialFile?

  init(for path: String) throws(Diagnostics) {
    guard !path.isEmpty, !path.utf8.contains(0), path.utf8.last != UInt8(ascii: "/") else {
      throw Diagnostics(.error(.cannotWrite, "\(quoted(path)) is no file name", at: nil))
    }
    self.path = path
    target = Self.resolvingLink(path)
    var status = stat()
    guard stat(target, &status) == 0 else { return }
    switch status.st_mode & S_IFMT {
    case S_IFREG: mode = status.st_mode & 0o7777
    case S_IFDIR:
      throw Diagnostics(
        .error(.cannotWrite, "\(quoted(path)) is a folder", at: nil, hint: "name a file in it"))
    default: isDevice = true
    }
    guard access(target, W_OK) == 0 else { throw failure(errno) }
  }

  mutating func write(_ bytes: [UInt8]) throws(Diagnostics) {
    let descriptor: Int32
    if isDevice {
      descriptor = open(target, O_WRONLY | O_CLOEXEC)
    } else {
      partial = PartialFile(besides: target)
      descriptor = partial?.descriptor ?? -1
    }
    guard descriptor >= 0 else { throw failure(errno) }
    defer { if isDevice { close(descriptor) } }
    if let mode { _ = fchmod(descriptor, mode) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        #if canImport(Glibc)
          Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        #else
          Darwin.write(
            descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(errno) }
      written += count
    }
    guard isDevice || fsync(descriptor) == 0 else { throw failure(errno) }
  }

  /// Puts the file in its place, in one step.
  mutating func commit() throws(Diagnostics) {
    guard let partial else { return }
    guard rename(partial.path, target) == 0 else { throw failure(errno) }
    close(partial.descriptor)
    self.partial = nil
  }

  /// Removes what was written so far.
  func discard() {
    guard let partial else { return }
    unlink(partial.path)
    close(partial.descriptor)
  }

  private static func resolvingLink(_ path: String) -> String {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK,
      let resolved = realpath(path, nil)
    else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private func failure(_ code: Int32) -> Diagnostics {
    Diagnostics(
      .error(
        .cannotWrite, "cannot write \(quoted(path)): \(reason(code))", at: nil,
        hint: "check the folder, its permissions and the space on the disk"))
  }
}
