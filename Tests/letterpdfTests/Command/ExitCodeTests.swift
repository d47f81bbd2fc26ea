import Foundation
import Proofing
import Testing

/// 0 done, 1 the files are at fault, 2 wrong usage; files are written whole or not at all.
struct ExitCodeTests {
  @Test(arguments: [
    (["rendr", "a.md"], "2 unexpected arguments: 'rendr', 'a.md'"),
    (["render"], "Missing expected argument '<letter>'"),
    (["render", "a.md", "--dpi", "9"], "--dpi cannot be \"9\""),
    (["render", "a.md", "--dpi", "many"], "hint: write a number between 10 and 1200"),
    (["render", "a.md", "--format", "doc"], "--format cannot be \"doc\""),
    (["render", "a.md", "--report", "xml"], "--report cannot be \"xml\"\nhint: write json"),
    (["render", "a.md", "--for", "fax"], "hint: write digital-post, screen or print"),
    (["render", "a.md", "--also", "b.pdf"], "--also cannot be \"b.pdf\""),
    (
      ["render", "a.md", "--format", "png", "--attach", "a.md"], "--attach is for PDFs"
    ),
    (["render", "a.md", "--reprot", "json"], "Unknown option '--reprot'"),
    (
      ["render", "-", "--report", "json"],
      "the report and the letter cannot both go to standard output"
    ),
    (
      ["render", "a.md", "--resources", "nowhere"],
      "the resources folder \"nowhere\" has no Fonts, Languages and Layouts in it"
    ),
  ])
  func `Wrong usage ends with 2 and says what is wrong`(arguments: [String], words: String)
    async throws
  {
    let scratch = try Scratch()
    let run = try await letterpdf(arguments, in: scratch.folder)
    #expect(run.ending == .exit(2))
    #expect(run.errorText.contains(words))
    #expect(run.outputBytes.isEmpty)
    #expect(scratch.names.isEmpty)
  }

  @Test func `A letter at fault ends with 1, leaves no file, and keeps the one that was there`()
    async throws
  {
    let scratch = try Scratch()
    try scratch.write(smallLetter(head: smallHead + "\nsubjekt: []"), as: "letter.md")
    let first = try await letterpdf("render", "letter.md", in: scratch.folder)
    #expect(first.ending == .exit(1))
    #expect(scratch.names == ["letter.md"])
    try scratch.write("old", as: "letter.pdf")
    let second = try await letterpdf("render", "letter.md", in: scratch.folder)
    #expect(second.ending == .exit(1))
    #expect(scratch.bytes("letter.pdf") == Array("old".utf8))
    #expect(scratch.names == ["letter.md", "letter.pdf"])
  }

  @Test func `A folder that cannot be written to is an error, and nothing is left behind`()
    async throws
  {
    let set = try await SetLetter(smallLetter(), "-o", "nowhere/letter.pdf")
    #expect(set.run.ending == .exit(1))
    #expect(
      set.run.errorText.hasPrefix(
        "error: cannot write \"nowhere/letter.pdf\": No such file or directory\n"))
    #expect(set.scratch.names == ["letter.md"])
    let folder = try await SetLetter(smallLetter(), "-o", ".")
    #expect(folder.run.ending == .exit(1))
    #expect(folder.run.errorText.hasPrefix("error: \".\" is a folder\n"))
  }

  @Test func `Of several pages none is written when one cannot be`() async throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      at: scratch.folder.appending(path: "side-2.png"), withIntermediateDirectories: false)
    let run = try await letterpdf(
      "render", Project.path("Examples/kl-2024.md"), "--format", "png", "-o", "side.png",
      in: scratch.folder)
    #expect(run.ending == .exit(1))
    #expect(scratch.names == ["side-2.png"])
  }

  @Test func `Replacing a file keeps its permissions and the link that leads to it`() async throws {
    let scratch = try Scratch()
    try scratch.write(smallLetter(), as: "letter.md")
    try scratch.write("old", as: "real.pdf")
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: scratch.path("real.pdf"))
    try manager.createSymbolicLink(
      atPath: scratch.path("letter.pdf"), withDestinationPath: "real.pdf")
    let run = try await letterpdf("render", "letter.md", in: scratch.folder)
    #expect(run.ending == .exit(0))
    #expect(try manager.destinationOfSymbolicLink(atPath: scratch.path("letter.pdf")) == "real.pdf")
    let attributes = try manager.attributesOfItem(atPath: scratch.path("real.pdf"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(scratch.bytes("real.pdf")?.starts(with: Array("%PDF".utf8)) == true)
  }

  @Test func `A pipe is written to, not replaced`() async throws {
    let scratch = try Scratch()
    try scratch.write(smallLetter(), as: "letter.md")
    let script = "mkfifo pipe.pdf && { cat pipe.pdf > out & \"$0\" render letter.md -o pipe.pdf; }"
    let run = try await Run(
      "sh",
      ["-c", script + "; code=$?; wait; test -p pipe.pdf && exit $code", Project.program.path],
      in: scratch.folder)
    #expect(run.ending == .exit(0))
    #expect(scratch.bytes("out")?.starts(with: Array("%PDF".utf8)) == true)
  }

  @Test func `The letter itself is never written over`() async throws {
    let scratch = try Scratch()
    try scratch.write(smallLetter(), as: "letter.txt")
    for arguments in [["--dump"], ["-o", "letter.txt"], ["-o", "./letter.txt"]] {
      let run = try await letterpdf(["render", "letter.txt"] + arguments, in: scratch.folder)
      #expect(run.ending == .exit(1), "\(arguments)")
      #expect(run.errorText.contains("is the letter itself"))
      #expect(scratch.bytes("letter.txt") == Array(smallLetter().utf8))
    }
  }
}
