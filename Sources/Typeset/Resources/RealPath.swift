#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The path with every link followed and every `..` resolved; nil if nothing is there.
func realPath(_ path: String) -> String? {
  guard !path.utf8.contains(0), let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}
