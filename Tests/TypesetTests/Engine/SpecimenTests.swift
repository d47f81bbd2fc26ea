import Foundation
import Proofing
import Testing

@testable import Typeset

/// Layouts are shown with letters as they are written.
struct SpecimenTests {
  private static let layouts = (try? shippedLayouts()) ?? []
  private static let typesetter = Typesetter(resources: .folder(Project.folder))

  private static let languages: [String] = {
    let folder = Project.path("Languages")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/specimen.md") }
      .sorted()
  }()

  @Test(arguments: layouts)
  func `The specimen of a layout is in its language, has its fields and nothing to complain of`(
    name: String
  ) throws {
    let layout = try Self.typesetter.layout(name)
    let letter = try Self.typesetter.specimen(of: name)
    #expect(letter.warnings == [])
    #expect(letter.composition.metadata.language == layout.language)
    let words = letter.composition.placedLines.map(\.text).joined(separator: "\n")
    for key in ["date", "email"] where layout.showsField(key, in: layout.language) {
      #expect(words.contains(key == "date" ? "2026" : "@"), "\(key)")
    }
    #expect(!words.contains("Abc"))
    #expect(letter.composition.pages.count >= 2)
  }

  @Test(arguments: languages)
  func `The letter of every language can be set`(language: String) throws {
    let tag = try #require(LanguageTag(wellFormed: language))
    let scratch = try Scratch()
    try scratch.write(
      "extends: brev\nname: Own\nlanguage: \(language)\n", as: "own.yaml")
    let letter = try Self.typesetter.specimen(of: scratch.path("own.yaml"))
    #expect(letter.warnings == [])
    #expect(letter.composition.metadata.language == tag)
  }

  @Test func `A language without a letter is shown with an English one`() throws {
    let scratch = try Scratch()
    try scratch.write("extends: brev\nname: Own\nlanguage: kl\n", as: "own.yaml")
    let letter = try Self.typesetter.specimen(of: scratch.path("own.yaml"))
    #expect(letter.composition.metadata.language.tag == "en")
  }

  @Test(arguments: ["Borgfjord Kommune", "{da: Borgfjord Kommune, en: Borgfjord Municipality}"])
  func `A field with a value of the layout's own keeps it`(value: String) throws {
    let scratch = try Scratch()
    try scratch.write(
      "extends: brev\nname: Own\nfields: {organisation: {default: \(value)}}\n", as: "own.yaml")
    let letter = try Self.typesetter.specimen(of: scratch.path("own.yaml"))
    let words = letter.composition.placedLines.map(\.text)
    #expect(words.contains { $0.contains("Borgfjord Kommune") })
    #expect(!words.contains { $0.contains("Vejby Kommune") })
  }

  @Test func `With guides, what stands where it must not is shown and told`() throws {
    let scratch = try Scratch()
    try scratch.write(
      """
      extends: brev
      name: Own
      frames: {note: {frame: {x: 100mm, y: 100mm, width: 40mm, height: 20mm}, groups: [[Hej]]}}
      keep-free: {strip: {frame: {x: 0mm, y: 90mm, width: 60mm, height: 30mm}, pages: first}}
      """, as: "own.yaml")
    let path = scratch.path("own.yaml")
    let refused = messages { _ = try Self.typesetter.specimen(of: path) }
    #expect(refused.count == 1)
    #expect(refused.first?.contains("the frame \"note\" lies over regions.first") == true)
    let letter = try Self.typesetter.specimen(of: path, drawsGuides: true)
    #expect(letter.warnings.allSatisfy { $0.severity == .warning })
    #expect(letter.warnings.map(\.code) == [.overlap, .freeZone])
    #expect(letter.composition.placedLines.contains { $0.text.hasPrefix("note · x 100 · y 100") })
    // Who asks without guides afterwards is refused as before.
    #expect(messages { _ = try Self.typesetter.layout(path) } == refused)
  }

  @Test func `A field that only the layout knows is shown with its name`() throws {
    let scratch = try Scratch()
    try scratch.write(
      """
      extends: brev
      name: Own
      fields: {visiting-hours: {label: Åbent}}
      frames:
        hours:
          frame: {x: 150mm, y: 10mm, width: 40mm, height: 5mm}
          pages: first
          groups: [["{visiting-hours}"]]
      """, as: "own.yaml")
    let letter = try Self.typesetter.specimen(of: scratch.path("own.yaml"))
    #expect(letter.composition.placedLines.contains { $0.text == "Åbent" })
  }
}
