import Foundation

/// Lets only so many in at a time; the others wait for their turn.
actor Turnstile {
  /// As many programs as the machine has processors, so that each has the time it is given.
  static let processors = Turnstile(max(2, ProcessInfo.processInfo.activeProcessorCount))

  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ free: Int) { self.free = free }

  /// Does something when there is room for it.
  nonisolated func pass<T: Sendable>(_ work: @Sendable () async throws -> T) async throws -> T {
    await enter()
    let result: Result<T, any Error>
    do { result = .success(try await work()) } catch { result = .failure(error) }
    await leave()
    return try result.get()
  }

  private func enter() async {
    guard free == 0 else { return free -= 1 }
    await withCheckedContinuation { waiting.append($0) }
  }

  private func leave() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
