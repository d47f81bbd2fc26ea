import Foundation
import Proofing
import Testing

/// What `letterpdf render` reads and writes.
struct RenderTests {
  @Test func `The PDF stands beside the letter unless another place is given`() async throws {
    let set = try await SetLetter()
    #expect(set.run.ending == .exit(0))
    #expect(set.scratch.names == ["letter.md", "letter.pdf"])
    #expect(set.run.outputBytes.isEmpty)
    #expect(set.run.errorText.isEmpty)
    let elsewhere = try await SetLetter(smallLetter(), "-o", "Brev æøå.pdf")
    #expect(elsewhere.run.ending == .exit(0))
    #expect(elsewhere.scratch.names == ["Brev æøå.pdf", "letter.md"])
  }

  @Test func `A dash is standard input and standard output`() async throws {
    let set = try await SetLetter()
    let piped = try await letterpdf("render", "-", input: Array(smallLetter().utf8))
    #expect(piped.ending == .exit(0))
    #expect(piped.outputBytes == set.pdf)
    let written = try await letterpdf(
      "render", "-", "-o", "a.pdf", in: set.scratch.folder, input: Array(smallLetter().utf8))
    #expect(written.ending == .exit(0))
    #expect(set.scratch.bytes("a.pdf") == set.pdf)
  }

  @Test func `A JSON object is the same letter`() async throws {
    let json = """
      {"layout": "kl", "date": "2024-03-11", "subject": "Pr\\u00f8ve", "body": "Kære alle\\n"}
      """
    let run = try await letterpdf("render", "-", input: Array(json.utf8))
    #expect(run.ending == .exit(0))
    #expect(run.outputBytes == (try await SetLetter()).pdf)
  }

  @Test func `The command line comes before the letter's head`() async throws {
    let bare = try await SetLetter(
      smallLetter(head: "subject: Test"), "--layout", "kl", "--date", "2024-03-11", "--language",
      "en")
    #expect(bare.run.ending == .exit(0))
    let text = try await bare.text()
    #expect(text.contains("Date: 11 March 2024"))
    #expect(text.contains("Page 1 of 1"))
    let over = try await SetLetter(smallLetter(), "--date", "2020-02-29")
    #expect(try await over.text().contains("Dato: 29. februar 2020"))
  }

  /// The plainest command lines are read without swift-argument-parser, all others by it.
  @Test(arguments: [
    ["--date", "2020-02-29"], ["--layout", "brev", "--language", "en"], ["-o", "other.pdf"],
    ["--output", "other.pdf", "--resources", Project.path("")],
    ["second.md"], ["-o", "a.pdf", "-o", "b.pdf"], ["-o"], ["-o", ""], ["--date", "-1"],
    ["--layout", "no such"], ["--date", "today"], ["--resources", "/nonexistent"],
  ])
  func `A command line means the same with an option more that changes nothing`(
    options: [String]
  ) async throws {
    let plain = try await SetLetter(smallLetter(), options)
    let parsed = try await SetLetter(smallLetter(), ["--for", "digital-post"] + options)
    #expect(plain.run.ending == parsed.run.ending)
    #expect(plain.run.errorText == parsed.run.errorText)
    #expect(plain.scratch.names == parsed.scratch.names)
    for name in plain.scratch.names {
      #expect(plain.scratch.bytes(name) == parsed.scratch.bytes(name))
    }
  }

  @Test func `Pages come as PNG pictures, a file a page, at the resolution asked for`()
    async throws
  {
    let scratch = try Scratch()
    let run = try await letterpdf(
      "render", Project.path("Examples/kl-2024.md"), "--format", "png", "--dpi", "72", "-o",
      "side.png", in: scratch.folder)
    #expect(run.ending == .exit(0))
    #expect(scratch.names == ["side-1.png", "side-2.png"])
    for name in scratch.names {
      let picture = try Picture(png: scratch.path(name))
      #expect(abs(picture.width - 595) <= 1 && abs(picture.height - 842) <= 1)
      #expect(Set(picture.pixels).count > 10, "the picture is empty")
    }
  }

  @Test func `Pages come as SVG drawings, a file a page`() async throws {
    let scratch = try Scratch()
    let run = try await letterpdf(
      "render", Project.path("Examples/kl-2024.md"), "--format", "svg", "-o", "side.svg",
      in: scratch.folder)
    #expect(run.ending == .exit(0))
    #expect(scratch.names == ["side-1.svg", "side-2.svg"])
    for name in scratch.names {
      let drawing = String(decoding: scratch.bytes(name) ?? [], as: UTF8.self)
      #expect(drawing.contains("<svg "))
      #expect(drawing.hasSuffix("</svg>\n"))
      #expect(drawing.contains("<use ") || drawing.contains("<path "))
    }
  }

  @Test func `The dump tells every line with its place`() async throws {
    let run = try await letterpdf(
      "render", "-", "--dump", input: Array(smallLetter().utf8))
    #expect(run.output.hasPrefix("page 1 of 1  210.0 x 297.0\n"))
    let line =
      /\n  body x [\d.]+ baseline [\d.]+ width [\d.]+  P  LiberationSans-Regular 10  Kære alle\n/
    #expect(run.output.contains(line))
  }

  @Test func `The version is told`() async throws {
    let run = try await letterpdf("--version")
    #expect(run.ending == .exit(0))
    #expect(run.output.split(separator: ".").count == 3)
  }
}
