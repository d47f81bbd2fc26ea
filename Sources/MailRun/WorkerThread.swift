#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Typeset

/// A thread of the system's, joined once.
///
/// Tasks would not do: setting a letter takes milliseconds without a pause, and whoever hands out the
/// work blocks, which the few threads of the concurrency run-time must not.
package struct WorkerThread {
  /// As deep as the main thread's stack, for letters are nested values.
  private static let stackSize = 8 << 20

  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private let handle: pthread_t

  /// Starts a thread; nil when the system gives none.
  ///
  /// The files that it reads are noted as those of the thread that starts it.
  package init?(_ work: @escaping @Sendable () -> Void) {
    let notes = ReadNotes.current
    let run: @Sendable () -> Void = { if let notes { notes.noting(work) } else { work() } }
    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    defer { attributes.deallocate() }
    guard pthread_attr_init(attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(attributes) }
    pthread_attr_setstacksize(attributes, Self.stackSize)
    let body = Unmanaged.passRetained(Body(run))
    #if canImport(Glibc)
      var made: pthread_t = 0
      let code = pthread_create(&made, attributes, { Self.enter($0) }, body.toOpaque())
      guard code == 0 else {
        body.release()
        return nil
      }
      handle = made
    #else
      var made: pthread_t?
      let code = pthread_create(&made, attributes, { Self.enter($0) }, body.toOpaque())
      guard code == 0, let made else {
        body.release()
        return nil
      }
      handle = made
    #endif
  }

  private static func enter(_ body: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let body { Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run() }
    return nil
  }

  /// Waits for its end.
  package func join() { pthread_join(handle, nil) }
}
