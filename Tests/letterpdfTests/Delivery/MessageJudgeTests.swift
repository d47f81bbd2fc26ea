import Proofing
import Testing

/// The judge of messages, `Tests/delivery/judging.py`, sees what it is there to see.
struct MessageJudgeTests {
  @Test func `Planted faults are found in messages, and none in what the classes can say`()
    async throws
  {
    let run = try await judge("Tests/delivery/judging.py", "--prove", limit: 300)
    #expect(run.ending == .exit(0), "\(run.output)\(run.errorText)")
  }
}
