#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Work that several threads do at the same time and whose results are handed on in the order in
/// which it was given out, with a bound on what is under way.
///
/// One thread offers, any number take and finish, one collects. Memory stays flat, for whoever offers
/// waits while as much as the window allows is neither done nor collected.
///
/// Unchecked: every stored property is read and written under the lock alone.
final class OrderedWork<Input: Sendable, Output: Sendable>: @unchecked Sendable {
  /// What there is to collect.
  enum Collected {
    /// The result next in order.
    case output(Output)
    /// Nothing yet, and the time is up.
    case nothingYet
    /// All that was begun is collected, and no more will come.
    case end
  }

  private let window: Int
  /// How much is handed on at a time: waking a thread for each letter takes longer than the letter's file.
  private let batch: Int
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let mayOffer: UnsafeMutablePointer<pthread_cond_t>
  private let mayTake: UnsafeMutablePointer<pthread_cond_t>
  private let mayCollect: UnsafeMutablePointer<pthread_cond_t>
  private var waiting: [Input?] = []
  /// How many of the waiting have been taken; they are cut off now and then.
  private var head = 0
  private var taken = 0
  private var collected = 0
  private var finished: [Int: Output] = [:]
  private var isClosed = false
  private var isStopped = false

  /// - Parameter window: the most that is under way, from its offer to its collection.
  init(window: Int) {
    self.window = max(window, 1)
    batch = max(1, min(32, window / 4))
    lock = .allocate(capacity: 1)
    mayOffer = .allocate(capacity: 1)
    mayTake = .allocate(capacity: 1)
    mayCollect = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
    for condition in [mayOffer, mayTake, mayCollect] { pthread_cond_init(condition, nil) }
  }

  deinit {
    for condition in [mayOffer, mayTake, mayCollect] {
      pthread_cond_destroy(condition)
      condition.deallocate()
    }
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  private func locked<R>(_ body: () -> R) -> R {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body()
  }

  /// Hands in work; waits while there is too much.
  ///
  /// - Returns: false once the work is stopped.
  func offer(_ input: Input) -> Bool {
    locked {
      while !isStopped, taken + waiting.count - head - collected >= window {
        pthread_cond_wait(mayOffer, lock)
      }
      guard !isStopped else { return false }
      waiting.append(input)
      pthread_cond_signal(mayTake)
      return true
    }
  }

  /// Says that no more work will come.
  func close() {
    locked {
      isClosed = true
      pthread_cond_broadcast(mayTake)
      pthread_cond_signal(mayCollect)
    }
  }

  /// Drops what nobody has begun; what was begun goes to its end, so no result has a gap before it.
  func stop() {
    locked {
      isStopped = true
      waiting.removeAll()
      head = 0
      pthread_cond_broadcast(mayTake)
      pthread_cond_broadcast(mayOffer)
      pthread_cond_signal(mayCollect)
    }
  }

  /// The next piece of work and its number; waits for one, and is nil when there will be none.
  func take() -> (number: Int, input: Input)? {
    locked {
      while head == waiting.count, !isClosed, !isStopped { pthread_cond_wait(mayTake, lock) }
      guard head < waiting.count, let input = waiting[head] else { return nil }
      waiting[head] = nil
      head += 1
      if head >= 256 {
        waiting.removeFirst(head)
        head = 0
      }
      defer { taken += 1 }
      return (taken, input)
    }
  }

  /// Hands in the result of a piece of work.
  func finish(_ number: Int, _ output: Output) {
    locked {
      finished[number] = output
      // Whoever collects looks by itself now and then, so that a few may wait.
      let isMuch = finished.count >= batch && finished[collected] != nil
      if isMuch || head == waiting.count { pthread_cond_signal(mayCollect) }
    }
  }

  /// The result that is next in order.
  ///
  /// - Parameter milliseconds: how long to wait for it.
  func collect(within milliseconds: Int) -> Collected {
    locked {
      var deadline = timespec()
      clock_gettime(CLOCK_REALTIME, &deadline)
      let nanoseconds = Int(deadline.tv_nsec) + milliseconds * 1_000_000
      deadline.tv_sec += nanoseconds / 1_000_000_000
      deadline.tv_nsec = nanoseconds % 1_000_000_000
      while true {
        if let output = finished.removeValue(forKey: collected) {
          collected += 1
          let underWay = taken + waiting.count - head - collected
          if underWay <= window - batch { pthread_cond_signal(mayOffer) }
          return .output(output)
        }
        if isStopped || isClosed, head == waiting.count, collected == taken { return .end }
        if pthread_cond_timedwait(mayCollect, lock, &deadline) != 0 { return .nothingYet }
      }
    }
  }
}
