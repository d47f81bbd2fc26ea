#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The absolute path of a file with every symbolic link followed; nil if there is none.
func realPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}
