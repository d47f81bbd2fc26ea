#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Owns the bytes of a file mapped into memory: only the pages that are read are loaded.
final class MappedFile {
  let bytes: UnsafeRawBufferPointer

  /// Maps a file; nil if it cannot be read or is empty.
  init?(path: String) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_size > 0 else { return nil }
    let size = Int(status.st_size)
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else {
      return nil
    }
    bytes = UnsafeRawBufferPointer(start: start, count: size)
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
