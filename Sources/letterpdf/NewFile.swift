#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Typeset

/// A file that a command begins for its user: it never takes the place of one that is there.
struct NewFile {
  /// Its path; `-` is standard output.
  let path: String

  /// Its name without folders and suffix.
  var stem: String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  /// Its path with a suffix, unless it has one.
  init(_ path: String, suffix: String) {
    let name = path.split(separator: "/").last ?? ""
    self.path = path == "-" || name.contains(".") ? path : path + suffix
  }

  /// Looks before any work whether there is such a file already.
  func checkAbsent() throws(Failure) {
    guard path != "-" else { return }
    var status = stat()
    guard lstat(path, &status) != 0 else {
      throw .usage("\(quoted(path)) is there already", hints: ["give another name"])
    }
  }

  /// Writes it; a file that came there in the meantime stays.
  func write(_ text: String) throws {
    let bytes = Array(text.utf8)
    guard path != "-" else {
      guard Terminal.write(bytes, to: 1) else { throw Failure.outputIsFull }
      return
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if descriptor < 0, errno == EEXIST { try checkAbsent() }
    if descriptor >= 0 { close(descriptor) }
    do {
      try writeWhole(bytes, to: path)
    } catch {
      if descriptor >= 0 { unlink(path) }
      throw error
    }
  }

  /// How a file in its folder names a layout: a name stays; a path goes from that folder.
  func naming(_ layout: String) -> String {
    let isPath = layout.contains("/") || layout.hasSuffix(".yaml") || layout.hasSuffix(".yml")
    guard isPath, !layout.hasPrefix("/"), let slash = path.lastIndex(of: "/") else {
      return layout
    }
    let folder = String(path[...slash])
    if layout.hasPrefix(folder) { return String(layout.dropFirst(folder.count)) }
    guard let resolved = realpath(layout, nil) else { return layout }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
