import CPango
import Synchronization

/// Font maps that nobody uses any more, kept for a moment.
///
/// Pango looks fonts up on a thread of each map's own, and up to 1.50 that thread touches the map's tables
/// after its answer was taken. A map that goes at once may go too soon; so it goes when another has been
/// let go of a second later, or with the process.
enum RetiredMaps {
  private struct Retired {
    let map: Int
    let since: ContinuousClock.Instant
  }

  private static let waiting = Mutex<[Retired]>([])
  private static let patience = Duration.seconds(1)

  /// Takes a map, with a reference to it, and lets go of those that have waited long enough.
  static func take(_ map: UnsafeMutableRawPointer) {
    let now = ContinuousClock.now
    let old = waiting.withLock { waiting in
      let old = waiting.prefix { now - $0.since > patience }
      waiting.removeFirst(old.count)
      waiting.append(Retired(map: Int(bitPattern: map), since: now))
      return old
    }
    for retired in old { g_object_unref(UnsafeMutableRawPointer(bitPattern: retired.map)) }
  }
}
