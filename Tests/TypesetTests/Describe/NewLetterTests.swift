import Foundation
import Proofing
import Testing

@testable import Typeset

/// Letters to start from.
@Suite struct NewLetterTests {
  static let setter = Typesetter(resources: .folder(Project.folder))
  private static let day = CalendarDate(year: 2026, month: 11, day: 22)

  private func text(_ layout: String, language: String? = nil) throws -> String {
    try Self.setter.newLetter(
      in: layout, language: language, date: try #require(Self.day), file: "letter.md")
  }

  private func letter(_ text: String) throws -> Letter {
    try Letter(source: SourceFile(name: "letter.md", text: text))
  }

  /// The lines of the head, and the text below it.
  private func parts(_ text: String) -> (head: [String], body: String) {
    let parts = text.components(separatedBy: "\n---\n")
    return (parts[0].components(separatedBy: "\n"), parts.dropFirst().joined())
  }

  @Test(arguments: ShippedLayoutTests.names)
  func `A letter of every layout is set on one page without a word of complaint`(name: String)
    throws
  {
    let layout = try Self.setter.layout(name)
    let composed = try Self.setter.compose(try letter(text(name)), in: layout)
    // What is left in brackets is all that may be told.
    let told = composed.warnings.map(brief).filter { !$0.contains("[") }
    #expect(told == [])
    #expect(composed.pages.count == 1)
    #expect(composed.dump.contains("[^1]") == false)
  }

  @Test(arguments: ["da", "de", "en", "en-GB", "fi", "fo", "fr", "kl", "nb", "nn", "sv"])
  func `There is one in every language`(language: String) throws {
    let text = try text("brev", language: language)
    if language != "da" { #expect(text.contains("\nlanguage: \(language.lowercased())")) }
    let composed = try Self.setter.compose(try letter(text), in: try Self.setter.layout("brev"))
    let told = composed.warnings.map(brief).filter {
      !$0.contains("[") && !$0.contains("no hyphenation patterns")
    }
    #expect(told == [])
    let words = [
      "da": "Et nyt brev", "fo": "Et nyt brev", "nn": "Et nytt brev", "fi": "A new letter",
    ]
    if let word = words[language] { #expect(text.contains("# " + word)) }
  }

  @Test(arguments: ShippedLayoutTests.names)
  func `It has every field of the layout, and every key of a letter, with what it is for`(
    name: String
  ) throws {
    let layout = try Self.setter.layout(name)
    let head = parts(try text(name)).head
    let keys = Set(
      head.compactMap { line in
        line.wholeMatch(of: /#?([a-z][a-z-]*):.*/).map { String($0.output.1) }
      })
    let delivery = layout.language.tag == "da" ? ["delivery"] : []
    let others = Set(Letter.keys).subtracting(["fields", "delivery"]).union(delivery)
    #expect(keys.isSuperset(of: others))
    #expect(keys.isSuperset(of: layout.fields.map(\.key)))
    #expect(keys.isSuperset(of: layout.shownFields.subtracting(["date", "recipient", "subject"])))
    for line in head where line.wholeMatch(of: /#?[a-z][a-z-]*: [^|]*/) != nil {
      let isTold = line.contains("  # ")
      let above = head.firstIndex(of: line).map { head[$0 - 1].hasPrefix("# ") } ?? false
      #expect(isTold || above, "\(line)")
    }
    for line in head { #expect(line.count <= 101, "\(line)") }
  }

  @Test(arguments: ["brev", "din-5008-b", "nf", "norway-c5", "kl"])
  func `What is switched off is right where it is switched on`(name: String) throws {
    let (head, body) = parts(try text(name))
    let on = head.map { $0.replacing(/^( *)#(?=[a-z])/) { "\($0.output.1)" } }
    let all = try letter((on + ["---", body]).joined(separator: "\n"))
    #expect(all.recipients.first?.attention != nil)
    let unknown = Set(all.fields.keys).subtracting(
      try Self.setter.layout(name).fields.map(\.key) + standardFields)
    #expect(unknown == [])
    #expect(all.postscript != nil && !all.copies.isEmpty && all.title != nil)
  }

  @Test func `A field that an own layout wants is asked for, and one with a default is off`() throws
  {
    let scratch = try Scratch()
    let path = try scratch.write(
      """
      extends: brev
      fields:
        journal: {label: {da: Journal}, required: true}
        organisation: {default: Vejby Kommune}
      sidebar: {+groups: [["{journal}"]]}

      """, as: "vejby.yaml")
    let text = try text(path)
    #expect(text.contains("\njournal: \"[Journal]\""))
    #expect(text.contains("Journal – skal udfyldes"))
    #expect(text.contains("\n#organisation: Vejby Kommune"))
    #expect(text.contains("\nlayout: \(path)"))
  }
}
