import Foundation
import Proofing
import Testing

@testable import Typeset

/// Fonts that stand beside a layout: PostScript outlines, variable ones, missing ones.
@Suite struct OwnFontsTests {
  /// A letter in a layout of its own, with the fonts of `Tests/Fonts` beside it.
  private func compose(
    _ fonts: String, _ body: String = "Et **fedt** ord."
  ) throws -> (letter: ComposedLetter, scratch: Scratch) {
    let scratch = try Scratch()
    for name in [
      "ProofSerifless-Regular.otf", "ProofSerifless-Bold.otf", "ProofVariable[wght].ttf",
    ] {
      let data = try Data(contentsOf: Project.root.appending(path: "Tests/Fonts/\(name)"))
      _ = try scratch.write(data, as: name)
    }
    _ = try scratch.write("extends: brev\nname: Own\nfonts: \(fonts)\n", as: "own.yaml")
    let text = "---\nlayout: own.yaml\ndate: 2026-03-02\nsubject: Skrift\n---\n\(body)\n"
    let letter = try composedLetter(
      SourceFile(name: "letter.md", text: text), in: scratch.folder.path)
    return (letter, scratch)
  }

  /// The width of a word of the body, in points.
  private func width(of word: String, _ composition: Composition) -> Double? {
    for placed in composition.pages.first?.frame.items ?? [] {
      guard case .line(let line) = placed.item else { continue }
      for run in line.runs where run.item.text.contains(word) {
        return run.item.glyphs.reduce(0) { $0 + $1.advance.points }
      }
    }
    return nil
  }

  @Test func `A font with PostScript outlines is set and embedded to the standard`() async throws {
    let (letter, scratch) = try compose(
      "{text: Proof Serifless, files: [ProofSerifless-Regular.otf, ProofSerifless-Bold.otf]}")
    // The fonts are still read while the file is written.
    let file = try withExtendedLifetime(scratch) {
      try FileOnDisk(try letter.pdf().bytes)
    }
    #expect(try await file.breaches() == [])
  }

  @Test func `A variable font is set in its own weights and embedded to the standard`() async throws
  {
    let fonts = "{text: Proof Variable, files: [\"ProofVariable[wght].ttf\"]}"
    let (letter, scratch) = try compose(fonts, "Et **fedt** ord.")
    // The fonts are still read while the file is written.
    let file = try withExtendedLifetime(scratch) {
      try FileOnDisk(try letter.pdf().bytes)
    }
    #expect(try await file.breaches() == [])
    let bold = try #require(width(of: "fedt", letter.composition))
    let regular = try #require(width(of: "fedt", try compose(fonts, "fedt").letter.composition))
    #expect(abs(bold / regular - 1.08) < 0.01)
  }

  @Test func `A style that a font lacks is refused, not imitated`() {
    let told = messages {
      _ = try compose(
        "{text: Proof Serifless, files: [ProofSerifless-Regular.otf, ProofSerifless-Bold.otf]}",
        "Et *skråt* ord.")
    }
    #expect(
      told == [
        "3:15 the font \"Proof Serifless\" has no italic face of weight 400 | "
          + "add the missing file, or choose another weight or family in the layout"
      ])
  }

  @Test func `A font file that is not there is told where it is named`() {
    let told = messages { _ = try compose("{text: Proof Serifless, files: [Profo.otf]}") }
    #expect(
      told == [
        "3:40 there is no font file \"Profo.otf\" | "
          + "check its name, and that it stands beside the layout"
      ])
  }
}
