import Proofing
import Testing

/// The pages of PDFs as other programs draw them, beside those the program draws; `Tests/witness`.
struct WitnessTests {
  @Test func `Four readers draw the pages as the program does`() async throws {
    // Random letters by hand: Cairo's line ends are off by up to 0.28 pt, which is found in long lines.
    let run = try await judge("Tests/witness", "--count", "0", limit: 1200)
    #expect(run.ending == .exit(0), "\(run.output)\(run.errorText)")
  }

  @Test func `A fault that is planted is seen by each of the readers`() async throws {
    let run = try await judge("Tests/witness", "--prove", limit: 600)
    #expect(run.ending == .exit(0), "\(run.output)\(run.errorText)")
  }
}
