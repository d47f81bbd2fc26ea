import Foundation
import Inspection
import Proofing
import Testing
import Typeset

@testable import LetterPreview

/// What is shown of a letter, and what remains of it when it changes.
struct PreviewDeskTests {
  private let scratch: Scratch
  private let file: String
  private let desk: PreviewDesk

  private static let body = """
    Kære alle, her står det *første* afsnit,
    som går over **to linjer** i kilden og over endnu flere på siden, for det er langt.

    Andet afsnit.
    """

  init() throws {
    scratch = try Scratch()
    file = scratch.path("brev.md")
    desk = PreviewDesk(
      subject: PreviewSubject(path: file), resources: .folder(Project.folder), hasEditor: false)
    try write(Self.body)
  }

  private func write(_ body: String, head: String = "") throws {
    let text = "---\nlayout: brev\ndate: 2026-03-11\nsubject: Prøve\n\(head)---\n\n\(body)\n"
    try Data(text.utf8).write(to: URL(filePath: file))
    desk.forget([file])
  }

  @Test func `Each line names the lines of the source that say it`() throws {
    let state = desk.state(for: PreviewChoices())
    let lines = try #require(state.sections.first?.pages.first?.lines)
    func source(of words: String) throws -> SourceRange {
      let line = try #require(lines.first { $0.text.contains(words) }, "\(words)")
      return try #require(line.places.first)
    }
    #expect(try source(of: "Prøve").line == 4)
    #expect(try source(of: "første").line == 7)
    #expect(try source(of: "for det er langt").line == 8)
    #expect(try source(of: "Andet afsnit").line == 10)
    #expect(try source(of: "Andet afsnit").text == "Andet afsnit.")
  }

  @Test func `A page that has not changed keeps its key`() throws {
    let before = desk.state(for: PreviewChoices())
    // The same words on other lines of the source.
    try write("\n\n" + Self.body)
    let same = desk.state(for: PreviewChoices())
    #expect(same.sections[0].pages.map(\.key) == before.sections[0].pages.map(\.key))
    #expect(
      same.sections[0].pages[0].lines.last?.places != before.sections[0].pages[0].lines.last?.places
    )
    try write(Self.body + " Og mere.")
    let other = desk.state(for: PreviewChoices())
    #expect(other.sections[0].pages.map(\.key) != before.sections[0].pages.map(\.key))
    #expect(desk.svg(other.sections[0].pages[0].key)?.starts(with: Array("<?xml".utf8)) == true)
  }

  @Test func `A letter with errors stays as it was, and says so`() throws {
    let good = desk.state(for: PreviewChoices())
    #expect(good.isFresh)
    try write(Self.body, head: "subjekt: x\n")
    let bad = desk.state(for: PreviewChoices())
    #expect(!bad.isFresh && bad.sections[0].isStale)
    #expect(bad.sections[0].pages.map(\.key) == good.sections[0].pages.map(\.key))
    #expect(bad.diagnostics.contains { $0.place?.line == 5 && $0.severity == .error })
    // The source beside it is what it is now, in one file.
    #expect(bad.json.text.contains("subjekt: x"))
    try write(Self.body)
    #expect(desk.state(for: PreviewChoices()).isFresh)
  }

  @Test func `Guides, break costs and paper are choices`() throws {
    var choices = PreviewChoices()
    let plain = desk.state(for: choices).sections[0].pages[0].key
    choices.drawsGuides = true
    let guides = desk.state(for: choices).sections[0].pages[0].key
    choices.drawsGuides = false
    choices.drawsBreaks = true
    let breaks = desk.state(for: choices).sections[0].pages[0].key
    #expect(Set([plain, guides, breaks]).count == 3)
    choices.drawsBreaks = false
    choices.sheets = .both
    #expect(desk.state(for: choices).sections.map(\.sheets) == [.screen, .print])
    #expect(try desk.pdf(for: choices).starts(with: Array("%PDF-".utf8)))
  }

  @Test func `What the letter was made of is known, and what it lacks`() throws {
    try write("![Et billede](mangler.png)")
    _ = desk.state(for: PreviewChoices())
    let names = desk.paths.compactMap { $0.split(separator: "/").last }
    #expect(names.contains("brev.md") && names.contains("brev.yaml"))
    #expect(names.contains("mangler.png") && names.contains("language.yaml"))
  }

  @Test func `A layout is shown in its specimen and in the letters beside it`() throws {
    let layout = scratch.path("mit.yaml")
    try Data("extends: brev\nname: Mit\n".utf8).write(to: URL(filePath: layout))
    try Data("---\nlayout: mit.yaml\ndate: 2026-03-11\n---\nHej\n".utf8)
      .write(to: URL(filePath: scratch.path("eksempel.md")))
    let desk = PreviewDesk(
      subject: PreviewSubject(path: layout), resources: .folder(Project.folder))
    let state = desk.state(for: PreviewChoices())
    #expect(state.sections.map(\.name) == ["Specimen", "eksempel.md"], "\(state.diagnostics)")
    let before = state.sections.map { $0.pages.map(\.key) }
    try Data("extends: brev\nname: Mit\ntext: {size: 14pt}\n".utf8).write(to: URL(filePath: layout))
    desk.forget([layout])
    let after = desk.state(for: PreviewChoices()).sections.map { $0.pages.map(\.key) }
    #expect(zip(before, after).allSatisfy { $0 != $1 })
  }

  @Test(arguments: ["nonsense=1", "sheets=all", "layout=/etc/x", "layout=x.yaml", "language=../x"])
  func `A choice that there is not is refused`(query: String) {
    let parts = query.split(separator: "=").map(String.init)
    #expect(PreviewChoices([(name: parts[0], value: parts[1])]) == nil)
  }
}
