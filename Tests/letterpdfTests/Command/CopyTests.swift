import Foundation
import Proofing
import Testing

/// `--for print` is for ink, and each copy is what it would be alone.
struct CopyTests {
  private let links = """
    ---
    layout: own.yaml
    date: 2024-03-11
    ---
    ## Afsnit

    Læs mere [på siden](https://www.kl.dk/nyheder), og skriv til <kl@kl.dk>.[^1]

    [^1]: Hele døgnet.
    """

  private func scratch(_ layout: String) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(layout, as: "own.yaml")
    try scratch.write(links, as: "letter.md")
    return scratch
  }

  /// The operators of a PDF's pages, uncompressed.
  private func content(_ scratch: Scratch, _ name: String) async throws -> String {
    let run = try await Run(
      "qpdf", ["--qdf", "--object-streams=disable", scratch.path(name), "-"])
    return String(decoding: run.outputBytes, as: UTF8.self)
  }

  @Test(arguments: [
    "extends: kl\nprinted-links: brackets\n", "extends: brev\nprinted-links: footnotes\n",
    "extends: brev\n", "extends: kl\ncolors: {text: \"#1a1a1a\"}\n",
  ])
  func `A copy has the bytes of a file made for its purpose alone`(layout: String) async throws {
    let scratch = try scratch(layout)
    for (main, others) in [
      ("digital-post", ["print", "screen"]), ("print", ["screen", "digital-post"]),
    ] {
      let copies = others.flatMap { ["--also", "\($0)=also-\($0).pdf"] }
      let run = try await letterpdf(
        [
          "render", "letter.md", "--layout", "own.yaml", "--for", main, "--duplex", "-o",
          "main.pdf",
        ]
          + copies, in: scratch.folder)
      #expect(run.ending == .exit(0), "\(run)")
      for (purpose, name) in [(main, "main.pdf")] + others.map({ ($0, "also-\($0).pdf") }) {
        let alone = try await letterpdf(
          "render", "letter.md", "--layout", "own.yaml", "--for", purpose, "--duplex", "-o",
          "alone.pdf", in: scratch.folder)
        #expect(alone.ending == .exit(0))
        #expect(scratch.bytes(name) == scratch.bytes("alone.pdf"), "\(purpose) beside \(main)")
      }
    }
  }

  @Test(arguments: [["--for", "digital-post"], ["--for", "print"], ["--format", "svg"]])
  func `Pictures and text beside it have the bytes that they have alone`(
    main: [String]
  ) async throws {
    let scratch = try scratch("extends: kl\nprinted-links: brackets\n")
    func render(_ options: [String]) async throws {
      let run = try await letterpdf(
        ["render", "letter.md", "--layout", "own.yaml", "--dpi", "50"] + options,
        in: scratch.folder)
      #expect(run.ending == .exit(0), "\(run)")
    }
    try await render(
      main + ["-o", "main"]
        + ["dump=a.txt", "png=a.png", "svg=a.svg", "print=a.pdf"].flatMap { ["--also", $0] })
    let purpose = main[0] == "--for" ? main : []
    for (form, name) in [
      (["--dump"], "txt"), (["--format", "png"], "png"), (["--format", "svg"], "svg"),
      (["--for", "print"], "pdf"),
    ] {
      try await render((name == "pdf" ? [] : purpose) + form + ["-o", "alone.\(name)"])
      let page = ["png", "svg"].contains(name) ? "-1" : ""
      #expect(
        try scratch.read("a\(page).\(name)") == scratch.read("alone\(page).\(name)"), "\(name)")
    }
  }

  @Test func `A further text can go to standard output, and a further file over no other`()
    async throws
  {
    let scratch = try scratch("extends: kl\n")
    func render(_ options: String...) async throws -> Run {
      try await letterpdf(
        ["render", "letter.md", "--layout", "own.yaml"] + options, in: scratch.folder)
    }
    let dump = try await render("-o", "a.pdf", "--also", "dump=-")
    #expect(dump.ending == .exit(0))
    #expect(try await render("--dump", "-o", "-").outputBytes == dump.outputBytes)
    #expect(try await render("-o", "a.pdf", "--also", "dump=a.pdf").ending == .exit(1))
    #expect(try await render("--also", "dump=letter.md").ending == .exit(1))
    let pictures = try await render("--also", "png=p.png", "--timings", "--report", "json")
    #expect(pictures.output.contains("\"p-1.png\""))
    let times = pictures.errorText.matches(of: /(?m)^(.*\S) +([0-9]+) % +([0-9]+\.[0-9]{2}) ms$/)
    #expect(Set(times.map(\.output.1)).isSuperset(of: ["Letter", "Draw PNG", "all stages"]))
    #expect(times.allSatisfy { Double($0.output.3) != nil })
  }

  @Test func `A letter that is the same on paper is composed and painted once`() async throws {
    let scratch = try scratch("extends: kl\n")
    func stages(_ layout: String) async throws -> [Substring] {
      try scratch.write(layout, as: "own.yaml")
      let run = try await letterpdf(
        "render", "letter.md", "--layout", "own.yaml", "--also", "print=p.pdf", "--timings",
        in: scratch.folder)
      return run.errorText.split(separator: "\n").filter { $0.hasSuffix(" ms") }
        .compactMap { $0.split(separator: " ").first }
    }
    let once = try await stages("extends: kl\n")
    #expect(once.count { $0 == "Resolve" } == 1)
    #expect(once.count { $0 == "Paint" } == 1)
    // What is nearly black, and what bleeds, is painted for paper anew.
    for own in ["colors: {text: \"#1a1a1a\"}\n", "page: {bleed: 3mm}\n"] {
      let painted = try await stages("extends: kl\n" + own)
      #expect(painted.count { $0 == "Resolve" } == 1)
      #expect(painted.count { $0 == "Paint" } == 2)
    }
    let twice = try await stages("extends: kl\nprinted-links: brackets\n")
    #expect(twice.count { $0 == "Resolve" } == 2)
  }

  @Test func `What is nearly black is printed in black ink alone`() async throws {
    let scratch = try scratch(
      "extends: ministry\ncolors: {text: \"#1a1a1a\", accent: \"#20202b\", quiet: \"#333333\"}\n")
    let run = try await letterpdf(
      "render", "letter.md", "--layout", "own.yaml", "--also", "print=p.pdf", in: scratch.folder)
    #expect(run.ending == .exit(0), "\(run)")
    let tones = try await content(scratch, "p.pdf").matches(of: /[0-9.]+ (rg|RG|g|G)\b/)
    // A page begins in black.
    #expect(Set(tones.map { String($0.output.0.prefix { $0 != " " }) }).isSubset(of: ["0"]))
    let onScreen = try await content(scratch, "letter.pdf")
    #expect(onScreen.contains(".102 g"))
    #expect(onScreen.contains(".125 .125 .169 rg"))
  }

  @Test func `Small text in colour is told where it is printed`() async throws {
    let scratch = try scratch("extends: kl\nstyles:\n  heading: {color: \"#1f4e79\"}\n")
    func notes(_ options: String...) async throws -> String {
      let run = try await letterpdf(
        ["render", "letter.md", "--layout", "own.yaml"] + options, in: scratch.folder)
      #expect(run.ending == .exit(0))
      return run.errorText
    }
    let told = """
      own.yaml:3:13: note: text of 10pt is #1f4e79, which is printed in dots of several inks
      """
    #expect(try await notes("--for", "print").contains(told))
    #expect(try await notes("--also", "print=p.pdf").contains(told))
    #expect(try await notes().isEmpty)
    #expect(try await notes("--for", "print", "--layout", "kl").isEmpty)
  }
}
