import Foundation
import Proofing
import Testing

/// The letter as HTML and as text, from the command line.
struct FormatTests {
  @Test(arguments: [("html", "html"), ("text", "txt")])
  func `A form has a suffix of its own, the same bytes each time, and no pages`(
    format: String, suffix: String
  ) async throws {
    let set = try await SetLetter(smallLetter(body: "Hej & farvel"), "--format", format)
    #expect(set.run.ending == .exit(0), "\(set.run)")
    #expect(set.scratch.names == ["letter.\(suffix)", "letter.md"].sorted())
    let again = try await SetLetter(
      smallLetter(body: "Hej & farvel"), "--format", format, "-o", "-")
    #expect(
      again.run.output == String(decoding: try set.scratch.read("letter.\(suffix)"), as: UTF8.self))
    #expect(again.run.output.contains(format == "html" ? "Hej &amp; farvel" : "Hej & farvel"))
  }

  @Test(arguments: ["html", "text"])
  func `What is for PDFs alone is refused`(format: String) async throws {
    for options in [
      ["--attach-source"], ["--check", "digital-post"], ["--dump"],
    ] {
      let set = try await SetLetter(smallLetter(), ["--format", format] + options)
      #expect(set.run.ending == .exit(2), "\(options): \(set.run)")
      #expect(set.scratch.names == ["letter.md"])
    }
  }

  @Test func `The commands of the page run`() async throws {
    let scratch = try Scratch()
    try scratch.write(smallLetter(), as: "letter.md")
    let blocks = try Project.text("Docs/html-and-text.md").matches(of: /```sh\n((?s).*?)```/)
    let commands = blocks.map { String($0.output.1) }.joined()
    #expect(commands.contains("letterpdf render"))
    let path = Project.program.deletingLastPathComponent().path
    let run = try await Run(
      "bash", ["-euc", "PATH=\"\(path):$PATH\"\n" + commands], in: scratch.folder)
    #expect(run.ending == .exit(0), "\(run)")
    #expect(scratch.names == ["letter.html", "letter.md", "letter.txt"])
  }
}
