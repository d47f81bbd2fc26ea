#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How one path is written as seen from a folder, by their words alone: links are not followed.
package func relativePath(from folder: String, to path: String) -> String {
  let (from, to) = (parts(of: folder), parts(of: path))
  let shared = zip(from, to).prefix { $0 == $1 }.count
  let up = Array(repeating: "..", count: from.count - shared)
  return (up + to.dropFirst(shared)).joined(separator: "/")
}

/// The names that lead to a path from the root.
private func parts(of path: String) -> [String] {
  var whole = path
  if !path.hasPrefix("/"), let current = getcwd(nil, 0) {
    whole = String(cString: current) + "/" + path
    free(current)
  }
  var parts: [String] = []
  for part in whole.split(separator: "/") where part != "." {
    if part == "..", !parts.isEmpty { parts.removeLast() } else { parts.append(String(part)) }
  }
  return parts
}
