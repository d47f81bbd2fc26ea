import Foundation
import Proofing
import Testing

/// What a letter of PDF 2.0 claims over enclosures, whose tags come in as those of PDF 1.7.
struct EnclosureClaimTests {
  @Test(arguments: [
    ("Ord[^1].\n\n[^1]: Note", "a-4+ua-2", Int32(1)), ("Ord[^1].\n\n[^1]: Note", "a-4", 0),
    ("Ord.\n\n- et\n- to", "a-4+ua-2", 0), ("Telefon:: 33", "a-4+ua-2", 0),
  ])
  func `An enclosure with notes is not claimed to be PDF/UA-2`(
    body: String, standard: String, code: Int32
  ) async throws {
    let scratch = try Scratch()
    try scratch.write(smallLetter(body: body), as: "enclosed.md")
    let head = "layout: kl\ndate: 2024-03-11\nsubject: Prøve\n"
    try scratch.write(
      "---\n\(head)enclosures: [{title: Bilag, file: enclosed.pdf}]\n---\nTekst.\n",
      as: "letter.md")
    let first = try await letterpdf("render", "enclosed.md", in: scratch.folder)
    try #require(first.ending == .exit(0), "\(first)")
    let run = try await letterpdf(
      "render", "letter.md", "--standard", standard, in: scratch.folder)
    #expect(run.ending == .exit(code), "\(run)")
    #expect(run.errorText.contains("does not meet a-4+ua-2") == (code == 1))
    if code == 0 && standard.hasSuffix("ua-2") {
      let verdict = try await judge(
        Project.path("Tests/verapdf"), "ua2", scratch.folder.appending(path: "letter.pdf").path)
      #expect(verdict.ending == .exit(0), "\(verdict)")
    }
  }
}
