#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What makes two names the same file: device and inode.
package struct FileIdentity: Hashable, Sendable {
  private let device: dev_t
  private let inode: ino_t
  /// Whether it is an ordinary file: no folder, device or pipe.
  package let isRegular: Bool

  /// Why there was no file of the name asked for last, in the system's words.
  package static var lastError: String { String(cString: strerror(errno)) }

  /// The file of that name, links followed; nil if there is none.
  package init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = status.st_dev
    inode = status.st_ino
    isRegular = status.st_mode & S_IFMT == S_IFREG
  }
}
