import Foundation
import Proofing
import Testing

/// The page on mail runs shows commands that work.
struct MailRunPageTests {
  @Test func `Every command of the page does what it says, one after the other`() async throws {
    let folder = try MergeFolder(7)
    try FileManager.default.moveItem(
      atPath: folder.scratch.path("records.csv"), toPath: folder.scratch.path("citizens.csv"))
    let blocks = try Project.text("Docs/mail-runs.md").matches(of: /```sh\n((?s).*?)```/)
    let commands = blocks.flatMap { $0.output.1.split(separator: "\n").map(String.init) }
    #expect(commands.count == 11)
    let path = "\(Project.program.deletingLastPathComponent().path):/usr/local/bin:/usr/bin:/bin"
    for command in commands {
      let run = try await Run(
        "sh", ["-c", command], environment: ["PATH": path], in: folder.scratch.folder)
      #expect(run.ending == .exit(0), "\(command): \(run)")
    }
    var whole = try folder.files("out").filter { !$0.key.hasPrefix("/0001") }
    whole["/manifest.jsonl"] = nil
    whole["/run.json"] = nil
    for shares in ["shares", "parallel"] {
      #expect(try folder.files(shares)["/summary.json"] == whole["/summary.json"])
    }
    #expect(folder.scratch.bytes("third.pdf") == (try folder.files("shares")["/0001/0000003.pdf"]))
  }

  @Test func `Codes and keys of the page are those of the program`() async throws {
    let page = try Project.text("Docs/mail-runs.md")
    let folder = try MergeFolder(1)
    _ = try await folder.merge("-o", "out")
    let line = Data(try folder.files("out")["/manifest.jsonl"] ?? [])
    let object = try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
    for key in object.keys { #expect(page.contains("`\(key)`"), "\(key)") }
  }
}
