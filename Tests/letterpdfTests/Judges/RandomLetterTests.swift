import Proofing
import Testing

/// Letters that a generator draws over every feature of both formats; see `Tests/letters`.
struct RandomLetterTests {
  @Test func `300 random letters are set, and no judge finds a fault in them`() async throws {
    let run = try await judge(
      "Tests/letters", "--seed", "1", "--count", "300", limit: 1200)
    #expect(run.ending == .exit(0), "\(run.output)\(run.errorText)")
  }

  @Test func `The letters use every key of the letter and the layout format`() async throws {
    let run = try await judge("Tests/letters", "--seed", "1", "--count", "300", "--keys")
    #expect(run.ending == .exit(0), "\(run.output)\(run.errorText)")
  }
}
