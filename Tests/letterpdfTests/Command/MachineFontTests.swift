import Proofing
import Testing

/// The fonts of the machine are none of a letter's business, and reading about them takes time.
struct MachineFontTests {
  @Test func `The machine's configuration of fonts is not even read`() async throws {
    // Fontconfig tells on standard output which files it reads (FC_DBG_CONFIG).
    let set = try await SetLetter(smallLetter(), environment: ["FC_DEBUG": "1024"])
    #expect(set.run.ending == .exit(0), "\(set.run)")
    #expect(!set.run.output.contains("config file"), "\(set.run.output.prefix(400))")
  }
}
