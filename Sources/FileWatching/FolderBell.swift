#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
internal import Synchronization

/// Rings when something happens in one of some folders; where the system cannot tell, it rings every
/// so often.
///
/// Folders are listened to rather than files, for most editors save by putting another file in the
/// place of the old one.
final class FolderBell: Sendable {
  /// Why the wait is over.
  enum Ring { case heard, timeIsUp }

  #if os(Linux)
    private let descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    private static let events = UInt32(
      IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ATTRIB)

    /// Whether the system tells; it does not where it has no more to give.
    private var listens: Bool { descriptor >= 0 }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Listens to a folder too; to one that is known already it does no harm.
    func listen(to folder: String) {
      if listens { _ = inotify_add_watch(descriptor, folder, Self.events) }
    }

    /// Waits until something happens, and takes note of all that has.
    ///
    /// - Parameter milliseconds: the longest wait where the system tells.
    func wait(atMost milliseconds: Int32) -> Ring {
      guard listens else {
        usleep(Self.pace)
        return .heard
      }
      var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&polled, 1, milliseconds) > 0 else { return .timeIsUp }
      var buffer = [UInt8](repeating: 0, count: 16_384)
      while read(descriptor, &buffer, buffer.count) > 0 {}
      return .heard
    }
  #else
    func listen(to folder: String) {}

    func wait(atMost milliseconds: Int32) -> Ring {
      usleep(Self.pace)
      return .heard
    }
  #endif

  /// How often files are looked at where the system does not tell, in microseconds.
  private static let pace: UInt32 = 40_000
}
