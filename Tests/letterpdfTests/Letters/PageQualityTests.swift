import Foundation
import Proofing
import Testing

/// The figures of `Benchmarks/pages` on letters drawn from prose that nobody tuned on.
struct PageQualityTests {
  @Test func `Drawn letters leave no hole that a legal break would fill, and no list alone`()
    async throws
  {
    let run = try await Run(
      Project.python,
      [
        Project.path("Benchmarks/pages"), "--program", Project.program.path, "--count", "90",
        "--strict",
      ], limit: 600)
    #expect(run.ending == .exit(0), "\(run.output)\(run.errorText)")
  }
}
