import Foundation
import Proofing
import Testing

/// Images among words, in whole letters.
struct InlineImageLetterTests {
  static let mark =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"40\">"
    + "<circle cx=\"30\" cy=\"20\" r=\"18\" fill=\"#8a1538\"/></svg>"

  static func letter(_ body: String) -> String {
    "---\nlayout: kl\ndate: 2024-03-11\nsubject: Prøve\n---\n\(body)\n"
  }

  static let everywhere = """
    Tekst ![Symbol](mark.svg){height=3mm} tekst,[^1] se [![Pil](mark.svg) kl.dk](https://kl.dk)
    og [[her ![Arrow](mark.svg)]{lang=en}](https://kl.dk/a).

    - ![Punkt](mark.svg) et

    ## Overskrift ![Mærke](mark.svg)

    | Post ![Hoved](mark.svg) | Tal |
    | --- | --- |
    | ![Celle](mark.svg) | 1 |

    **Navn ![Navn](mark.svg)**:: Ida

    [^1]: En note ![Note](mark.svg) her.
    """

  @Test func `Images stand in the reading order of their words, within the standards`()
    async throws
  {
    for (standard, flavours) in [("a-2a+ua-1", "2a,ua1"), ("a-4+ua-2", "4,ua2")] {
      let set = try await SetLetter(
        Self.letter(Self.everywhere), "--standard", standard,
        files: ["mark.svg": Array(Self.mark.utf8)])
      #expect(set.run.ending == .exit(0), "\(set.run)")
      let path = set.scratch.path("letter.pdf")
      let judged = try await judge("Tests/verapdf", flavours, path)
      #expect(judged.ending == .exit(0), "\(judged.output)\(judged.errorText)")
      let tree = try await output(of: "pdfinfo", "-struct-text", path)
      #expect(tree.contains(/"Tekst "\s+Figure[^"]+""\s+" tekst,"/))
      // Poppler leaves out the notes of PDF 2.0.
      let seen = tree.components(separatedBy: "/Placement /Inline").count - 1
      #expect(seen == (flavours == "2a,ua1" ? 9 : 8))
    }
  }

  @Test func `A line has no room for a caption, and wants its images described`() async throws {
    let faults = [
      ("![a](mark.svg \"Titel\")", "which has no room for its caption"),
      ("![a](mark.svg){align=left}", "where align means nothing"),
      ("![](mark.svg)", "an image has no alternative text"),
      ("![a](nej.svg)", "there is no image \"nej.svg\""),
    ]
    for (written, message) in faults {
      let set = try await SetLetter(
        Self.letter("Tekst \(written) tekst."), files: ["mark.svg": Array(Self.mark.utf8)])
      #expect(set.run.ending == .exit(1), "\(written)")
      #expect(set.run.errorText.contains(message), "\(set.run.errorText)")
    }
  }

  @Test func `Dump and picture show them`() async throws {
    let letter = Self.letter("Tekst ![Symbol](mark.svg){height=2mm} tekst.")
    let files = ["mark.svg": Array(Self.mark.utf8)]
    let dump = try await SetLetter(letter, "--dump", "-o", "-", files: files)
    #expect(
      dump.run.output.contains(/image x [\d.]+ y [\d.]+ width 3.0 height 2.0  P\/Figure  mark.svg/))
    let drawn = try await SetLetter(letter, "-o", "letter.svg", "--format", "svg", files: files)
    let page = try String(decoding: drawn.scratch.read("letter-1.svg"), as: UTF8.self)
    #expect(page.contains(/54\.1\d*%, ?8\.2\d*%, ?21\.9/))
  }
}
