internal import Synchronization

/// Tells all who show the preview that something has changed.
///
/// What is told is the number of the changes so far. One that is told again says that nothing has
/// happened, but has whoever listens notice that nobody listens to it any more.
package final class PreviewHub: Sendable {
  private struct Listeners {
    var changes = 0
    var next = 0
    var all: [Int: AsyncStream<Int>.Continuation] = [:]
    var isOver = false
  }

  private let listeners = Mutex(Listeners())

  /// Nobody listens yet.
  package init() {}

  /// What is told from now on; what comes while the last of it is worked on counts once.
  package func listen() -> (changes: Int, news: AsyncStream<Int>) {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Int.self, bufferingPolicy: .bufferingNewest(1))
    let (changes, number) = listeners.withLock { listeners -> (Int, Int?) in
      guard !listeners.isOver else { return (listeners.changes, nil) }
      listeners.next += 1
      listeners.all[listeners.next] = continuation
      return (listeners.changes, listeners.next)
    }
    guard let number else {
      continuation.finish()
      return (changes, stream)
    }
    continuation.onTermination = { [weak self] _ in
      self?.listeners.withLock { _ = $0.all.removeValue(forKey: number) }
    }
    return (changes, stream)
  }

  /// Tells all of a change.
  package func change() { tell(adding: 1) }

  /// Tells all that nothing has changed.
  package func pulse() { tell(adding: 0) }

  private func tell(adding count: Int) {
    let told = listeners.withLock { listeners in
      listeners.changes += count
      return (number: listeners.changes, all: Array(listeners.all.values))
    }
    for listener in told.all { listener.yield(told.number) }
  }

  /// Ends what all listen to.
  package func end() {
    let all = listeners.withLock { listeners in
      listeners.isOver = true
      return Array(listeners.all.values)
    }
    for listener in all { listener.finish() }
  }
}
