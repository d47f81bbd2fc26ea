import Foundation
import Proofing
import Testing

/// What an ordinary letter may hold is set, not refused.
struct OrdinaryLetterTests {
  private func image() throws -> [UInt8] {
    let scratch = try Scratch()
    try Picture(width: 40, height: 30, fill: 0x80).write(png: scratch.path("a.png"))
    return scratch.bytes("a.png") ?? []
  }

  @Test(arguments: ["none", "a-2b"])
  func `An image needs no words where no one is promised to hear them`(standard: String)
    async throws
  {
    let body = "Tekst\n\n![](a.png)"
    let set = try await SetLetter(
      smallLetter(body: body), ["--standard", standard], files: ["a.png": try image()])
    #expect(set.run.ending == .exit(0), "\(set.run)")
    let picture = try await SetLetter(
      smallLetter(body: body), ["--format", "png"], files: ["a.png": try image()])
    #expect(picture.run.ending == .exit(0))
  }

  @Test(arguments: ["a-2a+ua-1", "a-3a", "ua-1", "a-4+ua-2"])
  func `Elsewhere it does, and is told where it stands`(standard: String) async throws {
    let set = try await SetLetter(
      smallLetter(body: "Tekst\n\n![](a.png)"), ["--standard", standard],
      files: ["a.png": try image()])
    #expect(set.run.ending == .exit(1))
    #expect(
      set.run.errorText.hasPrefix("letter.md:9:1: error: an image has no alternative text"),
      "\(set.run)")
  }

  @Test(arguments: [
    ("da-DK", "11. marts 2024", "Sags ID: 1", "da-DK"), ("en-GB", "11 March 2024", "Case", "en-GB"),
    ("de-at", "11. März 2024", "", "de-AT"), ("en-Latn-gb", "11 March 2024", "", "en-Latn-GB"),
  ])
  func `A language may have a region, which the PDF keeps`(
    language: String, date: String, word: String, tag: String
  ) async throws {
    let head = smallHead + "\nlanguage: \(language)\ncase-id: 1"
    let set = try await SetLetter(smallLetter(head: head))
    #expect(set.run.ending == .exit(0), "\(set.run)")
    #expect(set.run.errorText.isEmpty)
    let text = try await set.text()
    #expect(text.contains(date) && (word.isEmpty || text.contains(word)), "\(text)")
    let pdf = try await Run(
      "qpdf", ["--qdf", "--object-streams=disable", set.scratch.path("letter.pdf"), "-"])
    #expect(String(decoding: pdf.outputBytes, as: UTF8.self).contains("/Lang (\(tag))"))
    let given = try await SetLetter(
      smallLetter(head: smallHead + "\ncase-id: 1"), "--language", language)
    #expect(given.pdf == set.pdf)
  }

  @Test(arguments: ["xx-DK", "../da", "zz"])
  func `A language that is not there is told with those that are`(language: String) async throws {
    let set = try await SetLetter(smallLetter(), "--language", language)
    #expect(set.run.ending == .exit(1))
    #expect(
      set.run.errorText.hasPrefix("error: there is no language \"\(language.lowercased())\"\n"))
    #expect(set.run.errorText.contains("hint: write da, de, en, "))
  }

  @Test func `A region does not cost a word its divisions`() async throws {
    let body = String(
      repeating: "Kommunalbestyrelsesmedlemmernes økonomiforhandlinger ", count: 12)
    func dump(_ language: String) async throws -> String {
      try await letterpdf(
        "render", "-", "--dump", "--language", language,
        input: Array(smallLetter(body: body).utf8)
      ).output
    }
    #expect(try await dump("da-DK") == dump("da"))
  }

  @Test func `A linked image is a figure in a link with its annotation`() async throws {
    let body = "Tekst\n\n[![Et kort](a.png){width=30mm}](https://kl.dk/kort)"
    let set = try await SetLetter(smallLetter(body: body), files: ["a.png": try image()])
    #expect(set.run.ending == .exit(0), "\(set.run)")
    let tree = try await Run(
      Project.path(".venv/bin/python"),
      [Project.path("Tests/pdfcheck"), "--tree", set.scratch.path("letter.pdf")]
    ).output
    #expect(tree.contains(/Link\s+Figure/), "\(tree)")
    let pdf = try await Run(
      "qpdf", ["--qdf", "--object-streams=disable", set.scratch.path("letter.pdf"), "-"])
    let words = String(decoding: pdf.outputBytes, as: UTF8.self)
    #expect(words.contains("/Contents (Et kort \\(https://kl.dk/kort\\))"))
    #expect(words.contains("/URI (https://kl.dk/kort)"))
    let check = try await Run(
      Project.path(".venv/bin/python"),
      [Project.path("Tests/pdfcheck"), set.scratch.path("letter.pdf"), "2a+ua"])
    #expect(check.ending == .exit(0), "\(check.output)")
  }

  @Test func `Where a linked image leads can be read on paper`() async throws {
    let scratch = try Scratch()
    try scratch.write("extends: kl\nprinted-links: brackets\n", as: "own.yaml")
    try scratch.write(try image(), as: "a.png")
    try scratch.write(
      smallLetter(body: "[![Et kort](a.png \"Kortet\")](https://kl.dk/kort/)"), as: "letter.md")
    let run = try await letterpdf(
      "render", "letter.md", "--layout", "own.yaml", "--for", "print", "--dump", "-o", "-",
      in: scratch.folder)
    #expect(run.output.contains("Kortet (https://kl.dk/kort)"), "\(run)")
  }

  @Test func `A drawing in Latin-1 is set`() async throws {
    let drawing = """
      <?xml version="1.0" encoding="ISO-8859-1"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="90" height="30">\
      <text x="5" y="20" font-family="Liberation Sans">Blå ø</text></svg>
      """
    let set = try await SetLetter(
      smallLetter(body: "Tekst\n\n![Ordene blå ø](a.svg)"),
      files: ["a.svg": drawing.unicodeScalars.map { UInt8($0.value) }])
    #expect(set.run.ending == .exit(0), "\(set.run)")
  }
}
