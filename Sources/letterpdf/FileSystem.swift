#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What commands ask of the file system beside reading and writing files.
enum FileSystem {
  /// Whether a path is that of a folder, links followed.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Takes a file away; false where that fails, with the reason in ``FileIdentity/lastError``.
  static func remove(_ path: String) -> Bool { unlink(path) == 0 }
}
