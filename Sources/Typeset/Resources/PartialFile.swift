#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A file that is written beside the one that it becomes.
///
/// It is locked as long as it is written. A run that was killed leaves one without a lock, which the next
/// run in the folder that comes by its name takes away.
package struct PartialFile {
  /// Where it is.
  package let path: String
  /// Open for writing, and locked; the caller's to close.
  package let descriptor: Int32

  /// The most files that several runs may write in one folder at once.
  private static let limit = 1000

  /// Makes one in the folder of a file; nil, with `errno` set, if that cannot be.
  package init?(besides target: String) {
    let slash = target.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(target[...$0]) } ?? ""
    // A name of its own: the target's may already be as long as names can be.
    for number in 0..<Self.limit {
      let path = Self.path(number, in: folder)
      for _ in 0..<2 {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        if descriptor >= 0 {
          // Where files cannot be locked, nothing that is left is removed.
          if Self.isLocked(descriptor, at: path) || errno != EWOULDBLOCK {
            (self.path, self.descriptor) = (path, descriptor)
            Self.clear(folder, from: number + 1)
            return
          }
          close(descriptor)
        } else if errno != EEXIST {
          return nil
        } else if !Self.removeLeft(path) {
          break
        }
      }
    }
    errno = EEXIST
    return nil
  }

  /// Removes what runs left that had several files in the making.
  private static func clear(_ folder: String, from first: Int) {
    var number = first
    while number < limit, access(path(number, in: folder), F_OK) == 0,
      removeLeft(path(number, in: folder))
    {
      number += 1
    }
  }

  private static func path(_ number: Int, in folder: String) -> String {
    "\(folder).letterpdf-\(number).partial"
  }

  /// Removes a file that nobody writes any more; false if somebody does.
  private static func removeLeft(_ path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return errno == ENOENT }
    defer { close(descriptor) }
    return isLocked(descriptor, at: path) && unlink(path) == 0
  }

  /// Locks a file, and whether it is still the one that has the name.
  private static func isLocked(_ descriptor: Int32, at path: String) -> Bool {
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return false }
    var (own, named) = (stat(), stat())
    let isNamed =
      fstat(descriptor, &own) == 0 && lstat(path, &named) == 0 && own.st_ino == named.st_ino
      && own.st_dev == named.st_dev
    // Another has removed it, and may have made one of the name.
    if !isNamed { errno = EWOULDBLOCK }
    return isNamed
  }
}
