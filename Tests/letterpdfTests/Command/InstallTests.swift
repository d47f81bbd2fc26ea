import Foundation
import Proofing
import Testing

/// What `make install` and the package leave.
final class InstallTests {
  private let scratch: Scratch
  private let prefix: String

  init() async throws {
    scratch = try Scratch()
    prefix = scratch.path("opt")
    _ = try await output(
      of: Project.path("scripts/install-files"), Project.program.deletingLastPathComponent().path,
      "", prefix)
  }

  private func installed(_ arguments: String...) async throws -> Run {
    try await Run(prefix + "/bin/letterpdf", arguments, in: scratch.folder)
  }

  @Test func `The installed program sets the letter with the same bytes`() async throws {
    let letter = Project.path("Examples/specimen.md")
    let run = try await installed("render", letter, "-o", "there.pdf")
    #expect(run.ending == .exit(0), "\(run)")
    let here = try await letterpdf("render", letter, "-o", "here.pdf", in: scratch.folder)
    #expect(here.ending == .exit(0), "\(here)")
    #expect(try scratch.read("there.pdf") == scratch.read("here.pdf"))
  }

  @Test func `New letters and layouts name the schemas that are installed`() async throws {
    for (words, schema) in [(["new", "-"], "letter"), (["layout", "new", "-"], "layout")] {
      let run = try await Run(prefix + "/bin/letterpdf", words, in: scratch.folder)
      let path = "\(prefix)/share/letterpdf/schema/\(schema).schema.json"
      #expect(run.output.contains("# yaml-language-server: $schema=\(path)\n"), "\(run)")
      #expect(FileManager.default.fileExists(atPath: path))
    }
    let schema = try await installed("schema", "sender")
    #expect(schema.output == (try Project.text("Docs/schema/sender.schema.json")))
  }

  @Test func `Layouts in etc come first, but not beside resources that are given`() async throws {
    try scratch.write(
      "extends: kl\nname: ours\ndescription: KL, ours\n", as: "opt/etc/letterpdf/layouts/kl.yaml")
    #expect(try await installed("layout", "list").output.contains("KL, ours"))
    #expect(
      try await installed("layout", "show", "kl").output.hasPrefix("extends: kl\nname: ours\n"))
    let given = try await installed(
      "layout", "list", "--resources", prefix + "/share/letterpdf")
    #expect(given.ending == .exit(0) && !given.output.contains("KL, ours"))
  }
}
