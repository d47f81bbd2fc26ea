#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Synchronization

/// The user's wish to end a run: Ctrl-C, or what an engine sends before it kills.
///
/// The first ends the run in order; a second does what it always did.
package enum RunSignals {
  private static let wish = Atomic<Int32>(0)

  /// Catches `SIGINT` and `SIGTERM` from now on.
  package static func watch() {
    for signal in [SIGINT, SIGTERM] {
      var action = sigaction()
      #if canImport(Glibc)
        action.__sigaction_handler.sa_handler = { RunSignals.note($0) }
      #else
        action.__sigaction_u.__sa_handler = { RunSignals.note($0) }
      #endif
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      sigaction(signal, &action, nil)
    }
  }

  private static func note(_ signal: Int32) { wish.store(signal, ordering: .relaxed) }

  /// The signal that came; nil for none.
  package static var received: Int32? {
    let signal = wish.load(ordering: .relaxed)
    return signal == 0 ? nil : signal
  }
}
