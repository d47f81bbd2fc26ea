import Testing

@testable import Typeset

@Suite struct LanguageTagTests {
  @Test(arguments: [
    ("da", "da", true), ("en-GB", "en-gb", true), ("kal", "kal", true),
    ("zh-Hant-TW", "zh-hant-tw", true), ("de-1996", "de-1996", true), ("dansk", "dansk", false),
  ])
  func `Tags of BCP 47 are read`(text: String, tag: String, hasCode: Bool) throws {
    let read = try #require(LanguageTag(wellFormed: text))
    #expect(read.tag == tag)
    #expect(read.hasCode == hasCode)
  }

  @Test(arguments: [
    "", "d", "-da", "da-", "da--DK", "da_DK", "d4", "dansk-sprog-abcdefghi", "æø", "da DK",
    "da-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd-e", "abcdefghi",
  ])
  func `Other words are no tags`(text: String) {
    #expect(LanguageTag(wellFormed: text) == nil)
  }

  @Test func `Layouts and languages are in a language, as letters are`() {
    let told = "1:11 language is \"dansk\", not a language | write a tag such as da or en"
    #expect(messages { _ = try layout("language: dansk\n" + smallLayout) } == [told])
    let file = SourceFile(name: "x", text: "language: dansk\n")
    #expect(messages { _ = try parseLanguage(file) }.contains(told))
  }
}
