import Foundation
import Proofing
import Testing

/// What is written where, and what the exit code says of it.
struct OutputTests {
  @Test func `A layout with warnings is told of them and passes`() async throws {
    let scratch = try Scratch()
    try scratch.write(
      "extends: kl\nstyles: {footnote: {color: \"#999999\"}}\n", as: "pale.yaml")
    let pale = try await letterpdf("layout", "check", "pale.yaml", in: scratch.folder)
    #expect(pale.ending == .exit(0))
    #expect(pale.errorText.contains("warning: the colour of \"footnote\""))
    #expect(pale.output.isEmpty)
    try scratch.write("extends: kl\ntext: {size: 10}\n", as: "wrong.yaml")
    let wrong = try await letterpdf("layout", "check", "wrong.yaml", in: scratch.folder)
    #expect(wrong.ending == .exit(1))
    #expect(wrong.errorText.contains("error: "))
  }

  @Test func `A layout in order is told of in the reader's language`() async throws {
    let english = try await letterpdf("layout", "check", "kl")
    #expect(english.output == "kl: nothing to complain of\n")
    let danish = try await letterpdf("layout", "check", "kl", "--locale", "da")
    #expect(danish.output == "kl: intet at udsætte\n")
    let scratch = try Scratch()
    let new = try await letterpdf(
      "layout", "new", "vejby", environment: ["LC_ALL": "da_DK.UTF-8"], in: scratch.folder)
    #expect(new.output == "vejby.yaml: sæt et brev med --layout vejby.yaml\n")
  }

  @Test func `Guides show frames that lie over each other`() async throws {
    let scratch = try Scratch()
    try scratch.write(
      """
      extends: brev
      name: Own
      frames: {note: {frame: {x: 100mm, y: 100mm, width: 40mm, height: 20mm}, groups: [[Hej]]}}
      """, as: "own.yaml")
    try scratch.write("---\ndate: 2026-01-05\nsubject: Brev\n---\nTekst.\n", as: "letter.md")
    let render = ["render", "letter.md", "--layout", "own.yaml"]
    let refused = try await letterpdf(render, in: scratch.folder)
    #expect(refused.ending == .exit(1))
    #expect(refused.errorText.contains("error: the frame \"note\" lies over regions.first"))
    let drawn = try await letterpdf(render + ["--guides"], in: scratch.folder)
    #expect(drawn.ending == .exit(0))
    #expect(drawn.errorText.contains("warning: the frame \"note\" lies over regions.first"))
    let show = ["layout", "show", "own.yaml"]
    let shown = try await letterpdf(
      show + ["--specimen", "own.pdf", "--guides"], in: scratch.folder)
    #expect(shown.ending == .exit(0))
    #expect(shown.errorText.contains("warning: the frame \"note\" lies over regions.first"))
    #expect(scratch.names.contains("own.pdf"))
    let lost = try await letterpdf(show + ["--guides"], in: scratch.folder)
    #expect(lost.ending == .exit(2))
    #expect(lost.errorText.contains("name its file with --specimen"))
  }

  @Test(arguments: ["png", "svg"])
  func `A dump is text, whatever pictures are asked for`(format: String) async throws {
    let set = try await SetLetter(
      smallLetter(), "--dump", "--format", format, "-o", "side.\(format)")
    #expect(set.run.ending == .exit(2))
    #expect(set.run.errorText.contains("--dump writes text, so --format \(format) has no meaning"))
    #expect(set.scratch.names == ["letter.md"])
  }

  @Test(arguments: [
    "render letter.md --report json", "render letter.md -o - ", "layout list", "layout show kl",
    "layout check kl", "--version", "render --help",
  ])
  func `What standard output does not take is an error`(command: String) async throws {
    let scratch = try Scratch()
    try scratch.write(smallLetter(), as: "letter.md")
    let run = try await Run(
      "sh", ["-c", "\"$0\" \(command) > /dev/full", Project.program.path], in: scratch.folder)
    #expect(run.ending == .exit(1))
    #expect(run.errorText.contains("standard output takes no more"))
  }

  @Test(arguments: [
    ["-o", "a.pdf", "--also", "print=a.pdf"], ["--also", "print=letter.pdf"],
    ["-o", "a.pdf", "--also", "print=./a.pdf"],
    ["--also", "print=b.pdf", "--also", "screen=b.pdf"],
    ["-o", "link.pdf", "--also", "print=real.pdf"], ["-o", "-", "--also", "print=-"],
  ])
  func `Two outputs cannot have one name`(arguments: [String]) async throws {
    let scratch = try Scratch()
    try scratch.write(smallLetter(), as: "letter.md")
    try scratch.write("old", as: "real.pdf")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link.pdf"), withDestinationPath: "real.pdf")
    let run = try await letterpdf(["render", "letter.md"] + arguments, in: scratch.folder)
    #expect(run.ending == .exit(1))
    #expect(run.errorText.contains("would be written twice"))
    #expect(run.outputBytes.isEmpty)
    #expect(scratch.names == ["letter.md", "link.pdf", "real.pdf"])
    #expect(scratch.bytes("real.pdf") == Array("old".utf8))
  }

  @Test func `The report keeps standard output to itself, also against a copy`() async throws {
    let set = try await SetLetter(smallLetter(), "--report", "json", "--also", "print=-")
    #expect(set.run.ending == .exit(2))
    #expect(set.scratch.names == ["letter.md"])
  }

  @Test func `Nothing that the letter is made of is written over`() async throws {
    let scratch = try Scratch()
    try scratch.write(smallLetter(), as: "letter.md")
    try scratch.write("extends: kl\n", as: "own.yaml")
    try scratch.write("a;b", as: "a.csv")
    for (arguments, name) in [
      (["--layout", "own.yaml", "-o", "own.yaml"], "own.yaml"),
      (["--attach", "a.csv", "-o", "./a.csv"], "a.csv"),
      (["--attach", "a.csv", "--also", "print=a.csv"], "a.csv"),
    ] {
      let before = scratch.bytes(name)
      let run = try await letterpdf(["render", "letter.md"] + arguments, in: scratch.folder)
      #expect(run.ending == .exit(1), "\(arguments)")
      #expect(scratch.bytes(name) == before)
    }
  }

  @Test func `Two attached files cannot have one name`() async throws {
    let scratch = try Scratch()
    try scratch.write(smallLetter(), as: "letter.md")
    for folder in ["a", "b"] {
      try FileManager.default.createDirectory(
        atPath: scratch.path(folder), withIntermediateDirectories: false)
      try scratch.write(folder, as: "\(folder)/x.csv")
    }
    try scratch.write("another", as: "a/letter.md")
    for arguments in [
      ["--attach", "a/x.csv", "--attach", "b/x.csv"],
      ["--attach", "a/x.csv", "--attach", "a/x.csv"],
    ] {
      let run = try await letterpdf(["render", "letter.md"] + arguments, in: scratch.folder)
      #expect(run.ending == .exit(1))
      #expect(run.errorText.contains("error: two attached files have the name \"x.csv\""))
    }
    let source = try await letterpdf(
      "render", "letter.md", "--attach-source", "--attach", "a/letter.md", in: scratch.folder)
    #expect(source.errorText.contains("two attached files have the name \"letter.md\""))
    #expect(!scratch.names.contains("letter.pdf"))
  }
}
