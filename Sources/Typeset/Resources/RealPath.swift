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

/// The absolute path without `.` and `..`, as it is written: nothing is looked up but where the
/// program stands; nil if that is nowhere.
func plainPath(_ path: String) -> String? {
  let start = path.hasPrefix("/") ? "/" : realPath(".")
  guard let start else { return nil }
  var parts: [Substring] = []
  for part in "\(start)/\(path)".split(separator: "/") where part != "." {
    if part == ".." { _ = parts.popLast() } else { parts.append(part) }
  }
  return "/" + parts.joined(separator: "/")
}
