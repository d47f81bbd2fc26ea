import Foundation
import Proofing
import Testing

/// A file that is made to break what reads it is a finding, in time and without a crash.
struct HostileCheckTests {
  @Test(arguments: HostilePDFTests.trials)
  func `A hostile file is not fit, and nothing ends badly`(trial: HostilePDFTests.Trial)
    async throws
  {
    let scratch = try Scratch()
    let file = try scratch.write(trial.pdf.bytes, as: "hostile.pdf")
    // The limit is ten seconds; other tests run at the same time.
    let run = try await letterpdf(
      "check", file, "--for", "digital-post", "--for", "fjernprint", "--window", "20 45 85 45",
      limit: 20)
    #expect(run.ending == .exit(1), "\(run)")
    #expect(run.output.contains("error: "))
  }

  @Test func `Letters with bytes broken, cut and mixed end in findings`() async throws {
    let scratch = try Scratch()
    let whole = scratch.path("whole.pdf")
    _ = try await letterpdf("render", Project.path("Examples/notat.md"), "-o", whole)
    var breaker = Breaker(seed: 13)
    let variants = breaker.variants(of: try scratch.read("whole.pdf"), count: 60)
    for (index, bytes) in variants.enumerated() {
      try scratch.write(bytes, as: "in/\(index).pdf")
    }
    let run = try await letterpdf(
      "check", scratch.path("in"), "--for", "digital-post", "--for", "archive", "--for",
      "accessible", "--report", "json")
    #expect(run.ending == .exit(1), "\(run)")
    let tree = try #require(
      JSONSerialization.jsonObject(with: Data(run.outputBytes)) as? [String: Any])
    #expect((tree["files"] as? [Any])?.count == variants.count)
  }
}
