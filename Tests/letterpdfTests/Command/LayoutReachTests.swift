import Foundation
import Proofing
import Testing

/// Letters bring no file into use, and none into messages, that lies elsewhere than they do.
struct LayoutReachTests {
  /// A folder of letters beside one with what is not theirs.
  private func place(_ layout: String) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("secret: 4711\n", as: "other/secret.yaml")
    try scratch.write("secret: 4711\n", as: "letters/secret.txt")
    try scratch.write("extends: brev\nname: Own\n", as: "letters/house/own.yaml")
    try scratch.write("extends: house/own.yaml\nname: Own\n", as: "letters/second.yaml")
    try scratch.write("extends: ../other/secret.yaml\nname: Bad\n", as: "letters/bad.yaml")
    try scratch.write(
      "extends: brev\nname: Font\nfonts: {files: [../../x.otf]}\n", as: "letters/font.yaml")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("letters/link.yaml"),
      withDestinationPath: scratch.path("other/secret.yaml"))
    try scratch.write(
      "---\nlayout: \(layout)\ndate: 2026-03-02\nsubject: Emne\n---\nTekst.\n",
      as: "letters/letter.md")
    return scratch
  }

  @Test(arguments: [
    "../other/secret.yaml", "/etc/passwd", "/etc/hostname", "./secret.txt", "link.yaml", "bad.yaml",
    "house/../../other/secret.yaml", "../other/none.yaml", "font.yaml",
  ])
  func `What lies elsewhere is neither used nor quoted`(layout: String) async throws {
    let scratch = try place(layout)
    let run = try await letterpdf("render", "letters/letter.md", in: scratch.folder)
    #expect(run.ending == .exit(1), "\(run)")
    #expect(!run.errorText.contains("4711") && !run.errorText.contains("root:"), "\(run)")
    #expect(
      run.errorText.contains("outside the folder of") || run.errorText.contains("is no layout"),
      "\(run)")
  }

  @Test(arguments: ["house/own.yaml", "second.yaml", "./house/own.yaml", "house/../second.yaml"])
  func `Layouts in the letter's folder are used, unless names alone are`(
    layout: String
  ) async throws {
    let scratch = try place(layout)
    let run = try await letterpdf("render", "letters/letter.md", in: scratch.folder)
    #expect(run.ending == .exit(0), "\(run)")
    let strict = try await letterpdf(
      "render", "letters/letter.md", "--installed-only", in: scratch.folder)
    #expect(strict.ending == .exit(1), "\(strict)")
    #expect(strict.errorText.contains("letters may name installed layouts alone"), "\(strict)")
  }

  @Test func `Whoever calls the program may name any layout`() async throws {
    let scratch = try place("brev")
    try scratch.write("extends: brev\nname: Far\n", as: "other/far.yaml")
    for more in [[], ["--installed-only"]] {
      let run = try await letterpdf(
        ["render", "letters/letter.md", "--layout", "other/far.yaml"] + more, in: scratch.folder)
      #expect(run.ending == .exit(0), "\(run)")
    }
  }

  @Test func `A pipe is no font`() async throws {
    let scratch = try Scratch()
    try scratch.write("extends: brev\nname: Own\nfonts: {files: [pipe.otf]}\n", as: "own.yaml")
    try #require(mkfifo(scratch.path("pipe.otf"), 0o600) == 0)
    let run = try await letterpdf("layout", "check", "own.yaml", in: scratch.folder)
    #expect(run.ending == .exit(1), "\(run)")
    #expect(run.errorText.contains("\"pipe.otf\" is not a font"), "\(run)")
  }

  @Test(arguments: [
    (["--bind", "all.pdf"], "is a file that the letters are made of"),
    (["-o", "."], "which is no run's"),
  ])
  func `A run writes over none of the files that its letters are made of`(
    output: [String], told: String
  ) async throws {
    let scratch = try Scratch()
    try scratch.write(smallLetter(body: "Bilag."), as: "inner.md")
    let inner = try await letterpdf("render", "inner.md", "-o", "all.pdf", in: scratch.folder)
    try #require(inner.ending == .exit(0))
    let before = try scratch.read("all.pdf")
    try scratch.write(
      "---\nlayout: brev\ndate: 2026-03-02\nsubject: Emne\nenclosures: [{title: Bilag, file: all.pdf}]\n"
        + "---\nKære {{navn}}.\n", as: "letter.md")
    try scratch.write("navn\nall\n", as: "people.csv")
    let run = try await letterpdf(
      ["merge", "letter.md", "--recipients", "people.csv", "--name", "{{navn}}"] + output,
      in: scratch.folder)
    #expect(run.ending == .exit(1), "\(run)")
    #expect(run.errorText.contains(told), "\(run)")
    #expect(try scratch.read("all.pdf") == before)
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
    #expect(!left.contains { $0.contains("partial") }, "\(left)")
  }
}
