import Foundation
import Proofing
import Testing

/// Where links lead can be read on paper, if the layout asks for it.
struct PrintedLinkTests {
  let letter = """
    ---
    layout: own.yaml
    date: 2024-03-11
    ---
    Læs mere [på siden](https://www.kl.dk/nyheder), og skriv til <kl@kl.dk>.[^1]

    [^1]: Hele døgnet.
    """

  func text(_ form: String, _ purpose: String) async throws -> String {
    let scratch = try Scratch()
    try scratch.write("extends: kl\nprinted-links: \(form)\n", as: "own.yaml")
    try scratch.write(letter, as: "letter.md")
    let run = try await letterpdf(
      "render", "letter.md", "--layout", "own.yaml", "--for", purpose, "-o", "out.pdf",
      in: scratch.folder)
    #expect(run.ending == .exit(0), "\(run)")
    return try await Run("pdftotext", ["-layout", scratch.path("out.pdf"), "-"]).output
  }

  @Test func `In brackets after the link`() async throws {
    let text = try await text("brackets", "print")
    #expect(text.contains("på siden (https://www.kl.dk/nyheder), og skriv til kl@kl.dk."))
  }

  @Test func `As a footnote, numbered with the author's own`() async throws {
    let text = try await text("footnotes", "print")
    #expect(text.contains("på siden1"))
    #expect(text.contains("kl@kl.dk.2"))
    #expect(text.contains("https://www.kl.dk/nyheder"))
  }

  @Test func `Not where links can be followed`() async throws {
    #expect(try await !text("brackets", "digital-post").contains("https://"))
  }
}
