import Foundation
import Proofing
import Testing

/// veraPDF judges what the program makes; see `Tests/verapdf`.
struct VeraTests {
  /// What each standard has to comply with, where the program offers it.
  static let flavours = [
    "a-2a+ua-1": "2a,ua1", "a-3a+ua-1": "3a,ua1", "a-2b": "2b", "a-3a": "3a", "ua-1": "ua1",
    "a-4+ua-2": "4,ua2",
  ]

  @Test func `Every example complies with PDF/A-2a and PDF/UA-1`() async throws {
    var bench = try Bench()
    for name in Project.examples {
      try await bench.render(
        Project.path("Examples/\(name).md"), as: "\(name).pdf", complying: "2a,ua1")
    }
    try await bench.expectCompliance()
  }

  @Test func `Each standard is kept for each purpose, with and without files attached`()
    async throws
  {
    var bench = try Bench()
    let help = try await letterpdf("help", "render").output
    let offered = Self.flavours.filter { help.contains($0.key) }
    #expect(offered.count >= 5)
    for (standard, flavours) in offered {
      for purpose in ["digital-post", "screen", "print"] {
        for letter in ["kl-2024", "specimen"] where letter == "kl-2024" || standard != "a-4+ua-2" {
          try await bench.render(
            Project.path("Examples/\(letter).md"), "--standard", standard, "--for", purpose,
            as: "\(letter)-\(standard)-\(purpose).pdf", complying: flavours)
        }
      }
    }
    for more in [["--attach", Project.path("README.md")], ["--attach-source"]] {
      try await bench.render(
        [Project.path("Examples/brev.md")] + more, as: "\(more.count).pdf", complying: "3a,ua1")
    }
    try await bench.expectCompliance()
  }

  @Test func `Every kind of picture complies`() async throws {
    var bench = try Bench()
    let made = try await judge("Tests/letters/assets.py", bench.scratch.folder.path)
    #expect(made.ending == .exit(0), "\(made)")
    let pictures = bench.scratch.names.filter { $0.contains(/\.(png|jpg|svg)$/) }
    #expect(pictures.count > 15)
    for picture in pictures {
      let letter = try bench.scratch.write(
        "---\nlayout: brev\ndate: 2024-03-11\ntitle: Prøve\n---\nTekst.\n\n![Et billede](\(picture))",
        as: "\(picture).md")
      try await bench.render(letter, as: "\(picture).pdf", complying: "2a,ua1")
    }
    try await bench.expectCompliance()
  }

  @Test func `Files with one fault each are noticed, by the rule that the ledger names`()
    async throws
  {
    let run = try await judge("Tests/pdfcheck/faults.py", Project.program.path, limit: 300)
    #expect(run.ending == .exit(0), "\(run.output)\(run.errorText)")
  }

  @Test func `The ledger names veraPDF's rules beside their clauses`() async throws {
    let run = try await judge("Tests/verapdf/ledger.py", "--check")
    #expect(run.ending == .exit(0), "\(run.output)\(run.errorText)")
  }
}

/// Files that wait for veraPDF, which starts once for all of them.
private struct Bench {
  let scratch: Scratch
  private var asked: [String] = []

  init() throws { scratch = try Scratch() }

  mutating func render(
    _ arguments: String..., as name: String, complying flavours: String
  ) async throws {
    try await render(arguments, as: name, complying: flavours)
  }

  mutating func render(
    _ arguments: [String], as name: String, complying flavours: String
  ) async throws {
    let file = scratch.path(name)
    let run = try await letterpdf(["render"] + arguments + ["-o", file])
    #expect(run.ending == .exit(0), "\(name): \(run.errorText)")
    asked.append("\(flavours)\t\(file)\n")
  }

  func expectCompliance() async throws {
    let run = try await judge("Tests/verapdf", "-", input: asked.joined(), limit: 300)
    let verdicts = run.output.split(separator: "\n")
    #expect(verdicts.count == asked.joined().count { $0 == "," } + asked.count, "\(run.errorText)")
    for verdict in verdicts { #expect(verdict.hasSuffix("\tcomplies"), "\(verdict)") }
  }
}
