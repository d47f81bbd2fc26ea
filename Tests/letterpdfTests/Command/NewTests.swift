import Foundation
import Proofing
import Testing

/// Letters and layouts to start from, and schemas, as commands.
struct NewTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func run(_ words: String...) async throws -> Run {
    try await letterpdf(words, in: scratch.folder)
  }

  @Test func `A new letter is written, told of and set as it stands`() async throws {
    let new = try await run("new", "--date", "2026-11-22")
    #expect(new.ending == .exit(0), "\(new)")
    #expect(new.output == "letter.md: set it with letterpdf render letter.md\n")
    let text = String(decoding: try scratch.read("letter.md"), as: UTF8.self)
    #expect(text.hasPrefix("---\n# yaml-language-server: $schema="))
    #expect(text.contains("\nlayout: brev ") && text.contains("\ndate: 2026-11-22 "))
    let set = try await run("render", "letter.md")
    #expect(set.ending == .exit(0), "\(set)")
    #expect(scratch.names == ["letter.md", "letter.pdf"])
  }

  @Test func `Nothing is overwritten, whatever it is`() async throws {
    try scratch.write("mine", as: "letter.md")
    try scratch.write("mine", as: "vejby.yaml")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link.md"), withDestinationPath: scratch.path("nowhere"))
    for words in [["new"], ["new", "link"], ["layout", "new", "vejby"]] {
      let run = try await letterpdf(words, in: scratch.folder)
      #expect(run.ending == .exit(2))
      #expect(run.errorText.contains("already"))
    }
    #expect(scratch.names == ["letter.md", "link.md", "vejby.yaml"])
    #expect(scratch.bytes("letter.md") == [UInt8]("mine".utf8))
    #expect(scratch.bytes("vejby.yaml") == [UInt8]("mine".utf8))
  }

  @Test func `Standard output takes them too, and the same bytes each time`() async throws {
    let words = ["new", "-", "--layout", "din-5008-b", "--date", "2026-11-22"]
    let one = try await letterpdf(words, in: scratch.folder)
    let other = try await letterpdf(words, in: scratch.folder)
    #expect(one.output == other.output && one.output.contains("Ein neuer Brief"))
    #expect(try await run("layout", "new", "-").output.contains("\nextends: brev\n"))
    #expect(scratch.names == [])
  }

  @Test func `A new letter names a layout in its folder so that it is found, and no other`()
    async throws
  {
    try scratch.write("extends: brev\nname: Vejby\n", as: "vejby.yaml")
    try scratch.write("extends: brev\nname: Vejby\n", as: "letters/own.yaml")
    try scratch.write("extends: brev\nname: Vejby\n", as: "letters/house/vejby.yaml")
    for words in [
      ["new", "letters/a.md", "--layout", "vejby.yaml"],
      ["layout", "new", "letters/b", "--from", "vejby.yaml"],
    ] {
      let far = try await letterpdf(words, in: scratch.folder)
      #expect(far.ending == .exit(1), "\(far)")
      #expect(far.errorText.contains("the layout \"vejby.yaml\" lies outside the folder of"))
    }
    for (layout, written) in [
      ("letters/house/vejby.yaml", "layout: house/vejby.yaml"),
      ("letters/own.yaml", "layout: own.yaml"),
    ] {
      let file = "letters/\(layout.count).md"
      let new = try await run("new", file, "--layout", layout, "--date", "2026-11-22")
      #expect(new.ending == .exit(0), "\(new)")
      let text = String(decoding: try scratch.read(file), as: UTF8.self)
      #expect(text.contains(written))
      let set = try await run("render", file, "-o", "out.pdf")
      #expect(set.ending == .exit(0), "\(set)")
    }
    let own = try await run("layout", "new", "letters/second", "--from", "letters/own.yaml")
    #expect(own.ending == .exit(0), "\(own)")
    let text = String(decoding: try scratch.read("letters/second.yaml"), as: UTF8.self)
    #expect(text.contains("\nextends: own.yaml\n") && text.contains("\nname: second\n"))
    #expect(try await run("layout", "check", "letters/second.yaml").ending == .exit(0))
  }

  @Test func `What cannot be is told`() async throws {
    for (words, told) in [
      (["new", "--layout", "brv"], "there is no layout \"brv\""),
      (["new", "--date", "2026-02-30"], "--date cannot be \"2026-02-30\""),
      (["new", "--language", "xx"], "there is no language \"xx\""),
      (["layout", "new", "x", "--from", "brv"], "there is no layout \"brv\""),
      (["schema", "lettr"], "the subject cannot be \"lettr\""),
      (["schema", "layout", "--layout", "kl"], "--layout is for the schema of letters"),
      (["schema", "--layout", "kll"], "there is no layout \"kll\""),
    ] {
      let run = try await letterpdf(words, in: scratch.folder)
      #expect(run.ending != .exit(0) && run.errorText.contains(told), "\(words): \(run)")
    }
    #expect(scratch.names == [])
  }

  @Test func `The schema of letters in a layout has its fields`() async throws {
    try scratch.write(
      "extends: brev\nfields: {journal: {label: {da: Journal}, required: true}}\n", as: "own.yaml")
    let run = try await run("schema", "--layout", "own.yaml")
    #expect(run.ending == .exit(0), "\(run)")
    let json = try JSONSerialization.jsonObject(with: Data(run.outputBytes)) as? [String: Any]
    let properties = json?["properties"] as? [String: Any]
    #expect(properties?["journal"] != nil && properties?["caseworker"] != nil)
    #expect(json?["additionalProperties"] as? Bool == false)
    #expect(json?["$id"] as? String == "own.letter.schema.json")
    let written = try await self.run("schema", "--layout", "own.yaml", "-o", "own.json")
    #expect(written.ending == .exit(0))
    #expect(scratch.bytes("own.json") == run.outputBytes)
  }

  @Test func `A validator of others finds slips by the schemas, and none in what is right`()
    async throws
  {
    let run = try await judge("Tests/schemas", limit: 300)
    #expect(run.ending == .exit(0), "\(run.output)\(run.errorText)")
    #expect(run.output.hasSuffix(" slips, 0 faults\n"))
  }
}
