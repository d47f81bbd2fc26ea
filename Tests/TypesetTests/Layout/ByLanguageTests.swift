import Testing

@testable import Typeset

/// Texts, groups and logos that letters in different languages have differently.
@Suite struct ByLanguageTests {
  private let frame = "frame: {x: 158mm, y: 60mm, width: 40mm, height: 40mm}"

  /// The plan of a letter in a language; the words of the language are Danish all the same.
  private func plan(_ language: String, _ head: String, _ layoutText: String) throws -> Plan {
    var pack = danish
    pack.tag = LanguageTag(language)
    let letter = try parseLetter(SourceFile(name: "x", text: letter(head, "Tekst."))).letter
    return try resolved(letter, layout(smallLayout + layoutText), language: pack).plan
  }

  private func lines(_ groups: String, in language: String) throws -> [[String]] {
    try plan(language, "", "sidebar: {\(frame), groups: \(groups)}\n").lines(of: "sidebar")
  }

  @Test(arguments: [("da", "Telefon"), ("en", "Telephone"), ("en-GB", "Phone"), ("de", "Tel.")])
  func `The letter's language chooses a line, with its region, without, or other`(
    language: String, word: String
  ) throws {
    let texts = "{da: Telefon, en: Telephone, en-GB: Phone, other: Tel.}"
    #expect(try lines("[[\(texts)]]", in: language) == [[word]])
    #expect(try lines("[[{text: \(texts)}]]", in: language) == [[word]])
    #expect(
      try lines("[[{label: \(texts), text: \"1\"}]]", in: language) == [["\(word) 1"]])
  }

  @Test func `Groups may be of another number in another language`() throws {
    let groups = "{da: [[Et, To], Tre], en: One}"
    #expect(try lines(groups, in: "da") == [["Et", "To"], ["Tre"]])
    #expect(try lines(groups, in: "en") == [["One"]])
    // The layout's own language stands in for those that have none.
    #expect(try lines(groups, in: "sv") == [["Et", "To"], ["Tre"]])
  }

  @Test func `A line of a language whose field is missing is left out`() throws {
    #expect(try lines("[[{da: \"{phone}\", en: Call us}]]", in: "da") == [])
    #expect(try lines("[[{da: \"{phone}\", en: Call us}]]", in: "en") == [["Call us"]])
  }

  @Test func `The opening, the closing and the labels of lists are chosen too`() throws {
    let keys = """
      opening: {text: {da: Hej, en: Hello}}
      closing: {text: {da: Hilsen, en: Yours}}
      enclosures: {label: {da: Vedlagt, en: Enclosed}}

      """
    func words(_ language: String) throws -> [String] {
      try plan(language, "signatures: Bo\nenclosures: A\n", keys).paragraphs.map(\.inlines.words)
    }
    #expect(try words("da") == ["Hej", "Tekst.", "Hilsen", "Vedlagt", "A"])
    #expect(try words("en") == ["Hello", "Tekst.", "Yours", "Enclosed", "A"])
  }

  @Test func `A logo has another picture and another description`() throws {
    let logo = "logo: {\(frame), image: {da: da.svg, en: en.svg}, alt: {da: Byen, other: Town}}\n"
    let read = try layout(smallLayout + logo)
    guard case .image(let image)? = read.frames.first?.groups.standard.first?.lines.first?.content
    else {
      Issue.record("no logo")
      return
    }
    #expect(image.path[LanguageTag("da")].value == "da.svg")
    #expect(image.path[LanguageTag("en-US")].value == "en.svg")
    #expect(image.alternative[LanguageTag("da")].value == "Byen")
    #expect(image.alternative[LanguageTag("en")].value == "Town")
  }

  @Test func `A layout that extends another adds a language, or lines in every language`() throws {
    let base = smallLayout + "sidebar: {\(frame), groups: {da: [Et], en: [One]}}\n"
    func groups(_ more: String, _ language: String) throws -> [[String]] {
      let read = try layout("extends: base\nsidebar: {\(more)}\n", others: ["base": base])
      return read.frames[0].groups[LanguageTag(language)].map { group in
        group.lines.map { line in
          guard case .text(let words) = line.content else { return "-" }
          return words[LanguageTag(language)].pieces.map { "\($0.content)" }.joined()
        }
      }
    }
    #expect(try groups("groups: {sv: [Ett]}", "sv") == [["text(\"Ett\")"]])
    #expect(try groups("groups: {sv: [Ett]}", "en") == [["text(\"One\")"]])
    #expect(try groups("+groups: [X]", "en") == [["text(\"One\")"], ["text(\"X\")"]])
    #expect(try groups("+groups: {en: [X], other: [Y]}", "en").count == 2)
    #expect(try groups("+groups: {en: [X], other: [Y]}", "da").last == ["text(\"Y\")"])
    #expect(try groups("groups: [Z]", "en") == [["text(\"Z\")"]])
  }

  @Test(arguments: [
    (
      "opening: {text: {en: Hello, sv: Hej}}",
      "opening.text has no value for \"da\", the layout's language, nor for others | add da: or other:"
    ),
    (
      "opening: {text: {dansk: Hej, en: Hello}}",
      "opening.text has a value for \"dansk\", which is no language | "
        + "write tags such as da or en, and other for the rest"
    ),
    ("opening: {text: {da: [Hej]}}", "opening.text.da is a list, not text"),
  ])
  func `What lacks the layout's language or names none is told`(
    line: String, message: String
  ) throws {
    let found = messages { _ = try layout(smallLayout + line + "\n") }
    #expect(found.count == 1)
    #expect(found.first?.contains(message) == true, "\(found)")
  }
}
