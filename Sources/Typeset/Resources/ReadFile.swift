#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Reads a whole file.
///
/// - Parameters:
///   - path: where it is.
///   - name: how messages call it; nil for the path.
///   - limit: the most bytes it may have.
///   - place: where it is named, for messages.
/// - Throws: ``Diagnostics`` for a file that is missing, a directory, no regular file, unreadable
///   or too big.
public func readFile(
  at path: String, named name: String? = nil, limit: Int, place: SourceRange? = nil
) throws(Diagnostics) -> [UInt8] {
  ReadNotes.note(path)
  let quoted = quoted(name ?? path)
  guard !path.isEmpty, !path.utf8.contains(0) else {
    throw Diagnostics(.error(.cannotRead, "\(quoted) is no file name", at: place))
  }
  // Not waiting for a writer: opening a FIFO would hang for ever.
  let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
  guard descriptor >= 0 else {
    throw Diagnostics(cannotOpen(quoted, errno, place))
  }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else {
    throw Diagnostics(.error(.cannotRead, "cannot read \(quoted): \(reason(errno))", at: place))
  }
  if status.st_mode & S_IFMT == S_IFDIR {
    throw Diagnostics(
      .error(
        .cannotRead, "\(quoted) is a directory, not a file", at: place, hint: "name a file in it"))
  }
  guard status.st_mode & S_IFMT == S_IFREG else {
    throw Diagnostics(
      .error(.cannotRead, "\(quoted) is not a regular file", at: place, hint: "name a file on disk")
    )
  }
  guard Int(status.st_size) <= limit else {
    throw Diagnostics(
      .error(
        .tooBig,
        "\(quoted) has \(status.st_size) bytes, more than the \(megabytes(limit)) it may have",
        at: place, hint: "make it smaller"))
  }
  return try readAll(descriptor, quoted, expected: Int(status.st_size), limit, place)
}

private func readAll(
  _ descriptor: Int32, _ quoted: String, expected: Int, _ limit: Int, _ place: SourceRange?
) throws(Diagnostics) -> [UInt8] {
  var bytes = [UInt8](repeating: 0, count: expected + 1)
  var count = 0
  while true {
    if count == bytes.count {
      guard count <= limit else {
        throw Diagnostics(.error(.cannotRead, "\(quoted) grew while it was read", at: place))
      }
      bytes += [UInt8](repeating: 0, count: 65_536)
    }
    let more = bytes.withUnsafeMutableBytes { buffer in
      read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
    }
    if more < 0, errno == EINTR { continue }
    guard more >= 0 else {
      throw Diagnostics(.error(.cannotRead, "cannot read \(quoted): \(reason(errno))", at: place))
    }
    if more == 0 { break }
    count += more
  }
  bytes.removeLast(bytes.count - count)
  return bytes
}

/// Opens a file, or a pipe, to be read piece by piece; the descriptor is the caller's to close.
///
/// - Throws: ``Diagnostics`` for one that is missing, a directory or unreadable.
func openForReading(_ path: String) throws(Diagnostics) -> Int32 {
  ReadNotes.note(path)
  let quoted = quoted(path)
  guard !path.isEmpty, !path.utf8.contains(0) else {
    throw Diagnostics(.error(.cannotRead, "\(quoted) is no file name", at: nil))
  }
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw Diagnostics(cannotOpen(quoted, errno, nil)) }
  var status = stat()
  guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
    close(descriptor)
    throw Diagnostics(
      .error(
        .cannotRead, "\(quoted) is a directory, not a file", at: nil, hint: "name a file in it"))
  }
  return descriptor
}

private func cannotOpen(_ quoted: String, _ code: Int32, _ place: SourceRange?) -> Diagnostic {
  switch code {
  case ENOENT:
    .error(.cannotRead, "there is no file \(quoted)", at: place, hint: "check its name and folder")
  case EACCES:
    .error(
      .cannotRead, "\(quoted) may not be read by this user", at: place,
      hint: "change its permissions")
  default: .error(.cannotRead, "cannot open \(quoted): \(reason(code))", at: place)
  }
}

/// The system's words for an error number, in the C locale.
func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

/// A limit as messages show it.
func megabytes(_ bytes: Int) -> String { "\(bytes / (1024 * 1024)) MB" }
