/// The folder of a file, by its path: `letters` of `letters/x.md`, `/` of `/x.md`, `.` of `x.md`.
package func parentFolder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
