import Proofing
import Testing

/// The site that `make docs` makes of `Docs/`, the layouts and the keys; `scripts/site`, `Tests/site`.
struct SiteTests {
  @Test func `Every key of letters and layouts has an example`() async throws {
    let run = try await judge("scripts/site", "--missing")
    #expect(run.ending == .exit(0), "\(run.output)\(run.errorText)")
  }

  /// The guides, a layout and a few keys, as the whole takes minutes.
  @Test func `A part of the site can be made, and nothing is wrong with its pages`() async throws {
    let scratch = try Scratch()
    let site = scratch.path("site")
    let made = try await judge(
      [
        "scripts/site", "--out", site, "--no-library", "--layouts", "brev", "din-5008-b", "--keys",
        "lists", "marks.fold", "window", "subject", "sender.cvr", "enclosures.stamp",
      ], limit: 600)
    #expect(made.ending == .exit(0), "\(made.output)\(made.errorText)")
    let judged = try await judge("Tests/site", site, limit: 600)
    #expect(judged.ending == .exit(0), "\(judged.output)\(judged.errorText)")
    let proved = try await judge("Tests/site", site, "--prove", limit: 600)
    #expect(proved.ending == .exit(0), "\(proved.output)\(proved.errorText)")
  }
}
