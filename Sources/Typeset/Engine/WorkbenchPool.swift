#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
internal import Intake
internal import Synchronization

/// The workbenches of a typesetter: as many as were in use at once, of which as many are kept as
/// the machine has processors.
final class WorkbenchPool: Sendable {
  let resources: ResourceFolder
  /// What opens pictures and foreign PDFs, and paints pictures of pages.
  let intake: IntakeClient
  private let idle = Mutex<[Workbench]>([])
  private let limit = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  init(resources: ResourceFolder, intake: IntakeClient) {
    self.resources = resources
    self.intake = intake
  }

  /// Lends a workbench for as long as the call takes; the one used last has most at hand.
  func withWorkbench<R, E: Error>(_ body: (Workbench) throws(E) -> R) throws(E) -> R {
    let bench = idle.withLock { $0.popLast() } ?? Workbench(resources: resources)
    defer {
      idle.withLock { if $0.count < limit { $0.append(bench) } }
    }
    return try body(bench)
  }

  /// How many are waiting for work.
  var idleCount: Int { idle.withLock { $0.count } }
}
