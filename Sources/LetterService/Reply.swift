internal import Synchronization

/// An answer that somebody waits for and that comes once, whoever gives it first.
package final class Reply<Value: Sendable>: Sendable {
  private enum State {
    case open
    case waited(CheckedContinuation<Value, Never>)
    case given(Value)
    case done
  }

  private let state = Mutex(State.open)

  /// Not given yet.
  package init() {}

  /// Gives the answer; one that was given before stays.
  package func give(_ value: Value) {
    let waiting: CheckedContinuation<Value, Never>? = state.withLock { state in
      switch state {
      case .open:
        state = .given(value)
        return nil
      case .waited(let continuation):
        state = .done
        return continuation
      case .given, .done: return nil
      }
    }
    waiting?.resume(returning: value)
  }

  /// Whether it was given, so that nobody need work on it any more.
  package var isGiven: Bool {
    state.withLock { state in
      switch state {
      case .open, .waited: false
      case .given, .done: true
      }
    }
  }

  /// The answer, when it comes; it is asked for once.
  package func value() async -> Value {
    await withCheckedContinuation { continuation in
      let given: Value? = state.withLock { state in
        if case .given(let value) = state {
          state = .done
          return value
        }
        state = .waited(continuation)
        return nil
      }
      if let given { continuation.resume(returning: given) }
    }
  }
}
