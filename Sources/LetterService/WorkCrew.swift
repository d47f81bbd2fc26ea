internal import MailRun

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Threads that do work, and a bounded queue of what waits for them.
///
/// Setting a letter takes milliseconds without a pause and may wait for the intake, which the few
/// threads of the concurrency run-time and of the network must not.
///
/// Unchecked: every stored property is read and written under the lock alone.
package final class WorkCrew: @unchecked Sendable {
  private let limit: Int
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let mayTake: UnsafeMutablePointer<pthread_cond_t>
  private var queue: [(@Sendable () -> Void)?] = []
  private var head = 0
  private var busy = 0
  private var isClosed = false
  private var threads: [WorkerThread] = []

  /// Starts threads, which run until the crew is closed.
  ///
  /// - Parameter waiting: the most that waits.
  package init(threads: Int, waiting: Int) {
    limit = max(1, waiting)
    lock = .allocate(capacity: 1)
    mayTake = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
    pthread_cond_init(mayTake, nil)
    let made = (0..<max(1, threads)).compactMap { _ in WorkerThread { self.serve() } }
    locked { self.threads = made }
  }

  deinit {
    pthread_cond_destroy(mayTake)
    mayTake.deallocate()
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  private func locked<R>(_ body: () -> R) -> R {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body()
  }

  /// How much is worked on, and how much waits.
  package var load: (busy: Int, waiting: Int) { locked { (busy, queue.count - head) } }

  /// How many threads there are.
  package var threadCount: Int { locked { threads.count } }

  /// Whether as much waits as may.
  package var isFull: Bool { load.waiting >= limit }

  /// Hands in work; false if as much waits as may, the crew is closed, or the system gave no thread.
  package func submit(_ work: @escaping @Sendable () -> Void) -> Bool {
    locked {
      guard !isClosed, !threads.isEmpty, queue.count - head < limit else { return false }
      queue.append(work)
      pthread_cond_signal(mayTake)
      return true
    }
  }

  /// Has the threads end when all work is done, and waits for that.
  package func close() {
    let threads = locked {
      isClosed = true
      pthread_cond_broadcast(mayTake)
      defer { self.threads = [] }
      return self.threads
    }
    for thread in threads { thread.join() }
  }

  private func serve() {
    while let work = take() {
      work()
      locked { busy -= 1 }
    }
  }

  private func take() -> (@Sendable () -> Void)? {
    locked {
      while head == queue.count, !isClosed { pthread_cond_wait(mayTake, lock) }
      guard head < queue.count else { return nil }
      let work = queue[head]
      queue[head] = nil
      head += 1
      if head >= 256 {
        queue.removeFirst(head)
        head = 0
      }
      busy += 1
      return work
    }
  }
}
