import LineBreaking
import Proofing
import Testing

@testable import Typeset

/// Words that stay on one line, by the languages' own files.
@Suite struct PhraseProtectionTests {
  /// The text with `~` for each space at which no line may end.
  func protected(_ text: String, _ tag: String = "da") throws -> String {
    let pack = try parseLanguage(SourceFile(name: tag, text: try SamplePlan.languageText(tag)))
    let paragraph = ParagraphText([SamplePlan().inline(text)], page: .none)
    var bytes = paragraph.bytes
    for offset in PhraseProtection(pack).protectedSpaces(in: paragraph) {
      bytes[offset] = UInt8(ascii: "~")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    "den~21.~oktober~2015 blev", "af 11.~marts~2024, som", "forslag (L~134) og B~12 samt S~45",
    "se SOU3~12 der", "spurgte Hansen~(S) og Pia Møller~(DF).", "i Sagsnr.~26/1842 om",
    "med Dok.~nr.~3424914 og", "EAN~5790000123456", "CVR~12345678.",
    "årene 2016~–~2020 var", "kl.~18.00 i", "§~65, stk.~3, i lov~nr.~1225 af",
    "skrev H.~Jensen til", "borgmester~Hansen og en borgmester uden", "tlf. 33~70~34~58",
    "koster 1.324~kr. for", "fru~Jensen bor",
  ])
  func `Danish phrases hold together, and nothing else does`(text: String) throws {
    #expect(try protected(text.replacing("~", with: " ")) == text.replacing("tlf. ", with: "tlf.~"))
  }

  @Test func `A paragraph that begins in another language is protected all the same`() throws {
    let pack = try parseLanguage(SourceFile(name: "da", text: try SamplePlan.languageText("da")))
    let shelf = LanguageShelf(folder: Project.path("Languages"), packs: [.danish: pack])
    let shaper = Shaper(fonts: SamplePlan.fonts, languages: shelf)
    func ties(_ language: LanguageTag, _ text: String) -> Int {
      let sample = SamplePlan()
      var plan = sample.paragraph("")
      var opening = sample.inline("Dear Sir, ")
      opening.language = language
      plan.inlines = [opening, sample.inline(text)]
      plan.style.protectsPhrases = true
      return shaper.shape(plan).breakItems.count {
        if case .penalty(_, BreakItem.infinity, _, _) = $0 { true } else { false }
      }
    }
    let text = "se § 65, stk. 3, i lov nr. 1225 af den 21. oktober 2015."
    #expect(ties(LanguageTag("en"), text) == ties(.danish, text))
    #expect(ties(LanguageTag("en"), text) > ties(LanguageTag("en"), "se her i loven."))
  }

  @Test func `Each language has its own pairs`() throws {
    #expect(
      try protected("am 3. Mai 2026 schrieb Herr Weber z. B. an", "de")
        == "am~3.~Mai~2026 schrieb Herr~Weber z.~B. an")
    #expect(
      try protected("Proposition 12 av prop. 2023/24:1", "sv")
        == "Proposition 12 av prop.~2023/24:1")
    #expect(try protected("le 3 mai 2026, M. Dupont", "fr") == "le~3~mai~2026, M.~Dupont")
  }

  @Test func `A pair that is none is told`() throws {
    let text = try SamplePlan.languageText("da").replacing(
      "\"Dok. nr.\"", with: "\"{dag} {month}\"")
    #expect {
      try parseLanguage(SourceFile(name: "language.yaml", text: text))
    } throws: { error in
      (error as? Diagnostics)?.all.first?.message
        == "together has \"{dag} {month}\", which is no pair of words"
    }
  }

  @Test(arguments: [
    ("sagen 2016 - 7396 er", "sagen 2016 - 7396 er"), ("ja - eller nej", "ja – eller nej"),
    ("\"hej\"", "”hej”"),
  ])
  func `A hyphen between numbers is a case number, and a layout has marks of its own`(
    typed: String, set: String
  ) throws {
    let file = try SamplePlan.languageText("da")
    let pack = try parseLanguage(SourceFile(name: "language.yaml", text: file))
    var marks = TypographicMarks(pack, try #require(TextSetting.Quotes("”…”")))
    #expect(marks.set(typed) == set)
    #expect(TextSetting.Quotes("»«") == nil)
  }
}
