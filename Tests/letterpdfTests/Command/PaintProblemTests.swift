import Foundation
import Proofing
import Testing

/// What goes wrong after composing is told where it stands in the letter or layout.
struct PaintProblemTests {
  /// A PNG whose pixels do not have the checksum that the file says.
  private func damagedPNG() throws -> [UInt8] {
    let scratch = try Scratch()
    try Picture(width: 40, height: 30, fill: 0x80).write(png: scratch.path("a.png"))
    var bytes = scratch.bytes("a.png") ?? []
    let data = try #require(bytes.firstRange(of: Array("IDAT".utf8)))
    bytes[data.upperBound + 8] ^= 0xFF
    return bytes
  }

  @Test(arguments: ["pdf", "png", "svg"])
  func `A damaged PNG is told with its place`(format: String) async throws {
    let set = try await SetLetter(
      smallLetter(body: "Kære alle\n\n![En prik](a.png)"), ["--format", format],
      files: ["a.png": try damagedPNG()])
    #expect(set.run.ending == .exit(1))
    #expect(
      set.run.errorText.hasPrefix(
        """
        letter.md:9:1: error: the image "a.png" cannot be painted: its PNG data are damaged
            9 | ![En prik](a.png)
              | ^^^^^^^^^^^^^^^^^
        hint: open it in an image program and save it again
        """), "\(set.run.errorText)")
  }

  @Test func `So is one in the layout, in a frame that repeats, and a signature`() async throws {
    let scratch = try Scratch()
    try scratch.write(try damagedPNG(), as: "a.png")
    try scratch.write("extends: brev\nlogo: {image: a.png}\n", as: "own.yaml")
    try scratch.write(smallLetter(), as: "letter.md")
    let logo = try await letterpdf(
      "render", "letter.md", "--layout", "own.yaml", in: scratch.folder)
    #expect(logo.errorText.hasPrefix("own.yaml:2:15: error: the image \"a.png\""), "\(logo)")
    try scratch.write(
      smallLetter(head: smallHead + "\nsignatures: [{name: A, image: a.png}]"), as: "letter.md")
    let signature = try await letterpdf("render", "letter.md", in: scratch.folder)
    #expect(
      signature.errorText.hasPrefix("letter.md:5:31: error: the image \"a.png\""), "\(signature)")
  }

  @Test func `A drawing that cannot be read is told with its place`() async throws {
    let set = try await SetLetter(
      smallLetter(body: "![En prik](a.svg)"),
      files: [
        "a.svg": Array("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><g>".utf8)
      ])
    #expect(set.run.ending == .exit(1))
    #expect(set.run.errorText.hasPrefix("letter.md:7:1: error: the image \"a.svg\""))
  }

  @Test func `A font that may not be embedded is told where the layout names it`() async throws {
    let scratch = try Scratch()
    var font = [UInt8](
      try Data(contentsOf: URL(filePath: Project.path("Tests/Fonts/ProofSerifless-Regular.otf"))))
    let tables = Int(font[4]) << 8 | Int(font[5])
    let entry = try #require(
      (0..<tables).map { 12 + 16 * $0 }.first {
        font[$0..<$0 + 4].elementsEqual("OS/2".utf8)
      })
    let table = font[entry + 8..<entry + 12].reduce(0) { $0 << 8 | Int($1) }
    font[table + 9] = 2
    try scratch.write(font, as: "own.otf")
    let bold = try Data(
      contentsOf: URL(filePath: Project.path("Tests/Fonts/ProofSerifless-Bold.otf")))
    try scratch.write(bold, as: "bold.otf")
    try scratch.write(
      "extends: kl\nfonts: {text: Proof Serifless, files: [own.otf, bold.otf]}\n",
      as: "own.yaml")
    try scratch.write(smallLetter(), as: "letter.md")
    let run = try await letterpdf(
      "render", "letter.md", "--layout", "own.yaml", in: scratch.folder)
    #expect(run.ending == .exit(1))
    #expect(
      run.errorText.hasPrefix("own.yaml:2:40: error: the licence of the font own.otf"), "\(run)")
  }
}
