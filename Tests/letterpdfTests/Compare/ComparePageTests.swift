import Foundation
import Proofing
import Testing

/// The page on comparing shows commands that work.
struct ComparePageTests {
  @Test func `Every command of the page runs, one after the other`() async throws {
    let scratch = try Scratch()
    let made = try await letterpdf(
      "render", Project.path("Examples/kl-2019.md"), "-o", scratch.path("letter.pdf"),
      in: scratch.folder)
    #expect(made.ending == .exit(0))
    let pdf = try scratch.read("letter.pdf")
    let names = ["expected.pdf", "out/a.pdf", "out/b.pdf", "expected/a.pdf", "expected/b.pdf"]
    for name in names { try scratch.write(pdf, as: name) }
    #expect(try await runCommands(of: "Docs/compare.md", in: scratch) == 9)
    #expect(scratch.bytes("difference.html")?.starts(with: Array("<!DOCTYPE html>".utf8)) == true)
  }

  @Test func `Every command of the page on golden files runs, one after the other`() async throws {
    let scratch = try Scratch()
    for name in ["invitation", "reminder"] {
      try scratch.write(smallLetter(), as: "letters/\(name).md")
    }
    #expect(try await runCommands(of: "Docs/golden-files.md", in: scratch) == 5)
    let page = try Project.text("Docs/golden-files.md")
    let help = try await letterpdf("help", "golden").output
    let options = Set(help.matches(of: /--[a-z-]+/).map { String($0.output) })
      .subtracting(["--help", "--version", "--resources", "--locale"])
    #expect(options.count == 9)
    for option in options { #expect(page.contains("`\(option)"), "\(option)") }
  }

  @Test func `Options and kinds of the page are those of the program`() async throws {
    let page = try Project.text("Docs/compare.md")
    let help = try await letterpdf("help", "compare").output
    let options = Set(help.matches(of: /--[a-z-]+/).map { String($0.output) })
      .subtracting(["--help", "--version", "--resources", "--locale"])
    #expect(options.count == 7)
    for option in options { #expect(page.contains("`\(option)"), "\(option)") }
  }

  /// Runs the commands that a page shows, one after the other; returns how many there are.
  private func runCommands(of page: String, in scratch: Scratch) async throws -> Int {
    let blocks = try Project.text(page).matches(of: /```sh\n((?s).*?)```/)
    let commands = blocks.flatMap { $0.output.1.split(separator: "\n").map(String.init) }
    let path = "\(Project.program.deletingLastPathComponent().path):/usr/local/bin:/usr/bin:/bin"
    for command in commands {
      let run = try await Run(
        "sh", ["-c", command], environment: ["PATH": path], in: scratch.folder)
      #expect(run.ending == .exit(0), "\(command): \(run)")
    }
    return commands.count
  }
}
