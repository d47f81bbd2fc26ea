import Foundation
import Proofing
import Testing

/// The page on checking PDFs shows commands and profiles that work.
struct CheckPageTests {
  private func blocks(_ language: String) throws -> [String] {
    try Project.text("Docs/check.md").components(separatedBy: "\n```\(language)\n").dropFirst()
      .compactMap { $0.components(separatedBy: "\n```").first }
  }

  @Test func `Its commands run, and its profile is one`() async throws {
    let scratch = try Scratch()
    let letter = try Project.text("Examples/din-5008-b.md")
    try scratch.write(letter, as: "letter.md")
    let made = try await letterpdf("render", "letter.md", in: scratch.folder)
    try #require(made.ending == .exit(0), "\(made)")
    try scratch.write(scratch.read("letter.pdf"), as: "letters/one.pdf")
    let profile = try #require(blocks("yaml").first)
    try scratch.write(profile, as: "own.yaml")
    let commands = try blocks("sh").flatMap { $0.split(separator: "\n").map(String.init) }
    #expect(commands.count == 7)
    let path = "\(Project.program.deletingLastPathComponent().path):/usr/local/bin:/usr/bin:/bin"
    for command in commands {
      let run = try await Run(
        "sh", ["-c", command], environment: ["PATH": path], in: scratch.folder)
      #expect(run.ending == .exit(0), "\(command): \(run)")
    }
    #expect(scratch.names.contains("breaches.png") && scratch.names.contains("junit.xml"))
    #expect(scratch.names.contains("checked.pdf"))
  }

  @Test func `Every option of check is on the page, and every profile`() async throws {
    func options(_ text: String) -> Set<String> {
      Set(text.matches(of: /--[a-z][a-z-]+/).map { String($0.output) })
    }
    let help = try await letterpdf("check", "--help").output
    let page = try Project.text("Docs/check.md")
    #expect(options(help).subtracting(options(page)).subtracting(["--version", "--help"]) == [])
    let names = try FileManager.default.contentsOfDirectory(atPath: Project.path("Profiles"))
    for name in names {
      #expect(page.contains("| `\(name.dropLast(5))` |"), "\(name)")
      #expect(help.contains(name.dropLast(5)), "\(name)")
    }
  }

  @Test func `What it shows for a word in the margin is what is printed`() async throws {
    let scratch = try Scratch()
    let profile = """
      rules:
        margins: {left: 5mm, source: what office printers reach; unverified}
      """
    try scratch.write(profile, as: "print.yaml")
    try scratch.write(CheckTests.plain(x: 5), as: "letter.pdf")
    let run = try await letterpdf(
      "check", "letter.pdf", "--for", "print.yaml", in: scratch.folder)
    #expect(run.output == (try blocks("text").first.map { $0 + "\n" }))
  }

  @Test func `render writes nothing that is not fit; merge counts it as faulty`() async throws {
    let scratch = try Scratch()
    try scratch.write(smallLetter(), as: "letter.md")
    let own = "rules: {pages: {least: 2, source: ours}, title: {severity: warning, source: ours}}"
    try scratch.write(own, as: "own.yaml")
    let refused = try await letterpdf(
      "render", "letter.md", "--check", "own.yaml", in: scratch.folder)
    #expect(refused.ending == .exit(1))
    #expect(refused.errorText.contains("error: own: the file has 1 page, fewer than 2"))
    #expect(!scratch.names.contains("letter.pdf"))
    let taken = try await letterpdf(
      "render", "letter.md", "--check", "digital-post", in: scratch.folder)
    #expect(taken.ending == .exit(0), "\(taken)")
    #expect(scratch.names.contains("letter.pdf"))
    try scratch.write("id\n1\n2\n", as: "people.csv")
    func merge(_ profile: String, _ folder: String) async throws -> Run {
      try await letterpdf(
        "merge", "letter.md", "--recipients", "people.csv", "-o", folder, "--check", profile,
        in: scratch.folder)
    }
    #expect(try await merge("digital-post", "fit").ending == .exit(0))
    #expect(try await merge("own.yaml", "unfit").ending == .exit(3))
    let manifest = String(decoding: try scratch.read("unfit/manifest.jsonl"), as: UTF8.self)
    #expect(manifest.contains("own: the file has 1 page, fewer than 2"))
    let usage = try await letterpdf(
      "render", "letter.md", "--check", "digital-pst", in: scratch.folder)
    #expect(usage.errorText.contains("write digital-post"))
  }
}
