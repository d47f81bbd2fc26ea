import Proofing
import Testing

/// Kills, quotas, few descriptors and second writers, a few of each; `make bench-faults` has many.
struct FaultTests {
  @Test(arguments: ["render", "merge", "whole", "limits", "writers"])
  func `Faults tear no file and leave no litter`(kind: String) async throws {
    let run = try await judge(
      Project.path("Benchmarks/faults"), "--kills", "10", "--points", "5", kind, limit: 300)
    #expect(run.ending == .exit(0), "\(run.output) \(run)")
    #expect(!run.output.isEmpty && !run.output.contains("FAULTS"), "\(run.output)")
  }
}
