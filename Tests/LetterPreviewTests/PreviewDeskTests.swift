import FileWatching
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
    #expect(try desk.pdf(for: choices)?.starts(with: Array("%PDF-".utf8)) == true)
  }

  @Test func `What the letter was made of is known, and what it lacks`() throws {
    try write("![Et billede](mangler.png)")
    _ = desk.state(for: PreviewChoices())
    let names = desk.paths.compactMap { $0.split(separator: "/").last }
    #expect(names.contains("brev.md") && names.contains("brev.yaml"))
    #expect(names.contains("mangler.png") && names.contains("language.yaml"))
  }

  @Test func `A layout that is only tried shows a letter that was written for another`() throws {
    try write(Self.body, head: "case-id: S-1\nphone: 12 34 56 78\nfagomraade: Skoler\n")
    // The letter's own layout does not know the field either, and there it is a fault.
    #expect(!desk.state(for: PreviewChoices()).isFresh)
    for name in ["brev", "din-5008-b", "fjernprint", "kl", "ministry", "nf", "notat", "sn-left"] {
      var choices = PreviewChoices()
      choices.layout = name
      let state = desk.state(for: choices)
      #expect(state.isFresh && state.sections.first?.pages.isEmpty == false, "\(name)")
      #expect(
        state.diagnostics.contains { $0.severity == .note && $0.message.contains("fagomraade") })
    }
    // One that wants a field that the letter lacks.
    let wanting = "extends: brev\nname: Krav\nfields: {sagstype: {required: true}}\n"
    let folder = try Scratch()
    try Data(wanting.utf8).write(to: URL(filePath: folder.path("krav.yaml")))
    var options = ComposeOptions()
    options.isTryingLayout = true
    let typesetter = Typesetter(resources: .folder(Project.folder))
    let layout = try typesetter.layout(folder.path("krav.yaml"))
    let source = SourceFile(name: "x.md", text: "---\ndate: 2026-03-11\n---\nHej\n")
    let letter = try Letter(source: source)
    let composed = try typesetter.compose(letter, in: layout, options: options)
    #expect(composed.warnings.contains { $0.severity == .note && $0.message.contains("sagstype") })
    #expect(throws: Diagnostics.self) {
      _ = try typesetter.compose(letter, in: layout)
    }
  }

  @Test func `What letters still lack does not hide what a layout does badly`() throws {
    let layout = scratch.path("mit.yaml")
    try Data("extends: brev\nname: Mit\n".utf8).write(to: URL(filePath: layout))
    let text = "---\nlayout: mit.yaml\ndate: 2026-03-11\nsubject: \"[Emne]\"\n---\nHej\n"
    let letter = scratch.path("eksempel.md")
    try Data(text.utf8).write(to: URL(filePath: letter))
    func told(of path: String) -> [Diagnostic] {
      PreviewDesk(subject: PreviewSubject(path: path), resources: .folder(Project.folder))
        .state(for: PreviewChoices()).diagnostics
    }
    #expect(told(of: layout).isEmpty)
    #expect(told(of: letter).contains { $0.message.contains("[Emne]") })
  }

  @Test func `All is told in the reader's language`() throws {
    let danish = try #require(Translation.read("da", in: .folder(Project.folder)))
    let desk = PreviewDesk(
      subject: PreviewSubject(path: file), resources: .folder(Project.folder),
      words: PreviewWords(danish))
    let good = desk.state(for: PreviewChoices()).json.text
    #expect(good.contains(/"summary": ?"1 side"/))
    try write(Self.body, head: "subjekt: x\n")
    let bad = desk.state(for: PreviewChoices()).json.text
    #expect(bad.contains("1 fejl – siderne viser brevet, som det var før"))
    #expect(bad.contains("ukendt nøgle"))
  }

  @Test func `Each word of the page is in the table, and none is left over`() throws {
    let words = PreviewWords()
    let texts = Set(PreviewWords.all.map(\.template))
    let said = Set(
      PreviewPage.script.matches(of: /say\((?:[^"()]*\? )?"([^"]+)"/).map { String($0.output.1) }
        + PreviewPage.script.matches(of: /: "(\{1\}[^"]+)", section/).map { String($0.output.1) })
    let danish = try #require(Translation.read("da", in: .folder(Project.folder)))
    let page = PreviewPage.html(PreviewWords(danish))
    #expect(page.contains(#"<html lang="da">"#) && page.contains(">Hent PDF</button>"))
    #expect(!page.contains("{{") && !page.contains("Download"))
    #expect(PreviewPage.html(words).contains(#"<html lang="en">"#))
    #expect(said.isSubset(of: texts), "\(said.subtracting(texts))")
    for text in texts {
      let isThere =
        PreviewPage.script.contains("\"\(text)\"")
        || PreviewPage.html(words).contains(text.replacingOccurrences(of: "'", with: "'"))
      #expect(isThere, "\(text)")
    }
    #expect(PreviewPage.script(PreviewWords(danish)).contains("Intet at bemærke."))
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
    // Each is had by its section, in the form that is shown, and no other.
    let pdfs = try state.sections.map { try desk.pdf(for: PreviewChoices(), section: $0.id) }
    #expect(pdfs.count == 2 && pdfs[0] != nil && pdfs[1] != nil && pdfs[0] != pdfs[1])
    #expect(try desk.pdf(for: PreviewChoices()) == pdfs[0])
    #expect(try desk.pdf(for: PreviewChoices(), section: "eksempel.md") == nil)
    #expect(try desk.pdf(for: PreviewChoices(), section: "print:") == nil)
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

  @Test func `What is changed while the letter is set for the first time is set anew`() throws {
    let layout = scratch.path("mit.yaml")
    try Data("extends: brev\nname: Mit\n".utf8).write(to: URL(filePath: layout))
    try Data("---\nlayout: mit.yaml\ndate: 2026-03-11\n---\nHej\n".utf8)
      .write(to: URL(filePath: file))
    let watch = FileWatch()
    let desk = desk
    let before = desk.state(for: PreviewChoices()) { path in
      watch.watch([path])
      // By now the layout is read.
      guard path.hasSuffix("/Layouts/brev.yaml") else { return }
      try? Data("extends: brev\nname: Mit\ntext: {size: 14pt}\n".utf8)
        .write(to: URL(filePath: layout))
      desk.forget([layout])
    }
    var changed: Set<String> = []
    for _ in 0..<20 where changed.isEmpty { changed = watch.next(within: 500) }
    #expect(changed == [layout])
    let after = desk.state(for: PreviewChoices())
    #expect(before.isFresh && after.isFresh)
    #expect(before.sections[0].pages.map(\.key) != after.sections[0].pages.map(\.key))
  }

  @Test func `The file that leads to the address is for nobody else, and goes`() throws {
    let file = try #require(
      AddressFile(leadingTo: "http://127.0.0.1:9/x/", in: scratch.folder.path))
    let other = try #require(
      AddressFile(leadingTo: "http://127.0.0.1:9/x/", in: scratch.folder.path))
    #expect(file.path != other.path)
    let rights = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect((rights as? NSNumber)?.intValue == 0o600)
    let page = try String(contentsOfFile: file.path, encoding: .utf8)
    #expect(page.contains("url=http://127.0.0.1:9/x/\""))
    file.remove()
    #expect(!FileManager.default.fileExists(atPath: file.path))
    #expect(FileManager.default.fileExists(atPath: other.path))
    #expect(AddressFile(leadingTo: "x", in: scratch.path("nowhere")) == nil)
  }
}
