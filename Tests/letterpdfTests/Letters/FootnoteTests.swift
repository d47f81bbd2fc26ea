import Foundation
import Proofing
import Testing

/// Footnotes stand once, and whole, however long they are.
struct FootnoteTests {
  func text(_ body: String) async throws -> String {
    let scratch = try Scratch()
    let head = "---\nlayout: kl\ndate: 2024-03-11\nto: Anna\n---\n"
    try scratch.write(head + body, as: "letter.md")
    let run = try await letterpdf("render", "letter.md", "-o", "out.pdf", in: scratch.folder)
    #expect(run.ending == .exit(0), "\(run)")
    return try await Run("pdftotext", ["-layout", scratch.path("out.pdf"), "-"]).output
  }

  @Test func `A note that is referred to twice is set once`() async throws {
    let text = try await text("Her[^a] og igen[^a].\n\n[^a]: Kun en gang.\n")
    #expect(text.components(separatedBy: "Kun en gang.").count == 2)
  }

  @Test func `A note longer than the letter goes on over pages of its own`() async throws {
    let words = (1...1500).map { "nr\($0)" }
    let text = try await text("Her[^a].\n\n[^a]: " + words.joined(separator: " ") + " slut.\n")
    let found = text.split { " \n\u{C}".contains($0) }.filter { $0.hasPrefix("nr") }
    #expect(found.map(String.init) == words)
    #expect(text.contains("slut."))
    #expect(text.contains("Side 2 af "))
  }
}
