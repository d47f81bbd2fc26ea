import Foundation

/// Lets only so many in at a time; the others wait for their turn.
actor Turnstile {
  /// As many programs as the machine has processors, so that each has the time it is given.
  static let processors = Turnstile(max(2, ProcessInfo.processInfo.activeProcessorCount))

  /// Whether a task goes before all that wait: for tests with a limit of time, which the wait for all others
  /// would use up.
  @TaskLocal static var goesFirst = false

  private var free: Int
  private var first: [CheckedContinuation<Void, Never>] = []
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ free: Int) { self.free = free }

  /// Does something when there is room for it.
  nonisolated func pass<T: Sendable>(_ work: @Sendable () async throws -> T) async throws -> T {
    await enter(first: Self.goesFirst)
    let result: Result<T, any Error>
    do { result = .success(try await work()) } catch { result = .failure(error) }
    await leave()
    return try result.get()
  }

  private func enter(first goesFirst: Bool) async {
    guard free == 0 else { return free -= 1 }
    await withCheckedContinuation { turn in
      if goesFirst { first.append(turn) } else { waiting.append(turn) }
    }
  }

  private func leave() {
    if !first.isEmpty {
      first.removeFirst().resume()
    } else if !waiting.isEmpty {
      waiting.removeFirst().resume()
    } else {
      free += 1
    }
  }
}

/// Runs programs before those of tests that wait for their turn.
package func beforeOthers<T: Sendable>(_ work: () async throws -> T) async rethrows -> T {
  try await Turnstile.$goesFirst.withValue(true) { try await work() }
}
