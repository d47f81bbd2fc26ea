import Foundation
import Proofing
import Testing

/// What a program needs that hands over letters on standard input and reads reports.
struct IntegratorTests {
  private struct Report: Decodable {
    struct Problem: Decodable {
      let message: String
      let pointer: String?
      let hints: [String]
    }
    let ok: Bool
    let pages: Int
    let diagnostics: [Problem]
  }

  private func report(_ bytes: some Sequence<UInt8>) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(bytes))
  }

  private let letter = #"{"layout": "kl", "date": "2024-03-11", "body": "Hej"}"#

  // MARK: The report in a file

  @Test func `The report has a file while the letter goes to standard output`() async throws {
    let scratch = try Scratch()
    let run = try await letterpdf(
      "render", "-", "-o", "-", "--report-to", "report.json", in: scratch.folder,
      input: Array(letter.utf8))
    #expect(run.ending == .exit(0), "\(run)")
    #expect(run.outputBytes.starts(with: Array("%PDF-".utf8)))
    let told = try report(scratch.read("report.json"))
    #expect(told.ok && told.pages == 1)
  }

  @Test func `It is written of a letter at fault, and of wrong usage`() async throws {
    let scratch = try Scratch()
    for (words, json, code) in [
      (["render", "-"], #"{"layout": "kl", "date": "2024-02-30", "body": ""}"#, Int32(1)),
      (["render", "-", "--dpi", "1"], letter, 2), (["render", "-", "--reprot", "json"], letter, 2),
      (["render"], letter, 2),
    ] {
      try? FileManager.default.removeItem(atPath: scratch.path("r.json"))
      let run = try await letterpdf(
        words + ["--report-to", "r.json"], in: scratch.folder, input: Array(json.utf8))
      #expect(run.ending == .exit(code), "\(words)")
      #expect(run.outputBytes.isEmpty)
      let told = try report(scratch.read("r.json"))
      #expect(!told.ok && !told.diagnostics.isEmpty, "\(words)")
    }
  }

  @Test func `It is written over nothing that the letter is made of or becomes`() async throws {
    let scratch = try Scratch()
    try scratch.write(letter, as: "letter.json")
    try scratch.write("{}", as: "data.json")
    for (words, name) in [
      (["--report-to", "letter.json"], "letter.json"),
      (["-o", "a.pdf", "--report-to", "a.pdf"], "a.pdf"),
      (["--data", "data.json", "--report-to", "data.json"], "data.json"),
      (["--dpi", "1", "--report-to", "letter.json"], "letter.json"),
      (["--no-such", "--report-to", "letter.json"], "letter.json"),
      (["--no-such", "--report-to=letter.json"], "letter.json"),
    ] {
      let before = scratch.bytes(name)
      let run = try await letterpdf(["render", "letter.json"] + words, in: scratch.folder)
      #expect(run.ending == .exit(1) || run.ending == .exit(2), "\(words)")
      if name != "a.pdf" { #expect(scratch.bytes(name) == before, "\(words)") }
    }
  }

  // MARK: Wrong usage

  @Test(arguments: [
    (["render"], "Missing expected argument '<letter>'"),
    (["render", "a.md", "--reprot", "x"], "Unknown option '--reprot'. Did you mean '--report'?"),
    (["render", "a.md", "--resources", "no"], "the resources folder \"no\" has no Fonts"),
    (["merge", "a.md", "--recipients", "a.csv"], "the letters have nowhere to go"),
    (["compare", "a.pdf"], "Missing expected argument '<expected>'"),
    (["check", "a.pdf", "--window", "x"], "--window"),
  ])
  func `Wrong usage is told as JSON where a report is asked for`(
    words: [String], message: String
  ) async throws {
    for form in [["--report", "json"], ["--report=json"]] {
      let run = try await letterpdf(words + form)
      #expect(run.ending == .exit(2))
      #expect(!run.errorText.isEmpty)
      let told = try report(run.outputBytes)
      #expect(!told.ok && told.pages == 0)
      #expect(told.diagnostics.first?.message.contains(message) == true, "\(told)")
    }
    #expect(try await letterpdf(words).outputBytes.isEmpty)
  }

  // MARK: Letters as JSON

  @Test func `A list of letters is told from one`() async throws {
    for list in ["[\(letter)]", " [\n { \"layout\": \"kl\" }, {} ]"] {
      let run = try await letterpdf("render", "-", input: Array(list.utf8))
      #expect(run.ending == .exit(1))
      #expect(run.errorText.contains("error: one letter is wanted, this is a list"))
      #expect(run.errorText.contains("hint: use letterpdf merge"))
    }
    // What begins like a list in Markdown is text.
    let text = try await letterpdf(
      "render", "-", "--layout", "kl", "--date", "2024-03-11",
      input: Array("[{x}](https://www.kl.dk)\n".utf8))
    #expect(text.ending == .exit(0), "\(text)")
  }

  @Test func `What is wrong with a letter in JSON has its pointer`() async throws {
    let scratch = try Scratch()
    let run = try await letterpdf(
      "render", "-", "-o", "a.pdf", "--report", "json", in: scratch.folder,
      input: Array(
        #"{"layout": "kl", "date": "2024-02-30", "signatures": [{"name": "A"}, {"nam": "B"}]}"#.utf8
      ))
    #expect(
      try report(run.outputBytes).diagnostics.map(\.pointer) == ["/date", "/signatures/1/nam"])
    let markdown = try await letterpdf(
      "render", "-", "-o", "a.pdf", "--report", "json", in: scratch.folder,
      input: Array("---\ndate: 2024-02-30\n---\nHej\n".utf8))
    #expect(try report(markdown.outputBytes).diagnostics.allSatisfy { $0.pointer == nil })
  }

  // MARK: Images of a letter on standard input

  @Test func `They lie in the folder that is given, and in no other`() async throws {
    let scratch = try Scratch()
    let dot =
      "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M0 0h9v9z'/></svg>"
    try scratch.write(dot, as: "pictures/dot.svg")
    try scratch.write(dot, as: "dot.svg")
    let json = #"{"layout": "kl", "date": "2024-03-11", "body": "Hej\n\n![En prik](dot.svg)"}"#
    func render(_ words: String...) async throws -> Run {
      try await letterpdf(
        ["render", "-", "-o", "a.pdf"] + words, in: scratch.folder, input: Array(json.utf8))
    }
    let alone = try await render()
    #expect(alone.ending == .exit(1))
    #expect(
      alone.errorText.contains(
        "error: \"dot.svg\" has no folder, for the letter is on standard input"))
    #expect(alone.errorText.contains("hint: give the folder with --base"))
    #expect(try await render("--base", "pictures").ending == .exit(0))
    #expect(try await render("--base", ".").ending == .exit(0))
    let elsewhere = try await render("--base", "nowhere")
    #expect(elsewhere.errorText.contains("there is no image \"dot.svg\""))
  }

  // MARK: Versions

  @Test func `The libraries' versions are told when they are asked for`() async throws {
    let plain = try await letterpdf("--version").output
    for words in [["--version", "--verbose"], ["--verbose", "--version"]] {
      let run = try await letterpdf(words)
      #expect(run.ending == .exit(0))
      let lines = run.output.split(separator: "\n")
      #expect(lines.first == "letterpdf \(plain.dropLast())")
      for name in [
        "pango", "harfbuzz", "fontconfig", "glib", "cmark-gfm", "libyaml", "libdeflate", "libdmtx",
        "libarchive", "libcrypto", "cairo", "qpdf", "librsvg",
      ] {
        #expect(
          lines.contains {
            $0.wholeMatch(of: /\S+ [0-9]+\.[0-9.a-z]+/) != nil && $0.hasPrefix(name + " ")
          }, "\(name)")
      }
    }
  }
}
