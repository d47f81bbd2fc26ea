import Foundation
import Proofing
import Testing

/// An office brings its own fonts: files beside the layout, of every kind.
struct OwnFontTests {
  /// Puts an installed font beside a layout that uses it, and sets a real letter.
  func render(family: String, style: String = "", more: String = "") async throws -> (
    run: Run, scratch: Scratch
  ) {
    let scratch = try Scratch()
    let found = try await Run("fc-match", ["-f", "%{file}", family])
    let file = URL(filePath: found.output)
    try FileManager.default.copyItem(
      at: file, to: scratch.folder.appending(path: file.lastPathComponent))
    try scratch.write(
      """
      extends: kl
      fonts: {text: \(family), files: [\(file.lastPathComponent)]}
      \(more)
      """, as: "own.yaml")
    let letter = try Project.text("Examples/kl-2024.md").replacing("## ", with: "")
    try scratch.write(letter, as: "letter.md")
    let run = try await letterpdf(
      "render", "letter.md", "--layout", "own.yaml", "-o", "out.pdf", in: scratch.folder)
    return (run, scratch)
  }

  @Test(arguments: [("Linux Libertine O", "CID Type 0C"), ("Inter", "CID TrueType")])
  func `CFF and variable fonts are embedded, and the file keeps its standards`(
    family: String, kind: String
  ) async throws {
    let (run, scratch) = try await render(family: family)
    #expect(run.ending == .exit(0), "\(run)")
    let fonts = try await Run("pdffonts", [scratch.path("out.pdf")]).output
    #expect(fonts.contains(kind))
    #expect(!fonts.contains("Liberation"))
    let text = try await Run("pdftotext", [scratch.path("out.pdf"), "-"]).output
    #expect(text.contains("Kære borgmestre og kommunalbestyrelsesmedlemmer"))
    let check = try await Run(
      Project.python,
      [Project.path("Tests/pdfcheck"), scratch.path("out.pdf")])
    #expect(check.ending == .exit(0), "\(check.output)")
  }

  @Test func `A missing style is an error, never a thickened regular`() async throws {
    let (run, _) = try await render(
      family: "Linux Libertine O", more: "styles: {opening: {weight: 900}}")
    #expect(run.ending == .exit(1))
    #expect(
      run.errorText.contains(
        "error: the font \"Linux Libertine O\" has no upright face of weight 900"))
  }
}
