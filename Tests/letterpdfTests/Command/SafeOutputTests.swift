import Foundation
import Proofing
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is there already is not lost, and names and words move no terminal.
struct SafeOutputTests {
  private func pictured() throws -> Scratch {
    let scratch = try Scratch()
    try Picture(width: 20, height: 20, fill: 0).write(png: scratch.path("picture.png"))
    try scratch.write(smallLetter(body: "![Et billede](picture.png)"), as: "letter.md")
    return scratch
  }

  @Test(arguments: [
    ["-o", "picture.png"], ["-o", "out.pdf", "--also", "dump=picture.png"],
    ["-o", "out.pdf", "--report-to", "picture.png"],
  ])
  func `An output never goes over a file that the letter reads`(options: [String]) async throws {
    let scratch = try pictured()
    let before = try scratch.read("picture.png")
    let run = try await letterpdf(["render", "letter.md"] + options, in: scratch.folder)
    #expect(run.ending == .exit(1), "\(run)")
    #expect(run.errorText.contains("the output \"picture.png\" is a file of the letter itself"))
    #expect(try scratch.read("picture.png") == before)
    #expect(scratch.names == ["letter.md", "picture.png"])
  }

  @Test func `The environment changes no byte`() async throws {
    let scratch = try pictured()
    try scratch.write(
      "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='60'><text y='30'>Hej</text></svg>",
      as: "drawing.svg")
    try scratch.write(smallLetter(body: "Bilag."), as: "inner.md")
    try #require(
      try await letterpdf("render", "inner.md", in: scratch.folder).ending == .exit(0))
    try scratch.write(
      "---\nlayout: brev\ndate: 2026-03-02\nsubject: Emne\nenclosures: [{title: Bilag, file: inner.pdf}]\n"
        + "---\n![Et billede](picture.png)\n\n![En tegning](drawing.svg)\n", as: "letter.md")
    let plain = try await letterpdf("render", "letter.md", "-o", "-", in: scratch.folder)
    let odd = try await Run(
      "env",
      [
        "CAIRO_DEBUG_PDF=1", "CAIRO_DEBUG_TAG=1", "QPDF_CRYPTO_PROVIDER=openssl",
        "LC_ALL=da_DK.UTF-8",
        "TZ=Asia/Tokyo", "FONTCONFIG_FILE=/nowhere", "HOME=/nowhere", "PANGO_LANGUAGE=ar",
        "HB_SHAPER_LIST=fallback", "SOURCE_DATE_EPOCH=1", "MALLOC_PERTURB_=77",
        "G_SLICE=always-malloc",
        Project.program.path, "render", "letter.md", "-o", "-",
      ], in: scratch.folder)
    #expect(plain.ending == .exit(0) && odd.ending == .exit(0), "\(plain) \(odd)")
    #expect(plain.outputBytes.count > 10_000 && plain.outputBytes == odd.outputBytes)
  }

  @Test func `A limit of the size of files leaves the old file, and no litter`() async throws {
    let scratch = try Scratch()
    try scratch.write(smallLetter(), as: "letter.md")
    try scratch.write("old", as: "letter.pdf")
    let run = try await Run(
      "bash", ["-c", "ulimit -f 1; \"$0\" render letter.md", Project.program.path],
      in: scratch.folder)
    #expect(run.ending == .exit(1), "\(run)")
    #expect(run.errorText.contains("cannot write \"letter.pdf\""))
    #expect(try scratch.read("letter.pdf") == Array("old".utf8))
    #expect(scratch.names == ["letter.md", "letter.pdf"])
  }

  @Test func `What a killed run left is taken away by the next, what is being written is not`()
    async throws
  {
    let scratch = try Scratch()
    try scratch.write(smallLetter(), as: "letter.md")
    for number in 0...1 { try scratch.write("part", as: ".letterpdf-\(number).partial") }
    let other = open(scratch.path(".letterpdf-0.partial"), O_WRONLY)
    try #require(flock(other, LOCK_EX | LOCK_NB) == 0)
    let run = try await letterpdf("render", "letter.md", in: scratch.folder)
    #expect(run.ending == .exit(0), "\(run)")
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted()
    #expect(names == [".letterpdf-0.partial", "letter.md", "letter.pdf"])
    close(other)
    let next = try await letterpdf("render", "letter.md", in: scratch.folder)
    #expect(next.ending == .exit(0), "\(next)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted()
        == ["letter.md", "letter.pdf"])
  }

  @Test(arguments: [
    ["render", "x\u{1B}[31m.md"], ["render", "letter.md", "--date", "\u{1B}[31m2024"],
    ["render", "letter.md", "--resources", "/\u{9B}31m"], ["render", "letter.md", "--\u{1B}]0;x"],
    ["check", "a\u{202E}b.pdf"], ["explain", "\u{1B}c"], ["layout", "check", "\u{1B}c.yaml"],
    ["read", "\u{1B}c.pdf"], ["compare", "\u{1B}c.pdf", "\u{2066}.pdf"],
  ])
  func `No name and no word reaches the terminal as a command`(words: [String]) async throws {
    let scratch = try Scratch()
    try scratch.write(smallLetter(), as: "letter.md")
    let run = try await letterpdf(words, in: scratch.folder)
    #expect(run.ending != .exit(0))
    let told = (run.errorText + run.output).unicodeScalars
    #expect(
      !told.contains {
        $0.value < 0x20 && $0 != "\n" && $0 != "\t" || (0x7F...0x9F).contains($0.value)
          || [0x202E, 0x2066].contains($0.value)
      })
  }
}
