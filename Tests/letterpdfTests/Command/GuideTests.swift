import Foundation
import Proofing
import Testing

/// What the guides in `Docs/` say is run, so that it stays true.
struct GuideTests {
  /// The blocks of one language in a document.
  private func blocks(_ language: String, in document: String) throws -> [String] {
    try Project.text(document).components(separatedBy: "\n```\(language)\n").dropFirst()
      .compactMap { $0.components(separatedBy: "\n```").first }
  }

  static let guides: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: Project.path("Docs"))) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted()
  }()

  @Test(arguments: guides)
  func `Every link and picture of a guide leads somewhere`(guide: String) throws {
    // What stands between backticks is an example of Markdown, and names files that no one has.
    let text = try Project.text("Docs/\(guide)").replacing(/```(?s:.*?)\n```/, with: "")
      .replacing(/`[^`\n]+`/, with: "")
    for link in text.matches(of: /\]\(([^)#:\s]+)\)/).map(\.output.1) {
      let file = Project.path("Docs/\(link)")
      #expect(FileManager.default.fileExists(atPath: file), "\(link)")
    }
  }

  @Test func `The letters of the guide can be set`() async throws {
    let letters =
      try blocks("markdown", in: "Docs/letter-format.md")
      + blocks("json", in: "Docs/letter-format.md")
    #expect(letters.count >= 2)
    let scratch = try Scratch()
    try Picture(width: 60, height: 20, fill: 0).write(png: scratch.path("vendelbo.png"))
    for letter in letters {
      let run = try await letterpdf(
        "render", "-", "--base", ".", in: scratch.folder, input: Array(letter.utf8))
      #expect(run.ending == .exit(0), "\(run)")
    }
  }

  @Test func `Every option of the program is in its guide, and no other`() async throws {
    func options(_ text: String) -> Set<String> {
      Set(text.matches(of: /--[a-z][a-z-]+/).map { String($0.output) })
    }
    let help = try await letterpdf("render", "--help").output
    let guide = try Project.text("Docs/cli.md")
    let section = try #require(guide.components(separatedBy: "\n## merge").first)
    let general: Set = ["--version", "--verbose"]
    #expect(options(section).union(general) == options(help).union(general))
    let merge = try await letterpdf("merge", "--help").output
    let known = options(try Project.text("Docs/mail-runs.md") + guide + " --version")
    #expect(options(merge).subtracting(known) == [])
  }

  @Test func `The commands of the guide run`() async throws {
    let scratch = try Scratch()
    try scratch.write(
      "{\"layout\": \"kl\", \"date\": \"2024-03-11\", \"body\": \"Tekst\"}", as: "letter.json")
    let path = Project.program.deletingLastPathComponent().path
    let commands = try blocks("sh", in: "Docs/cli.md").joined(separator: "\n")
    #expect(commands.contains("letterpdf render"))
    let run = try await Run(
      "bash", ["-euc", "PATH=\"\(path):$PATH\"\n" + commands], in: scratch.folder)
    #expect(run.ending == .exit(0), "\(run)")
    for name in ["letter.pdf", "out.pdf", "page-1.png"] { #expect(scratch.names.contains(name)) }
  }
}
