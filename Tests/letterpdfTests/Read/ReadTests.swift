import Foundation
import Proofing
import Testing

/// What is heard of letters and PDFs, from the command line.
struct ReadTests {
  @Test(arguments: Project.examples)
  func `What is heard of an example is its golden`(example: String) async throws {
    let run = try await letterpdf("read", Project.path("Examples/\(example).md"))
    #expect(run.ending == .exit(0), "\(run)")
    // Nothing but a picture or a table with its caption.
    #expect(!run.output.contains(/(?m)^ *section\n(?! *(picture|table))/), "one without a name")
    try expectGolden(TextGolden(run.output), "\(example).read.txt")
  }

  @Test func `A letter is heard as its PDF is, from a file and from standard input`() async throws {
    let set = try await SetLetter(example: "brev")
    try #require(set.run.ending == .exit(0), "\(set.run)")
    let ofLetter = try await letterpdf("read", Project.path("Examples/brev.md"))
    let ofPDF = try await letterpdf("read", set.scratch.path("letter.pdf"))
    #expect(ofPDF.ending == .exit(0), "\(ofPDF)")
    #expect(ofPDF.output == ofLetter.output && !ofPDF.output.isEmpty)
    let piped = try await letterpdf(
      ["read", "-"], input: Array(try Project.text("Examples/brev.md").utf8))
    #expect(piped.output == ofLetter.output, "\(piped)")
  }

  @Test func `The kind of a call-out is heard, in the letter's language`() async throws {
    let scratch = try Scratch()
    try scratch.write(
      "---\nlayout: brev\ndate: 2026-05-01\n---\n> [!warning] Frist\n> Svar nu.\n", as: "letter.md")
    for (language, kind) in [("da", "Advarsel"), ("de", "Warnung"), ("nn", "Åtvaring")] {
      let run = try await letterpdf(
        "read", "letter.md", "--language", language, in: scratch.folder)
      #expect(
        run.output.contains("group “\(kind): Frist”\n  paragraph   Frist\n  paragraph   Svar nu."),
        "\(run)")
    }
    let page = try await letterpdf(
      "render", "letter.md", "--format", "html", "-o", "-", in: scratch.folder)
    #expect(
      page.output.contains(#"<div class="callout" role="note" aria-label="Advarsel: Frist">"#))
  }

  @Test func `A letter is read in the layout and language that are asked for`() async throws {
    let scratch = try Scratch()
    try scratch.write("---\nlayout: brev\nclosing: Yours\n---\nSee p. 4.\n", as: "letter.md")
    let run = try await letterpdf(
      ["read", "letter.md", "--layout", "kl", "--language", "en", "--date", "2026-05-01"],
      in: scratch.folder)
    #expect(run.ending == .exit(0), "\(run)")
    #expect(
      run.output == """
        title     Letter, 1 May 2026
        language  en

        section “References”
          list, 1 item
            item “Date:”  1 May 2026
        paragraph   See [p. = page] 4.
        paragraph   Yours
        section “Contact”
          paragraph   Weidekampsgade 10
          paragraph   Postboks 3370
          paragraph   2300 København S
          paragraph   [link: www.kl.dk]

        """)
    #expect(scratch.names == ["letter.md"])
  }

  @Test func `What cannot be read is told`() async throws {
    let scratch = try Scratch()
    try scratch.write(HandmadePDF.page("0 g").bytes, as: "plain.pdf")
    try scratch.write("no PDF", as: "broken.pdf")
    try scratch.write("---\nlayout: brev\nfoo: 1\n---\nEt.\n", as: "letter.md")
    for (file, code, words) in [
      ("plain.pdf", 1, "\"plain.pdf\" has no tags, so nothing says in which order it is read"),
      ("broken.pdf", 1, "\"broken.pdf\" cannot be read"), ("letter.md", 1, "unknown key \"foo\""),
      ("nothing.md", 1, "nothing.md"),
    ] {
      let run = try await letterpdf(["read", file], in: scratch.folder)
      #expect(run.ending == .exit(Int32(code)), "\(file): \(run)")
      #expect(run.errorText.contains(words) && run.output.isEmpty, "\(file): \(run)")
    }
    let date = try await letterpdf(["read", "letter.md", "--date", "1. maj"], in: scratch.folder)
    #expect(date.ending == .exit(2), "\(date)")
  }

  @Test func `The commands of the page run, and its options are those of the program`() async throws
  {
    let scratch = try Scratch()
    try scratch.write(smallLetter(), as: "letter.md")
    let page = try Project.text("Docs/read-aloud.md")
    let commands = page.matches(of: /```sh\n((?s).*?)```/).map { String($0.output.1) }.joined()
    #expect(commands.contains("letterpdf read"))
    let path = Project.program.deletingLastPathComponent().path
    let run = try await Run(
      "bash", ["-euc", "PATH=\"\(path):$PATH\"\n" + commands], in: scratch.folder)
    #expect(run.ending == .exit(0), "\(run)")
    let help = try await letterpdf("help", "read").output
    let options = Set(help.matches(of: /--[a-z-]+/).map { String($0.output) })
      .subtracting(["--help", "--version", "--resources"])
    #expect(options == ["--layout", "--date", "--language", "--locale"])
    for option in options { #expect(page.contains("`\(option)"), "\(option)") }
  }
}
