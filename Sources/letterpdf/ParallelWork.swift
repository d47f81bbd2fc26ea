import MailRun
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Does a piece of work for each of some inputs, as many at a time as the machine has processors.
///
/// - Returns: the results in the order of the inputs.
func inParallel<Input: Sendable, Output: Sendable>(
  _ inputs: [Input], _ work: @escaping @Sendable (Input) -> Output
) -> [Output] {
  guard inputs.count > 1 else { return inputs.map(work) }
  let shared = SharedWork<Output>(count: inputs.count)
  let run: @Sendable () -> Void = {
    while case let index = shared.next.wrappingAdd(1, ordering: .relaxed).oldValue,
      index < inputs.count
    {
      let output = work(inputs[index])
      shared.results.withLock { $0[index] = output }
    }
  }
  let processors = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  let threads = (1..<min(inputs.count, max(2, processors))).compactMap { _ in WorkerThread(run) }
  run()
  for thread in threads { thread.join() }
  return shared.results.withLock { $0.compactMap(\.self) }
}

/// What the threads of one piece of work share.
private final class SharedWork<Output: Sendable>: Sendable {
  let results: Mutex<[Output?]>
  let next = Atomic(0)

  init(count: Int) { results = Mutex(Array(repeating: nil, count: count)) }
}
