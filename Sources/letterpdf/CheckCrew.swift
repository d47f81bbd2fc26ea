import MailRun
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Looks at many files at the same time, and tells of them in their order.
struct CheckCrew {
  private let files: [String]
  private let jobs: Int

  /// - Parameter jobs: how many files are looked at at once; nil for as many as there are cores.
  init(files: [String], jobs: Int?) {
    self.files = files
    let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    self.jobs = min(jobs ?? cores, max(1, files.count))
  }

  /// Where the work stands.
  private struct Stand: Sendable {
    var next = 0
    var told = 0
    var done: [Int: CheckedFile] = [:]
    var results: [CheckedFile] = []
  }

  /// Looks at all files.
  ///
  /// - Parameters:
  ///   - look: what is done with a file.
  ///   - telling: hears of each file when those before it were told; never twice at the same time.
  /// - Returns: what became of each, in their order; of several, without the files themselves.
  func run(
    _ look: @escaping @Sendable (String) -> CheckedFile,
    telling: @escaping @Sendable (CheckedFile) -> Void
  ) -> [CheckedFile] {
    let stand = Shared()
    let (files, keepsFiles) = (files, files.count == 1)
    let work: @Sendable () -> Void = {
      while true {
        let index = stand.value.withLock { value in
          defer { value.next += 1 }
          return value.next
        }
        guard index < files.count else { return }
        var checked = look(files[index])
        if !keepsFiles { checked.pdf = nil }
        let finished = checked
        stand.value.withLock { value in
          value.done[index] = finished
          while let next = value.done.removeValue(forKey: value.told) {
            telling(next)
            value.results.append(next)
            value.told += 1
          }
        }
      }
    }
    let others = (1..<max(1, jobs)).compactMap { _ in WorkerThread(work) }
    work()
    for other in others { other.join() }
    return stand.value.withLock { $0.results }
  }

  private final class Shared: Sendable {
    let value = Mutex(Stand())
  }
}
