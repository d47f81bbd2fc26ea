import Proofing
import Testing

@testable import Typeset

struct LanguageFileTests {
  static let tags = ["da", "en", "de", "sv", "nb", "nn", "fo", "kl", "fi", "fr"]

  private static func pack(_ tag: String) throws -> LanguagePack {
    let path = Project.path("Languages/\(tag)/language.yaml")
    return try parseLanguage(readSource(try readFile(at: path, limit: 100_000), name: path))
  }

  @Test(arguments: tags)
  func `Every language has the same words and what typesetting needs`(tag: String) throws {
    let pack = try Self.pack(tag)
    let danish = try Self.pack("da")
    #expect(pack.tag == LanguageTag(tag))
    #expect(pack.words.keys.sorted() == danish.words.keys.sorted())
    #expect(pack.words.values.allSatisfy { !$0.isEmpty })
    #expect(Set(pack.months).count == 12)
    #expect(pack.quotes.count == 4)
    #expect(!pack.bindsAfter.isEmpty && !pack.bindsBefore.isEmpty)
    #expect(pack.alphabet.count >= 50)
    #expect(Set(pack.alphabet).count == pack.alphabet.count)
  }

  @Test(arguments: tags)
  func `Patterns are named where they are`(tag: String) throws {
    let path = Project.path("Languages/\(tag)/hyphenation.table")
    let isThere = (try? readFile(at: path, limit: 10_000_000)) != nil
    #expect((try Self.pack(tag).patterns == "hyphenation.table") == isThere)
  }

  @Test(arguments: [
    ("da", "11. marts 2024", "Side {page} af {pages}", "Med venlig hilsen"),
    ("en", "11 March 2024", "Page {page} of {pages}", "Yours sincerely"),
    ("de", "11. März 2024", "Seite {page} von {pages}", "Mit freundlichen Grüßen"),
    ("sv", "11 mars 2024", "Sida {page} av {pages}", "Med vänlig hälsning"),
    ("nb", "11. mars 2024", "Side {page} av {pages}", "Med vennlig hilsen"),
    ("nn", "11. mars 2024", "Side {page} av {pages}", "Med venleg helsing"),
    ("fo", "11. mars 2024", "Síða {page} av {pages}", "Við vinarligari heilsan"),
    ("kl", "11. marsi 2024", "Qupperneq {page} / {pages}", "Inussiarnersumik inuulluaqqusillunga"),
    ("fi", "11. maaliskuuta 2024", "Sivu {page} / {pages}", "Ystävällisin terveisin"),
    (
      "fr", "11 mars 2024", "Page {page} sur {pages}",
      "Veuillez agréer l’expression de nos salutations distinguées."
    ),
  ])
  func `Dates, page numbers and closings read as the language writes them`(
    tag: String, date: String, page: String, closing: String
  ) throws {
    let pack = try Self.pack(tag)
    let day = try #require(CalendarDate(year: 2024, month: 3, day: 11))
    #expect(pack.format(day) == date)
    #expect(pack.words["page-of"] == page)
    #expect(pack.words["closing"] == closing)
  }

  @Test func `Danish labels are those of KL's letters`() throws {
    let words = try Self.pack("da").words
    #expect(
      ["date", "case-id", "document-id", "email", "phone"].map { words[$0] } == [
        "Dato", "Sags ID", "Dok. ID", "E-mail", "Direkte",
      ])
  }

  @Test func `French quotation marks keep their no-break spaces`() throws {
    #expect(try Self.pack("fr").quotes == ["«\u{A0}", "\u{A0}»", "“", "”"])
  }

  @Test(arguments: [
    ("months: [a]", "1:1 months has 1 names, not 12 | write a list of the months, January first"),
    (
      "quotes: [a]",
      "1:1 quotes has 1 marks, not 2 or 4 | write the opening and closing mark, then the inner ones"
    ),
    (
      "date: '{day} {mouth}'",
      "1:7 date is \"{day} {mouth}\", with a place that is not known | use only {day}, {month} and {year}"
    ),
    (
      "date: '{day} {mouth}'",
      "1:7 date is \"{day} {mouth}\", without {year} | write {year} where it belongs"
    ),
    (
      "words: {page-of: Side}",
      "1:18 words.page-of is \"Side\", without {page} | write {page} where it belongs"
    ),
    (
      "words: {to: '{x}'}",
      "1:13 words.to is \"{x}\", with a place that is not known | delete the braces"
    ),
    ("alphabets: x", "1:1 unknown key \"alphabets\" | write alphabet"),
    ("alphabets: x", "1:1 the language has no alphabet | add a line alphabet:"),
  ])
  func `What is wrong in a language file is told`(text: String, message: String) {
    let found = messages { _ = try parseLanguage(SourceFile(name: "x.yaml", text: text)) }
    #expect(found.contains(message))
  }
}
