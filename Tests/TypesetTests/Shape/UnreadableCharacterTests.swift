import Proofing
import Testing

@testable import Typeset

/// Every character in the file has a meaning that can be read aloud and searched for.
struct UnreadableCharacterTests {
  @Test func `A byte order mark within the text is left out`() async throws {
    let composition = try SamplePlan().compose(paragraphs: ["\u{FEFF}Kære \u{FEFF}borg\u{FEFF}er"])
    #expect(composition.lineTexts == ["Kære borger"])
    var letter = FinishSample()
    letter.add("Et\u{FEFF} ord\u{FEFF}", as: .paragraph)
    let file = try FileOnDisk(letter.finish())
    #expect(try await file.breaches() == [])
    #expect(try await file.tree() == "Document\n  P Et ord")
  }

  @Test(arguments: ["\u{E000}", "\u{F001}", "\u{F8FF}", "\u{F0000}", "\u{10FFFD}"])
  func `A character for private use is an error`(character: String) throws {
    let error = #expect(throws: Diagnostics.self) {
      try SamplePlan().compose(paragraphs: ["Logo \(character) her"])
    }
    let messages = error?.all.map(\.message) ?? []
    #expect(messages.count == 1)
    #expect(
      messages[0].contains("is for private use") || messages[0].hasPrefix("no font has the"))
  }
}
