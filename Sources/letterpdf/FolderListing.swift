import Typeset

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What stands in a folder.
enum FolderListing {
  /// Whether a path leads to a folder.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether anything stands at a path.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// The paths of the files in a folder and in those within it that end so, sorted.
  static func files(in folder: String, suffix: String) -> [String] {
    var found: [String] = []
    for name in fileNames(in: folder) {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      if isFolder(path) {
        // A link may lead back up; so deep goes no run of letters.
        if path.split(separator: "/").count < 64 { found += files(in: path, suffix: suffix) }
      } else if name.lowercased().hasSuffix(suffix) {
        found.append(path)
      }
    }
    return found
  }
}
