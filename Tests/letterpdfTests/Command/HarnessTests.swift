import Proofing
import Testing

struct HarnessTests {
  @Test func `A tool's output and exit code are read`() async throws {
    let run = try await Run("sh", ["-c", "cat; echo no >&2; exit 3"], input: Array("æ".utf8))
    #expect(run.ending == .exit(3))
    #expect(run.output == "æ")
    #expect(run.errorText == "no\n")
  }

  @Test func `A crash is told from an exit`() async throws {
    #expect(try await Run("sh", ["-c", "kill -SEGV $$"]).ending == .signal(11))
  }

  @Test func `A program that hangs is killed and named`() async throws {
    let error = await #expect(throws: ToolFailure.self) {
      try await Run("sleep", ["30"], limit: 1)
    }
    #expect(error?.description == "sleep took more than 1 seconds")
  }
}
