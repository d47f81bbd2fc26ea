#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Whether there is a file of bytes at a path: no folder, and no pipe, which would have readers wait.
func isRegularFile(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
}
