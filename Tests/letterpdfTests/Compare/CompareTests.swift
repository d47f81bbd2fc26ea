import Foundation
import Proofing
import Testing

/// `letterpdf compare` says what matters first, and ends as a test does.
struct CompareTests {
  private static let letter = """
    ---
    layout: kl
    date: 2024-03-11
    case-id: SAG-2023-05223
    ---
    ## Møder

    Frist for tilmelding er onsdag den 3. april, og [siden](https://www.kl.dk/) siger mere.

    Sidste afsnit.

    """

  /// A folder with `expected.pdf` of the letter, and `actual.pdf` of the letter with some words changed.
  private func scratch(
    _ changes: (String, String)..., options: [String] = []
  ) async throws -> Scratch {
    let scratch = try Scratch()
    let changed = changes.reduce(Self.letter) { $0.replacing($1.0, with: $1.1) }
    for (name, text) in [("expected", Self.letter), ("actual", changed)] {
      try scratch.write(text, as: "\(name).md")
      let run = try await letterpdf(
        ["render", "\(name).md"] + (name == "actual" ? options : []), in: scratch.folder)
      #expect(run.ending == .exit(0), "\(run)")
    }
    return scratch
  }

  private func compare(_ scratch: Scratch, _ options: String...) async throws -> Run {
    try await letterpdf(
      ["compare", "actual.pdf", "expected.pdf"] + options, in: scratch.folder)
  }

  @Test func `The same letter is the same`() async throws {
    let scratch = try await scratch()
    let run = try await compare(scratch)
    #expect(run.ending == .exit(0))
    #expect(run.output == "actual.pdf: same\n")
  }

  @Test func `A changed word, a moved line and another tag are told in words`() async throws {
    let scratch = try await scratch(("3. april", "4. april"), ("## Møder", "Møder"))
    let run = try await compare(scratch)
    #expect(run.ending == .exit(1))
    let first = run.output.prefix { $0 != "\n" }
    #expect(first.hasPrefix("actual.pdf: page 1: '3.' is now '4.'; "))
    #expect(first.contains("the heading (H1) 'Møder' is now a paragraph"))
    #expect(run.output.contains("'Møder' "))
    #expect(run.errorText == "")
  }

  @Test func `Links, metadata and pages are told`() async throws {
    let scratch = try await scratch(
      ("https://www.kl.dk/", "https://www.kl.dk/andet"),
      ("Sidste afsnit.", "Sidste afsnit.\n\n" + String(repeating: "Mere tekst.\n\n", count: 25)))
    let run = try await compare(scratch)
    #expect(run.ending == .exit(1))
    #expect(run.output.hasPrefix("actual.pdf: one page is now 2; "))
    #expect(run.output.contains("the link to https://www.kl.dk/ is missing"))
    #expect(run.output.contains("the link to https://www.kl.dk/andet is new"))
  }

  @Test func `A long file is compared to its last page`() async throws {
    let scratch = try Scratch()
    for (name, last) in [("expected", "Sidst"), ("actual", "Sidste")] {
      let filler = String(repeating: "Mere tekst.\n\n", count: 800)
      try scratch.write(Self.letter + filler + last + "\n", as: "\(name).md")
      let run = try await letterpdf("render", "\(name).md", in: scratch.folder)
      #expect(run.ending == .exit(0), "\(run)")
    }
    let run = try await compare(scratch, "--picture", "out.png", "--dpi", "30")
    #expect(run.ending == .exit(1))
    let told = try #require(run.output.firstMatch(of: /page (\d+): 'Sidst' is now 'Sidste'/))
    #expect(Int(told.output.1) ?? 0 > 32)
    #expect(scratch.bytes("out.png") != nil)
  }

  @Test func `A file that another program wrote anew is the same; one it locked is not`()
    async throws
  {
    let scratch = try await scratch()
    // Other identifiers, other objects, other compression: what is on the pages stays.
    _ = try await output(
      of: "qpdf", "--object-streams=disable", "--stream-data=uncompress",
      "--deterministic-id", scratch.path("expected.pdf"), scratch.path("actual.pdf"))
    #expect(scratch.bytes("actual.pdf") != scratch.bytes("expected.pdf"))
    let same = try await compare(scratch)
    #expect(same.ending == .exit(0), "\(same.output)")
    _ = try await output(
      of: "qpdf", "--encrypt", "", "owner", "256", "--print=none", "--",
      scratch.path("expected.pdf"), scratch.path("actual.pdf"))
    let locked = try await compare(scratch)
    #expect(locked.ending == .exit(1))
    #expect(locked.output.contains("the encryption is 'allows "), "\(locked.output)")
  }

  @Test func `A picture that reads otherwise is told`() async throws {
    let scratch = try Scratch()
    let svg =
      "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='9'><rect width='9' height='9'/></svg>"
    try scratch.write(svg, as: "a.svg")
    for (name, text) in [("expected", "En prik"), ("actual", "En streg")] {
      try scratch.write(smallLetter(body: "![\(text)](a.svg)"), as: "\(name).md")
      _ = try await letterpdf("render", "\(name).md", in: scratch.folder)
    }
    let run = try await compare(scratch)
    #expect(run.ending == .exit(1))
    #expect(
      run.output
        == "actual.pdf: page 1: the alternative text of one picture was 'En prik', is 'En streg'\n")
    #expect(try await compare(scratch, "--mask", "En [a-z]+").ending == .exit(0))
    #expect(try await compare(scratch, "--ignore", "structure").ending == .exit(0))
  }

  @Test func `What is masked may be anything, in text and picture`() async throws {
    let scratch = try await scratch(("SAG-2023-05223", "SAG-2024-99017"))
    #expect(try await compare(scratch).ending == .exit(1))
    let masked = try await compare(scratch, "--mask", #"SAG-\d{4}-\d{5}"#)
    #expect(masked.ending == .exit(0), "\(masked.output)")
  }

  @Test func `What lies in a place that does not count is passed over`() async throws {
    let scratch = try await scratch(("SAG-2023-05223", "SAG-2024-99017"))
    let ignored = try await compare(scratch, "--ignore", "150 100 60 197", "--ignore", "metadata")
    #expect(ignored.ending == .exit(0), "\(ignored.output)")
    let elsewhere = try await compare(
      scratch, "--ignore", "2: 150 100 60 197", "--ignore", "metadata")
    #expect(elsewhere.ending == .exit(1))
  }

  @Test func `The picture has three panels`() async throws {
    let scratch = try await scratch(("3. april", "4. april"))
    let run = try await compare(scratch, "--picture", "out.png", "--dpi", "50")
    #expect(run.ending == .exit(1))
    let picture = try Picture(png: scratch.path("out.png"))
    // A4 at 50 dpi is 414 pixels across.
    #expect(abs(picture.width - (3 * 414 + 16)) <= 3)
    let red = (0..<picture.width * picture.height).contains { index in
      Array(picture.pixels[index * 4..<index * 4 + 3]) == [0, 0, 255]
    }
    #expect(red)
  }

  @Test func `Reports are what programs read`() async throws {
    let scratch = try await scratch(("3. april", "4. april"))
    let json = try await compare(scratch, "--report", "json")
    #expect(json.ending == .exit(1))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.outputBytes)) as? [String: Any])
    #expect(object["same"] as? Bool == false)
    let files = try #require(object["files"] as? [[String: Any]])
    let differences = try #require(files.first?["differences"] as? [[String: Any]])
    #expect(differences.first?["message"] as? String == "'3.' is now '4.'")
    #expect(differences.first?["page"] as? Int == 1)
    #expect((differences.first?["expected"] as? [[Double]])?.first?.count == 4)
    let junit = try await compare(scratch, "--report", "junit")
    #expect(junit.output.contains("<testsuite name=\"letterpdf\" tests=\"1\" failures=\"1\""))
    let html = try await compare(scratch, "--report", "html")
    #expect(html.output.hasPrefix("<!DOCTYPE html>"))
    #expect(html.output.contains("data:image/png;base64,iVBORw0KGgo"))
    #expect(!html.output.contains("http://"))
  }

  @Test func `Folders are compared by names, and what is accepted is expected from then on`()
    async throws
  {
    let scratch = try await scratch(("3. april", "4. april"))
    for (folder, names) in [("was", ["a", "b", "gone"]), ("is", ["a", "b", "deep/new"])] {
      for name in names {
        let source = folder == "is" && name == "b" ? "actual.pdf" : "expected.pdf"
        try scratch.write(try scratch.read(source), as: "\(folder)/\(name).pdf")
      }
    }
    func compare(_ options: String...) async throws -> Run {
      try await letterpdf(["compare", "is", "was"] + options, in: scratch.folder)
    }
    let run = try await compare()
    #expect(run.ending == .exit(1))
    #expect(
      run.output == """
        b.pdf: page 1: '3.' is now '4.'
        deep/new.pdf: nothing is expected under this name; accept it with --update
        gone.pdf: the file is missing
        3 of 4 differ

        """)
    #expect(try await compare("--update").ending == .exit(0))
    let again = try await compare()
    #expect(again.ending == .exit(0))
    #expect(again.output == "0 of 3 differ\n")
  }

  @Test func `Pictures, drawings and dumps are compared too`() async throws {
    let scratch = try await scratch(("3. april", "4. april"))
    for (format, told) in [("png", "pixels differ at"), ("svg", "pixels differ at")] {
      for name in ["expected", "actual"] {
        _ = try await letterpdf(
          "render", "\(name).md", "--format", format, "--dpi", "60", "-o", "\(name).\(format)",
          in: scratch.folder)
      }
      let run = try await letterpdf(
        "compare", "actual-1.\(format)", "expected-1.\(format)", in: scratch.folder)
      #expect(run.ending == .exit(1))
      #expect(run.output.contains(told), "\(run.output)")
    }
    for name in ["expected", "actual"] {
      _ = try await letterpdf(
        "render", "\(name).md", "--dump", "-o", "\(name).txt", in: scratch.folder)
    }
    let dumps = try await letterpdf("compare", "actual.txt", "expected.txt", in: scratch.folder)
    #expect(dumps.ending == .exit(1))
    #expect(dumps.output.contains(": '3.' is now '4.'"), "\(dumps.output)")
    let ignored = try await letterpdf(
      "compare", "actual.txt", "expected.txt", "--ignore", "body", in: scratch.folder)
    #expect(ignored.ending == .exit(0), "\(ignored.output)")
  }

  @Test func `A file that nobody expected yet is told, and accepted`() async throws {
    let scratch = try await scratch()
    let new = try await letterpdf("compare", "actual.pdf", "new.pdf", in: scratch.folder)
    #expect(new.ending == .exit(1))
    #expect(
      new.output
        == "actual.pdf: nothing is expected under this name; accept it with --update\n")
    let accepted = try await letterpdf(
      "compare", "actual.pdf", "new.pdf", "--update", in: scratch.folder)
    #expect(accepted.ending == .exit(0))
    #expect(scratch.bytes("new.pdf") == scratch.bytes("actual.pdf"))
  }

  @Test func `Wrong use is told with all that is wrong; a missing tool is ours`() async throws {
    let scratch = try await scratch(("3. april", "4. april"))
    let wrong = try await compare(
      scratch, "--mask", "(", "--ignore", "1 2 3", "--tolerance", "3", "--dpi", "7", "--report",
      "pdf")
    #expect(wrong.ending == .exit(2))
    for option in ["--mask", "--ignore", "--tolerance", "--dpi", "--report"] {
      #expect(wrong.errorText.contains("error: \(option) cannot be"))
    }
    #expect(try await compare(scratch, "--ignore", "sidebar").ending == .exit(2))
    let missing = try await letterpdf("compare", "no.pdf", "expected.pdf", in: scratch.folder)
    #expect(missing.ending == .exit(2))
    let folder = try await letterpdf("compare", ".", "expected.pdf", in: scratch.folder)
    #expect(folder.ending == .exit(2))
    try scratch.write("%PDF-1.7 and no more", as: "actual.pdf")
    let broken = try await compare(scratch)
    #expect(broken.ending == .exit(1))
    #expect(broken.output.hasPrefix("actual.pdf: it cannot be read: "))
  }
}
