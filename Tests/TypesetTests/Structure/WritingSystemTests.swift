import Testing

@testable import Typeset

/// Words of other writing systems have their language, so that another voice reads them.
struct WritingSystemTests {
  private func spoken(_ text: String, in language: String = "da") -> [String] {
    let bytes = Array(text.utf8)
    return ForeignWords.stretches(in: text, of: LanguageTag(language)).map {
      "\($0.language.tag): \(String(decoding: bytes[$0.range], as: UTF8.self))"
    }
  }

  @Test(arguments: [
    ("Kære Μαρία Παπαδοπούλου, tak", ["el: Μαρία Παπαδοπούλου"]),
    ("Ольга og محمد الأمين.", ["ru: Ольга", "ar: محمد الأمين"]),
    ("Олексій Їжак", ["uk: Олексій Їжак"]), ("Ђорђе", ["sr: Ђорђе"]),
    ("پرویز", ["fa: پرویز"]), ("שלום", ["he: שלום"]), ("東京 and ひらがな", ["zh: 東京", "ja: ひらがな"]),
    ("日本の", ["ja: 日本の"]), ("Łukasz Żółć", []), ("100 Ω og π", []),
    ("Москва 2024, Киев", ["ru: Москва 2024, Киев"]),
  ])
  func `Each stretch is of the language of its letters`(text: String, found: [String]) {
    #expect(spoken(text) == found)
  }

  @Test func `What the language is written in is its own`() {
    #expect(spoken("Ольга и Μαρία", in: "bg") == ["el: Μαρία"])
    #expect(spoken("日本の", in: "ja-JP").isEmpty)
  }
}
