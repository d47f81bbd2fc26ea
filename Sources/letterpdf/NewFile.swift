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
  ///
  /// - Throws: that the layout lies outside the folder, where no letter and no layout may reach it.
  func naming(_ layout: String) throws(Failure) -> String {
    let isPath = layout.contains("/") || layout.hasSuffix(".yaml") || layout.hasSuffix(".yml")
    guard isPath, path != "-", let file = Self.realPath(layout),
      let folder = Self.realPath(parentFolder(of: path))
    else { return layout }
    let start = folder == "/" ? "/" : folder + "/"
    guard file.hasPrefix(start) else {
      throw .user(
        "the layout \(quoted(layout)) lies outside the folder of \(quoted(path))",
        hints: ["write the new file beside the layout, or name an installed layout"])
    }
    return String(file.dropFirst(start.count))
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
