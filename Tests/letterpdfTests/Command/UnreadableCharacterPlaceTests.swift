import Proofing
import Testing

/// A character that cannot be read aloud is shown where it stands.
struct UnreadableCharacterPlaceTests {
  @Test func `A character for private use is shown in its line`() async throws {
    let set = try await SetLetter(smallLetter(body: "Et **ord** og \u{F001} til"))
    #expect(set.run.ending == .exit(1))
    #expect(
      set.run.errorText.hasPrefix(
        """
        letter.md:7:15: error: the character U+F001 is for private use: only its font knows what it \
        means
        """))
  }

  @Test func `A byte order mark within a letter leaves no trace`() async throws {
    let set = try await SetLetter(smallLetter(body: "Et \u{FEFF}ord og\u{FEFF} til"))
    #expect(set.run.ending == .exit(0))
    #expect(try await set.text().contains("Et ord og til"))
  }
}
