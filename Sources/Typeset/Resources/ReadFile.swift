#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads a whole file.
///
/// - Parameters:
///   - path: where it is.
///   - name: how messages call it; nil for the path.
///   - limit: the most bytes it may have.
///   - place: where it is named, for messages.
/// - Throws: ``Diagnostics`` for a file that is missing, a directory, too big or unreadable.
public func readFile(
  at path: String, named name: String? = nil, limit: Int, place: SourceRange? = nil
) throws(Diagnostics) -> [UInt8] {
  let shown = quoted(name ?? path)
  guard let file = fopen(path, "rb") else {
    throw Diagnostics(openProblem(shown, errno, place))
  }
  defer { fclose(file) }
  var status = stat()
  if fstat(fileno(file), &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
    throw Diagnostics(
      .error("\(shown) is a directory, not a file", at: place, hint: "name a file in it"))
  }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = fread(&chunk, 1, chunk.count, file)
    if count == 0 { break }
    bytes += chunk[..<count]
    if bytes.count > limit {
      throw Diagnostics(
        .error(
          "\(shown) has more than the \(limit / 1_048_576) MB it may have", at: place,
          hint: "make it smaller"))
    }
  }
  if ferror(file) != 0 {
    throw Diagnostics(
      .error("\(shown) cannot be read to its end", at: place, hint: "check the disk it is on"))
  }
  return bytes
}

private func openProblem(_ shown: String, _ code: Int32, _ place: SourceRange?) -> Diagnostic {
  switch code {
  case ENOENT, ENOTDIR:
    return .error("there is no file \(shown)", at: place, hint: "check its name and folder")
  case EACCES, EPERM:
    return .error(
      "the file \(shown) may not be read", at: place, hint: "give yourself the right to read it")
  default:
    return .error(
      "the file \(shown) cannot be opened: \(String(cString: strerror(code)))", at: place)
  }
}

/// The path with every link followed and every `..` resolved; nil if nothing is there.
func realPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}
