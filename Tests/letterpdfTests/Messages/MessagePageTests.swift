import Foundation
import Proofing
import Testing

/// The page on messages shows letters, records, senders and commands that work.
struct MessagePageTests {
  @Test func `Every command of the page does what it says`() async throws {
    let page = try Project.text("Docs/messages.md")
    func block(_ kind: String) throws -> String {
      let found = page.components(separatedBy: "```\(kind)\n").dropFirst().first
      return try #require(found?.components(separatedBy: "```").first)
    }
    let scratch = try Scratch()
    for (name, kind) in [
      ("letter.md", "markdown"), ("citizens.csv", "csv"), ("sender.yaml", "yaml"),
    ] {
      #expect(try Project.text("Examples/messages/\(name)") == block(kind))
    }
    try scratch.write(try block("markdown"), as: "letter.md")
    try scratch.write(try block("csv"), as: "citizens.csv")
    try scratch.write(try block("yaml"), as: "sender.yaml")
    let commands = try block("sh").split(separator: "\n").map(String.init)
    #expect(commands.count == 4)
    let path = "\(Project.program.deletingLastPathComponent().path):/usr/local/bin:/usr/bin:/bin"
    for command in commands {
      let run = try await Run(
        "sh", ["-c", command], environment: ["PATH": path], in: scratch.folder)
      // The third citizen has no number, so what is sent to all digitally has one fault.
      let isDigital = command.contains("--route digital")
      #expect(run.ending == .exit(isDigital ? 3 : 0), "\(command): \(run)")
    }
    let files = try scratch.files(below: ".")
    #expect(files.keys.filter { $0.hasPrefix("/messages/0001/") }.count == 2)
    #expect(files.keys.filter { $0.hasPrefix("/out-memo/0001/") }.count == 2)
    #expect(files.keys.filter { $0.hasPrefix("/out-print/0001/") }.count == 2)
    for name in ["/all.tar.lzma", "/all.manifest.jsonl", "/letter.xml", "/print.xml"] {
      #expect(files[name] != nil, "\(name)")
    }
    let line = String(decoding: files["/out/manifest.jsonl"] ?? [], as: UTF8.self)
    for key in ["route", "deliveries", "form", "file", "bytes", "sha256", "uuid"] {
      #expect(line.contains("\"\(key)\":") && page.contains("`\(key)`"), "\(key)")
    }
  }
}
