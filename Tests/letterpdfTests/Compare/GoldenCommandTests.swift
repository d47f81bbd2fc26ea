import Foundation
import Proofing
import Testing

/// `letterpdf golden` sets the letters of a folder and holds them to what was accepted.
struct GoldenCommandTests {
  /// A folder `letters` with letters in the KL layout, each with its number.
  private func scratch(_ names: [String]) throws -> Scratch {
    let scratch = try Scratch()
    for (number, name) in names.enumerated() {
      try scratch.write(Self.letter(number), as: "letters/\(name).md")
    }
    return scratch
  }

  private static func letter(_ number: Int) -> String {
    """
    ---
    layout: kl
    date: 2024-03-11
    case-id: SAG-\(number)
    ---
    ## Brev \(number)

    Frist er den 3. april.

    """
  }

  private func golden(_ scratch: Scratch, _ options: String...) async throws -> Run {
    try await letterpdf(["golden", "letters"] + options, in: scratch.folder)
  }

  /// The lines of the table that say something else than `same`.
  private func told(_ run: Run) -> [String] {
    run.output.split(separator: "\n").map(String.init).filter {
      !$0.hasSuffix("  same") && !$0.hasPrefix("    ")
    }
  }

  @Test func `What was accepted is the same until a letter changes`() async throws {
    let scratch = try scratch(["a", "b"])
    let first = try await golden(scratch)
    #expect(first.ending == .exit(1))
    #expect(
      told(first) == [
        "a  1 page   nothing is expected of it yet", "b  1 page   nothing is expected of it yet",
        "2 of 2 differ", "accept with: letterpdf golden letters --update a b",
      ])
    #expect(try await golden(scratch, "--update", "--keep", "both").ending == .exit(0))
    let files = try scratch.files(below: "letters/expected").keys.sorted()
    #expect(files == ["/a.pdf", "/a.txt", "/b.pdf", "/b.txt"])
    let same = try await golden(scratch)
    #expect(same.ending == .exit(0))
    #expect(told(same) == ["0 of 2 differ"])
    try scratch.write(Self.letter(1).replacing("3. april", with: "4. april"), as: "letters/b.md")
    let changed = try await golden(scratch)
    #expect(changed.ending == .exit(1))
    #expect(told(changed).first?.hasPrefix("b  1 page   page 1: '3.' is now '4.'") == true)
    #expect(told(changed).last == "accept with: letterpdf golden letters --update b")
    // Only what is named is looked at and accepted.
    #expect(try await golden(scratch, "a").ending == .exit(0))
    #expect(try await golden(scratch, "--update", "a").ending == .exit(0))
    #expect(try await golden(scratch).ending == .exit(1))
    #expect(try await golden(scratch, "--update", "b").ending == .exit(0))
    #expect(try await golden(scratch).ending == .exit(0))
  }

  @Test func `A letter that is gone or broken is told`() async throws {
    let scratch = try scratch(["a", "b"])
    _ = try await golden(scratch, "--update")
    try FileManager.default.removeItem(atPath: scratch.path("letters/b.md"))
    try scratch.write("---\nlayout: kl\n---\nUden dato\n", as: "letters/c.md")
    let run = try await golden(scratch)
    #expect(run.ending == .exit(1))
    #expect(told(run).contains { $0.contains("it cannot be set: ") })
    #expect(told(run).contains { $0.hasSuffix("there is no letter of this name") })
    // What cannot be set cannot be accepted; what is gone is expected no more.
    #expect(try await golden(scratch, "--update").ending == .exit(1))
    #expect(scratch.bytes("letters/expected/b.txt") == nil)
  }

  @Test func `Frames by name and masks do not count`() async throws {
    let scratch = try scratch(["a"])
    _ = try await golden(scratch, "--update", "--keep", "pdf")
    try scratch.write(Self.letter(7).replacing("Brev 7", with: "Brev 0"), as: "letters/a.md")
    #expect(try await golden(scratch).ending == .exit(1))
    let masked = try await golden(scratch, "--mask", #"SAG-\d+"#)
    #expect(masked.ending == .exit(0), "\(masked.output)")
    let ignored = try await golden(scratch, "--ignore", "sidebar", "--ignore", "metadata")
    #expect(ignored.ending == .exit(0), "\(ignored.output)")
    #expect(try await golden(scratch, "--ignore", "body").ending == .exit(1))
  }

  @Test func `Fifty letters are looked at together`() async throws {
    let scratch = try Scratch()
    let text = try Project.text("Examples/kl-2024.md")
    for number in 1...50 {
      try scratch.write(
        text.replacing("SAG-2023-05223", with: "SAG-\(number)"), as: "letters/\(number).md")
    }
    _ = try await golden(scratch, "--update", "--keep", "both")
    let run = try await golden(scratch)
    #expect(run.ending == .exit(0))
    #expect(told(run) == ["0 of 50 differ"])
  }

  @Test func `A tenth of a millimetre is told, unless it is allowed`() async throws {
    let scratch = try scratch(["a"])
    _ = try await golden(scratch, "--update")
    let dump = String(decoding: try scratch.read("letters/expected/a.txt"), as: UTF8.self)
    try scratch.write(
      dump.replacing("sidebar x 159.0", with: "sidebar x 159.1"), as: "letters/expected/a.txt")
    let run = try await golden(scratch)
    #expect(run.ending == .exit(1))
    #expect(run.output.contains("moved 0.1 mm to the left"))
    #expect(try await golden(scratch, "--tolerance", "0.1mm").ending == .exit(0))
  }

  @Test func `Wrong use is told`() async throws {
    let scratch = try scratch(["a"])
    let none = try await golden(scratch, "b")
    #expect(none.ending == .exit(2))
    #expect(none.errorText == "error: there is no letter \"b\" in \"letters\"\n")
    #expect(try await golden(scratch, "--keep", "png").ending == .exit(2))
    let nowhere = try await letterpdf("golden", "nowhere", in: scratch.folder)
    #expect(nowhere.ending == .exit(2))
  }
}
