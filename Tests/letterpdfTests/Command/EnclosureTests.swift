import Foundation
import Proofing
import Testing

/// What the program tells of enclosures that keep a letter from its standard.
struct EnclosureTests {
  static let head = """
    layout: brev
    date: 2024-03-11
    title: Prøve
    to: Jens Hansen
    enclosures: [{title: Kort, file: kort.pdf}]
    """

  /// A page that is a picture, made by ghostscript, without tags.
  func picture() async throws -> [UInt8] {
    let scratch = try Scratch()
    try scratch.write("%!\n0 0 1 setrgbcolor 0 0 99 99 rectfill showpage", as: "a.ps")
    _ = try await output(
      of: "gs", "-q", "-sDEVICE=pdfwrite", "-o", scratch.path("a.pdf"), scratch.path("a.ps"))
    return try #require(scratch.bytes("a.pdf"))
  }

  @Test func `By default an enclosure without tags is a warning, also in the report`() async throws
  {
    let set = try await SetLetter(
      smallLetter(head: Self.head), "--report", "json", files: ["kort.pdf": try await picture()])
    #expect(set.run.ending == .exit(0))
    let words = """
      letter.md:6:34: warning: with “kort.pdf” the PDF does not meet a-2a+ua-1: it has no tags
      """
    #expect(set.run.errorText.hasPrefix(words))
    #expect(set.run.output.contains("\"severity\" : \"warning\""))
    #expect(set.run.output.contains("it has no tags"))
    #expect(set.pdf != nil)
  }

  @Test func `Under a standard that is asked for it is an error, and nothing is written`()
    async throws
  {
    let files = ["kort.pdf": try await picture()]
    let set = try await SetLetter(
      smallLetter(head: Self.head), "--standard", "a-2a+ua-1", "--report", "json", files: files)
    #expect(set.run.ending == .exit(1))
    #expect(set.run.errorText.contains("error: with “kort.pdf” the PDF does not meet a-2a+ua-1"))
    #expect(set.run.output.contains("\"severity\" : \"error\""))
    #expect(set.pdf == nil)
    for standard in ["a-2u", "a-2b", "none"] {
      let fitting = try await SetLetter(
        smallLetter(head: Self.head), "--standard", standard, files: files)
      #expect(fitting.run.ending == .exit(0))
      #expect(fitting.run.errorText == "")
    }
  }

  @Test func `A letter of our own with attachments is enclosed without a warning`() async throws {
    let inner = try await SetLetter(smallLetter(), "--attach-source")
    let set = try await SetLetter(
      smallLetter(head: Self.head), files: ["kort.pdf": try #require(inner.pdf)])
    #expect(set.run.ending == .exit(0))
    #expect(set.run.errorText == "")
  }
}
