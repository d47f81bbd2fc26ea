import Proofing
import Testing

/// HTML and text of the letters beside their PDFs, and in a browser; `Tests/recital`.
struct RecitalTests {
  @Test func `HTML and text say what the PDF says, and axe finds nothing`() async throws {
    let run = try await judge("Tests/recital", "--count", "10", limit: 1200)
    #expect(run.ending == .exit(0), "\(run.output)\(run.errorText)")
  }

  @Test func `A fault that is planted is found`() async throws {
    let run = try await judge("Tests/recital", "--prove", limit: 600)
    #expect(run.ending == .exit(0), "\(run.output)\(run.errorText)")
  }
}
