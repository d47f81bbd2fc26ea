import Inspection
import Proofing
import Testing
import Typeset

/// Profiles are read like layouts: with places in what is wrong, and extending each other.
struct ProfileTests {
  private func parse(_ text: String, _ others: [String: String] = [:]) throws -> Profile {
    try parseProfile(SourceFile(name: "own.yaml", text: text)) {
      (name, _) throws(Diagnostics) in
      guard let text = others[name] else {
        throw Diagnostics([Diagnostic(.error, "there is no profile \"\(name)\"")])
      }
      return SourceFile(name: "\(name).yaml", text: text)
    }
  }

  private func problems(_ text: String, _ others: [String: String] = [:]) -> [String] {
    let thrown = #expect(throws: Diagnostics.self) { try parse(text, others) }
    return (thrown?.all ?? []).map { diagnostic in
      let place = diagnostic.place.map { "\($0.line):\($0.column): " } ?? ""
      return "\(place)\(diagnostic.message); \(diagnostic.hints.joined(separator: ", "))"
    }
  }

  @Test func `A profile that extends another changes limits and takes rules away`() throws {
    let base = """
      about: The base.
      rules:
        pages: {most: 4, source: base}
        tagged: {source: base}
        margins: {left: 1cm, source: base}
      """
    let own = """
      extends: base
      rules:
        pages: {most: 2}
        tagged:
        margins: {severity: warning, source: ours}
      """
    let profile = try parse(own, ["base": base])
    #expect(profile.name == "own")
    #expect(profile.about == "The base.")
    #expect(profile.uses.map(\.rule.name) == ["pages", "margins"])
    #expect(profile.uses.map(\.source) == ["base", "ours"])
    #expect(profile.uses.map(\.severity) == [.error, .warning])
  }

  @Test func `What is wrong is told with its place and what to write instead`() {
    #expect(
      problems("rules: {margin: {source: x}}") == [
        "1:9: unknown key \"margin\"; write margins"
      ])
    #expect(
      problems("rules:\n  pages: {most: 4}") == [
        """
        2:3: rules.pages has no source; write where the rule comes from: a standard and its clause, \
        or a service's document
        """
      ])
    #expect(
      problems("rules: {margins: {source: x, left: 12}}") == [
        "1:36: rules.margins.left is \"12\", which has no unit; write 12mm or 12pt"
      ])
    #expect(
      problems("rules: {file-size: {source: x, most: 3 apples}}") == [
        """
        1:38: rules.file-size.most is "3 apples", not a size; write a number and KB or MB, as 3MB
        """
      ])
    #expect(
      problems("rules: {window: {source: x, area: [1mm, 2mm, 3mm]}}") == [
        """
        1:35: rules.window.area is a list, not a rectangle; \
        write x, y, width and height, as [20mm, 45mm, 85mm, 45mm]
        """
      ])
    #expect(
      problems("rules: {encryption: {source: x, permit: [prnt]}}") == [
        """
        1:42: rules.encryption.permit has "prnt", not print, print-well, copy, read-aloud, \
        fill-forms or change; write print
        """
      ])
    #expect(
      problems("rules: {text-free: {source: x, zones: [{name: a}]}}") == [
        "1:40: rules.text-free.zones[1] has no area; add it"
      ])
    #expect(
      problems("rules: {tagged: {source: x, severity: fatal}}") == [
        "1:39: rules.tagged.severity is \"fatal\", not warning or error; write warning or error"
      ])
  }

  @Test func `A circle of profiles is an error`() {
    let a = "extends: b\nrules: {tagged: {source: x}}"
    let b = "extends: own\nrules: {tagged: {source: x}}"
    let messages = problems(a.replacing("b\n", with: "b\n"), ["b": b, "own": "extends: b"])
    #expect(messages.count == 1)
    #expect(messages.first?.contains("extends itself") == true)
  }

  @Test(arguments: [
    "accessible", "archive", "digital-post", "digipost-no", "din-5008", "fjernprint", "print",
  ])
  func `Each profile that comes with the program can be read, and says what it is for`(
    name: String
  ) throws {
    let profile = try ProfileShelf(resources: Project.folder).profile(name)
    #expect(!profile.about.isEmpty)
    #expect(profile.uses.contains { $0.rule.name == "damage" })
    #expect(profile.missing.map(\.setting.name) == (name == "fjernprint" ? ["area"] : []))
  }

  @Test func `The shelf knows its profiles, and suggests the nearest`() {
    let shelf = ProfileShelf(resources: Project.folder)
    #expect(shelf.names.count == 7)
    let thrown = #expect(throws: Diagnostics.self) { try shelf.profile("digital-pst") }
    #expect(thrown?.all.first?.hints == ["write digital-post"])
  }
}
