import Foundation
import Proofing
import Testing

/// What `Docs/editors.md` tells to write and run works.
struct EditorsPageTests {
  private let page: String
  private let scratch: Scratch

  init() throws {
    page = try Project.text("Docs/editors.md")
    scratch = try Scratch()
  }

  private func blocks(_ language: String) -> [String] {
    page.components(separatedBy: "```").filter { $0.hasPrefix("\(language)\n") }
      .map { String($0.dropFirst(language.count + 1)) }
  }

  @Test func `Its commands run`() async throws {
    try scratch.write(smallLetter(), as: "letter.md")
    let commands = blocks("sh").flatMap { $0.components(separatedBy: "\n") }.filter { !$0.isEmpty }
    #expect(commands.count == 4)
    for command in commands {
      let words = command.prefix { $0 != "#" && $0 != ">" }.split(separator: " ").dropFirst()
      let run = try await letterpdf(words.map(String.init), in: scratch.folder)
      #expect(run.ending == .exit(0), "\(command): \(run)")
      if command.contains(">") { #expect(run.output.hasPrefix("{\n  \"$schema\"")) }
    }
    #expect(scratch.names == ["letter.md"])
  }

  @Test func `Its settings are JSON, and name schemas that are installed`() throws {
    let settings = blocks("json")
    #expect(settings.count == 3)
    for text in settings {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
    }
    for match in page.matches(of: /\/usr\/share\/letterpdf\/schema\/([a-z.]+json)/) {
      let name = String(match.output.1)
      #expect(
        FileManager.default.fileExists(atPath: Project.path("Docs/schema/\(name)")), "\(name)")
    }
  }

  @Test func `Its layout is one, by the line above it too`() async throws {
    let layout = try #require(blocks("yaml").first)
    try scratch.write(layout, as: "own.yaml")
    #expect(
      try await letterpdf("layout", "check", "own.yaml", in: scratch.folder).ending == .exit(0))
    let new = try await letterpdf("layout", "new", "-", in: scratch.folder)
    let first = try #require(new.output.split(separator: "\n").first)
    #expect(first.hasPrefix("# yaml-language-server: $schema=/"))
    let path = String(first.dropFirst("# yaml-language-server: $schema=".count))
    #expect(FileManager.default.fileExists(atPath: path))
  }

  @Test func `Its expression finds every message with its place`() async throws {
    let tasks = try #require(blocks("json").last)
    let line = try #require(tasks.components(separatedBy: "\n").first { $0.contains("\"regexp\"") })
    let json = "{" + line.trimmingCharacters(in: [" ", ","]) + "}"
    let parsed = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: String]
    let expression = try NSRegularExpression(pattern: try #require(parsed?["regexp"]))
    try scratch.write(
      smallLetter(head: "layout: kl\ndate: 2024-03-11\nsubject: Prøve\nsagsnr: 12\nlang: [da]\n"),
      as: "my letter.md")
    for options in [[], ["--codes"]] {
      let run = try await letterpdf(
        ["render", "my letter.md", "-o", "/dev/null"] + options, environment: ["LC_ALL": "C"],
        in: scratch.folder)
      #expect(run.ending == .exit(1), "\(run)")
      let found = run.errorText.components(separatedBy: "\n").compactMap { line -> [String]? in
        let whole = NSRange(line.startIndex..., in: line)
        guard let match = expression.firstMatch(in: line, range: whole) else { return nil }
        return (1..<match.numberOfRanges).map {
          (line as NSString).substring(with: match.range(at: $0))
        }
      }
      #expect(found.map { Array($0.prefix(4)) }.contains(["my letter.md", "6", "1", "error"]))
      #expect(found.allSatisfy { !$0[4].isEmpty })
    }
    #expect(scratch.names == ["my letter.md"])
  }
}
