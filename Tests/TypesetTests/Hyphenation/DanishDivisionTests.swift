import Proofing
import Testing

@testable import Typeset

@Suite struct DanishDivisionTests {
  private func points(_ word: String, graded: Bool) -> [HyphenationPoint] {
    Hyphenators(folder: Project.path("Languages")).hyphenator(for: .danish)?
      .breaks(in: word, before: 2, after: 2, graded: graded) ?? []
  }

  /// A word with its divisions: `|` at joints, `=` at affixes, `-` between syllables, `~` poor.
  private func marked(_ word: String) -> String {
    var bytes = Array(word.utf8)
    for point in points(word, graded: true).reversed() {
      let sign: Unicode.Scalar =
        switch point.grade {
        case .explicit: "!"
        case .joint: "|"
        case .affix: "="
        case .syllable: "-"
        case .poor: "~"
        }
      bytes.insert(UInt8(sign.value), at: point.offset)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    "øko-no~mi|for=hand-linger", "der|ud|over", "re~krut-te-rings|ud=for=drin~ger",
    "møder~ne", "bag=grunds|tæp~pet", "kom-mu-nal|be=sty-relses|med=lem~mer",
    "stor|møder", "fæl-les=skab", "virk=som=hed", "be=tyd=nin-gen", "sags|be=hand-lingen",
  ])
  func `Joints come first, then prefixes and suffixes, then syllables`(expected: String) {
    let word = expected.filter { !"|=-~".contains($0) }
    #expect(marked(word) == expected)
  }

  @Test(arguments: [
    ("rekrutteringsudfordringer", "rek-rutteringsudfordringer"), ("derudover", "deru-dover"),
    ("derudover", "de-rudover"), ("møderne", "møde-rne"),
    ("baggrundstæppet", "baggrund-stæppet"), ("stormøder", "storm-øder"),
  ])
  func `Bad divisions of the patterns are not offered`(word: String, bad: String) {
    let place = bad.prefix { $0 != "-" }.utf8.count
    #expect(!points(word, graded: true).contains { $0.offset == place })
  }

  @Test(arguments: [
    "person", "alene", "interesse", "politik", "materiale", "sekretariat", "kommentarer",
    "kontinuitet", "administration", "orientering", "således", "kalender", "september",
  ])
  func `A simple word has no joint`(word: String) {
    #expect(!points(word, graded: true).contains { $0.grade == .joint })
  }

  @Test func `Five hundred compounds are divided at their joints, nearly without fault`() throws {
    let (graded, plain) = try Self.audits()
    #expect(graded.joints > 550)
    #expect(Double(graded.jointsOffered) > 0.98 * Double(graded.joints))
    #expect(graded.wrong == ["vej-sende"])
    // The plain patterns offer about as many divisions, fewer of them right.
    #expect(Double(plain.jointsOffered) < 0.9 * Double(plain.joints))
    #expect(plain.wrong.count > 40)
  }

  /// The same words by our divisions and by the plain patterns.
  static func audits() throws -> (graded: DivisionAudit, plain: DivisionAudit) {
    let hyphenator = Hyphenators(folder: Project.path("Languages")).hyphenator(for: .danish)
    let file = try #require(
      MappedFile(path: Project.path("Tests/TypesetTests/Hyphenation/compounds.txt")))
    let text = String(decoding: file.bytes, as: UTF8.self)
    var (graded, plain) = (DivisionAudit(), DivisionAudit())
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      for word in line.split(separator: " ").map(String.init) {
        let whole = word.replacing("|", with: "")
        func divisions(_ isGraded: Bool) -> [Int] {
          (hyphenator?.breaks(in: whole, before: 2, after: 2, graded: isGraded) ?? []).map {
            String(decoding: Array(whole.utf8.prefix($0.offset)), as: UTF8.self).count
          }
        }
        graded.judge(word, divisions(true))
        plain.judge(word, divisions(false))
      }
    }
    return (graded, plain)
  }
}

@Suite struct GradedDivisionTests {
  @Test func `Exceptions override joints`() {
    #expect(divided("kommunernes", graded: true, exceptions: ["Kommu-nernes"]) == "kommu-nernes")
    #expect(
      divided("Økonomiforhandlinger", graded: true, exceptions: ["økonomiforhandlinger"])
        == "Økonomiforhandlinger")
  }

  @Test func `The layout's minimum letters hold for joints too`() {
    #expect(divided("byrådet", before: 2, after: 2, graded: true).hasPrefix("by-"))
    #expect(!divided("byrådet", before: 3, after: 3, graded: true).hasPrefix("by-"))
  }

  @Test func `A language without a table still gets a vowel in each piece`() {
    #expect(divided("l’administration", "fr", graded: true) == "l’ad-mi-nis-tra-tion")
    let hyphenator = Hyphenators(folder: Project.path("Languages")).hyphenator(
      for: LanguageTag("fr"))
    let points = hyphenator?.breaks(in: "administration", before: 2, after: 2) ?? []
    #expect(points.map(\.offset) == [2, 4, 7, 10])
    #expect(points.map(\.grade) == [.poor, .syllable, .syllable, .syllable])
    // Two letters alone are hard to read.
    let swedish = Hyphenators(folder: Project.path("Languages")).hyphenator(for: LanguageTag("sv"))
    #expect(swedish?.breaks(in: "arena", before: 2, after: 2).map(\.grade) == [.poor])
  }

  @Test func `A table that is not whole is not used`() {
    #expect(CompoundTable(path: Project.path("Languages/da/hyphenation.table")) == nil)
    #expect(CompoundTable(path: Project.path("Languages")) == nil)
    #expect(CompoundTable(path: "") == nil)
  }
}
