import Proofing
import Testing

@testable import Typeset

/// Divides a word and shows it with hyphens.
func divided(
  _ word: String, _ language: String = "da", before: Int = 2, after: Int = 2,
  graded: Bool = false, exceptions: [String] = []
) -> String {
  let hyphenator = Hyphenators(folder: Project.path("Languages")).hyphenator(
    for: LanguageTag(language))
  let points =
    hyphenator?.breaks(
      in: word, before: before, after: after, graded: graded,
      exceptions: HyphenationExceptions(exceptions)) ?? []
  var bytes = Array(word.utf8)
  for point in points.reversed() { bytes.insert(45, at: point.offset) }
  return String(decoding: bytes, as: UTF8.self)
}

@Suite struct HyphenatorTests {
  @Test(arguments: [
    "udfor-dringer", "orien-tere", "ungeområ-det", "betydnin-gen", "vo-res", "vi-dere", "je-res",
    "revi-dere",
  ])
  func `Plain patterns allow what the letter of 2019 prints`(printed: String) {
    let word = printed.replacing("-", with: "")
    let pieces = divided(word).split(separator: "-").map(String.init)
    let places = pieces.indices.map { pieces[...$0].joined().count }
    #expect(places.contains(printed.prefix { $0 != "-" }.count))
  }

  @Test(arguments: [
    ("en", "hyphenation", "hy-phen-a-tion"), ("de", "Bundesregierung", "Bun-des-re-gie-rung"),
    ("sv", "kommunfullmäktige", "kom-mun-full-mäk-ti-ge"),
    ("nb", "kommunestyret", "kom-mune-sty-ret"),
    ("nn", "kommunestyret", "kom-mune-sty-ret"),
    ("fr", "l’administration", "l’ad-mi-nis-tra-tion"),
    ("fi", "yhteistyö", "yh-teis-työ"), ("da-DK", "revidere", "re-vi-dere"),
  ])
  func `Each language divides by its own patterns`(
    language: String, word: String, expected: String
  ) {
    #expect(divided(word, language) == expected)
  }

  @Test(arguments: ["fo", "kl", "../da", ""])
  func `A language without patterns has no hyphenator`(language: String) {
    let hyphenators = Hyphenators(folder: Project.path("Languages"))
    #expect(hyphenators.hyphenator(for: LanguageTag(language)) == nil)
  }

  @Test func `The layout's minimum letters count, not the file's`() {
    #expect(divided("revidere", before: 2, after: 2) == "re-vi-dere")
    #expect(divided("revidere", before: 3, after: 3) == "revi-dere")
    // The Swedish file in Debian asks for one letter before; without a word libhyphen takes two.
    #expect(divided("arena", "sv", before: 1, after: 2) == "a-re-na")
    #expect(divided("arena", "sv", before: 2, after: 2) == "are-na")
    #expect(divided("avancerad", "sv", before: 3, after: 3) == "avan-ce-rad")
  }

  @Test func `Case does not change divisions`() {
    #expect(divided("Revidere") == "Re-vi-dere")
    #expect(divided("REVIDERENDE") == "RE-VI-DEREN-DE")
    #expect(divided("Ærøskøbing").contains("-"))
  }

  @Test(arguments: [
    "KOMBIT", "SAG2023kommuner", "MLAR@kommuner.dk", "www.kommuner.dk",
    "https://kommuner/videre", "kommuner.dk", "fil_kommuner",
  ])
  func `Acronyms, numbers and addresses are not divided`(word: String) {
    #expect(divided(word) == word)
  }

  @Test func `Punctuation parts a word into pieces divided each for itself`() {
    #expect(divided("(revidere),") == "(re-vi-dere),")
    #expect(divided("videre/revidere") == "vi-dere/re-vi-dere")
    #expect(divided("udvalget’s") == "udval-get’s")
  }

  @Test func `A decomposed letter counts as one`() {
    #expect(divided("ungeområdet".replacing("å", with: "a\u{30A}")).contains("-det"))
  }

  @Test func `Exceptions override the patterns`() {
    #expect(divided("Kommunernes", exceptions: ["Kommu-nernes"]) == "Kommu-nernes")
    #expect(divided("kommunernes", exceptions: ["Kommu-nernes"]) == "kommu-nernes")
    #expect(divided("kommunernes", exceptions: ["kommunernes"]) == "kommunernes")
  }

  @Test func `A word with soft hyphens is divided only there`() {
    let hyphenator = Hyphenators(folder: Project.path("Languages")).hyphenator(for: .danish)
    let points = hyphenator?.breaks(in: "områ\u{AD}derne", before: 2, after: 2)
    #expect(points == [HyphenationPoint(offset: 5, grade: .explicit)])
  }
}
