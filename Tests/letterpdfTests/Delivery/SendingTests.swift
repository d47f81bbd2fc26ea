import Proofing
import Testing

/// The sender of `Integrations/digital-post` against a stand-in of the service; see `Tests/delivery`.
struct SendingTests {
  @Test func `1,000 letters arrive once each though the sender is killed ten times`() async throws {
    // The letters are those of the program where it makes messages, and judged before they are sent.
    let makesMessages = try await letterpdf("help", "merge").output.contains("--memo")
    let run = try await judge(
      ["Tests/delivery/sending.py", "once", "1000"] + (makesMessages ? ["--merged"] : []),
      limit: 900)
    #expect(run.ending == .exit(0), "\(run.output)\(run.errorText)")
  }

  @Test func `A letter in doubt is put before a person rather than sent twice`() async throws {
    let run = try await judge("Tests/delivery/sending.py", "doubt", "200", limit: 600)
    #expect(run.ending == .exit(0), "\(run.output)\(run.errorText)")
  }

  @Test func `Each thing that may be wrong is told, and nothing is sent that must not be`()
    async throws
  {
    let run = try await judge("Tests/delivery/behaviour.py", limit: 600)
    #expect(run.ending == .exit(0), "\(run.output)\(run.errorText)")
  }

  @Test func `Every command of the page on Digital Post does what it says`() async throws {
    let run = try await judge("Tests/delivery/page.py", limit: 300)
    #expect(run.ending == .exit(0), "\(run.output)\(run.errorText)")
  }
}
