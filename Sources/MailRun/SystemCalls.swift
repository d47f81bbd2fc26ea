#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
internal import CFileSync
package import Typeset

/// What the system says of the call that failed last.
func systemReason(_ code: Int32 = errno) -> String { String(cString: strerror(code)) }

/// An error of the file system, in words.
func fileFailure(_ doing: DiagnosticText, _ path: String, _ code: Int32 = errno) -> Diagnostics {
  Diagnostics([
    Diagnostic(
      .error, .cannotWrite, "cannot \(doing) \"\(path)\": \(systemReason(code))",
      hints: ["check the folder, its permissions and the space on the disk"])
  ])
}

/// Opens a file with the usual permissions; -1 if it cannot be, with the reason in `errno`.
func systemOpen(_ path: String, _ flags: Int32) -> Int32 { open(path, flags, 0o666) }

/// Opens a folder; -1 if it cannot be, with the reason in `errno`.
func systemOpenFolder(_ path: String) -> Int32 { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }

/// Closes what was opened.
func closeFolder(_ descriptor: Int32) { if descriptor >= 0 { close(descriptor) } }

/// Writes all bytes to a descriptor; false when it takes no more, with the reason in `errno`.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  var written = 0
  while written < bytes.count {
    let count = bytes.withUnsafeBytes { buffer in
      write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
    }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return false }
    written += count
  }
  return true
}

/// Makes a folder, and those above it; one that is there is left as it is.
package func makeFolders(_ path: String) throws(Diagnostics) {
  if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
  guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
    throw fileFailure("make the folder", path)
  }
  try makeFolders(String(path[..<slash]))
  guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
    throw fileFailure("make the folder", path)
  }
}

/// Has everything on the file system of a folder reach the disk, which takes one call for any number of
/// files.
func syncFileSystem(of descriptor: Int32) -> Bool {
  #if canImport(Glibc)
    return syncfs(descriptor) == 0
  #else
    sync()
    return true
  #endif
}
