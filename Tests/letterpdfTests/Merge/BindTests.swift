import Foundation
import Proofing
import Testing

/// `letterpdf merge --bind`: one file for the printer, as a user makes it.
struct BindTests {
  /// A letter of one page, or of three where the record says so.
  static let letter =
    """
    ---
    layout: kl
    date: 2024-03-11
    case-id: "SAG-{{id}}"
    subject: Afgørelse til {{name}}
    to:
      - "{{name}}"
      - "Gade {{number}}"
      - "{{town}}"
    ---

    Vi har modtaget din ansøgning.[^1]

    {{#if long}}

    """
    + String(
      repeating: "Et afsnit, som fylder siden, så brevet får flere sider end ellers.\n\n", count: 60
    )
    + "{{/if}}\n\n## Klage\n\nDu kan klage.\n\n[^1]: Den kom i går.\n"

  /// Letters of one and three pages, and their records: every third is long.
  static func folder(_ count: Int, faulty: Set<Int> = []) throws -> MergeFolder {
    let folder = try MergeFolder(1)
    try folder.scratch.write(letter, as: "letter.md")
    let rows = (1...count).map { number in
      faulty.contains(number)
        ? "K\(number),Navn\n"
        : "K\(number),Navn \(number),\(number),\(number * 7919 % 9000 + 1000) By,"
          + "\(number % 3 == 0 ? "x" : "")\n"
    }
    try folder.scratch.write("id,name,number,town,long\n" + rows.joined(), as: "records.csv")
    return folder
  }

  /// The lines of a manifest.
  static func lines(_ folder: MergeFolder, _ name: String) throws -> [[String: Any]] {
    try String(decoding: folder.scratch.read(name), as: UTF8.self).split(separator: "\n").compactMap
    { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
  }

  /// What a script of pikepdf prints of a file.
  static func ask(_ folder: MergeFolder, _ file: String, _ script: String) async throws -> String {
    try await output(
      of: Project.python, "-c",
      "import pikepdf, sys\npdf = pikepdf.open(sys.argv[1])\n" + script, folder.scratch.path(file))
  }

  @Test func `Each letter begins on a fresh sheet and has its pages, its bookmark and its part`()
    async throws
  {
    let folder = try Self.folder(5)
    let run = try await folder.merge("--bind", "out.pdf", "--quiet")
    #expect(run.description == "exit(0), standard error: ")
    let lines = try Self.lines(folder, "out.manifest.jsonl")
    #expect(lines.map { $0["first-page"] as? Int } == [1, 3, 5, 9, 11])
    #expect(lines.map { $0["pages"] as? Int } == [1, 1, 3, 1, 1])
    #expect(lines.map { $0["sheets"] as? Int } == [1, 1, 2, 1, 1])
    #expect(Set(lines.map { $0["file"] as? String }) == ["out.pdf"])
    #expect(lines.allSatisfy { $0["part"] as? Int == 1 && $0["status"] as? String == "done" })
    let check = try await Run("qpdf", ["--check", folder.scratch.path("out.pdf")])
    #expect(check.ending == .exit(0), "\(check)")
    let facts = try await Self.ask(
      folder, "out.pdf",
      """
      print(len(pdf.pages))
      with pdf.open_outline() as outline:
          for item in outline.root:
              print(item.title, pikepdf.Page(item.destination[0]).index + 1)
      root = pdf.Root.StructTreeRoot
      print(root.K[0].S, [str(kid.S) for kid in root.K[0].K], str(root.K[0].K[4].T))
      """)
    #expect(
      facts == """
        12
        K1 – Navn 1 1
        K2 – Navn 2 3
        K3 – Navn 3 5
        K4 – Navn 4 9
        K5 – Navn 5 11
        /Document ['/Part', '/Part', '/Part', '/Part', '/Part'] K5 – Navn 5

        """)
    let third = try await output(
      of: "pdftotext", "-raw", "-f", "5", "-l", "8", folder.scratch.path("out.pdf"), "-")
    #expect(third.contains("Side 3 af 3"))
    #expect(third.contains("Navn 3") && !third.contains("Navn 4"))
  }

  @Test func `On one side there are no blank pages`() async throws {
    let folder = try Self.folder(4)
    let run = try await folder.merge("--bind", "out.pdf", "--one-sided")
    #expect(run.output.hasPrefix("4 letters, 6 pages, 6 sheets, 1 bound file; most pages: 3,"))
    let lines = try Self.lines(folder, "out.manifest.jsonl")
    #expect(lines.map { $0["first-page"] as? Int } == [1, 2, 3, 6])
    #expect(lines.map { $0["sheets"] as? Int } == [1, 1, 3, 1])
    #expect(try await Self.ask(folder, "out.pdf", "print(len(pdf.pages))") == "6\n")
    // A layout may say the same.
    let layout = "extends: kl\npage: {sides: one}\n"
    try folder.scratch.write(layout, as: "one.yaml")
    _ = try await folder.merge("--bind", "layout.pdf", "--layout", "one.yaml")
    #expect(try await Self.ask(folder, "layout.pdf", "print(len(pdf.pages))") == "6\n")
  }

  @Test func `Files of so many sheets divide no letter, whatever the number of jobs`() async throws
  {
    let folder = try Self.folder(12)
    let run = try await folder.merge("--bind", "out.pdf", "--sheets", "5", "--jobs", "1", "--quiet")
    #expect(run.description == "exit(0), standard error: ")
    let lines = try Self.lines(folder, "out.manifest.jsonl")
    let sheets = Dictionary(grouping: lines) { $0["file"] as? String ?? "" }
      .mapValues { $0.reduce(0) { $0 + ($1["sheets"] as? Int ?? 0) } }
    #expect(sheets == ["out-001.pdf": 5, "out-002.pdf": 5, "out-003.pdf": 4, "out-004.pdf": 2])
    #expect(lines.map { $0["number"] as? Int } == Array(1...12))
    for (file, count) in sheets {
      #expect(try await Self.ask(folder, file, "print(len(pdf.pages))") == "\(2 * count)\n")
    }
    _ = try await folder.merge("--bind", "jobs.pdf", "--sheets", "5", "--jobs", "3")
    for part in 1...4 {
      #expect(
        try folder.scratch.read("jobs-00\(part).pdf") == folder.scratch.read("out-00\(part).pdf"))
    }
    let again = try await folder.merge("--bind", "out.pdf", "--sheets", "5")
    #expect(again.ending == .exit(1))
    #expect(again.errorText.contains("\"out-001.pdf\" is there already"))
    let small = try await folder.merge("--bind", "small.pdf", "--sheets", "1")
    #expect(small.ending == .exit(1))
    #expect(small.errorText.contains("K3 – Navn 3 has 2 sheets, more than a file of 1 holds"))
    #expect(!folder.scratch.names.contains { $0.hasPrefix("small") })
  }

  @Test func `Letters are put in order by sheets, postcode or column`() async throws {
    let folder = try Self.folder(9, faulty: [4])
    func numbers(_ options: String...) async throws -> [Int] {
      let run = try await letterpdf(
        ["merge", "letter.md", "--recipients", "records.csv", "--bind", "out.pdf"] + options,
        in: folder.scratch.folder)
      #expect(run.ending == .exit(3), "\(run)")
      return try Self.lines(folder, "out.manifest.jsonl").compactMap { $0["number"] as? Int }
    }
    #expect(try await numbers() == Array(1...9))
    let plain = try folder.scratch.read("out.pdf")
    // What has no letter comes last.
    #expect(try await numbers("--sort", "sheets") == [1, 2, 5, 7, 8, 3, 6, 9, 4])
    let byPostcode = (1...9).filter { $0 != 4 }.sorted { $0 * 7919 % 9000 < $1 * 7919 % 9000 }
    #expect(try await numbers("--sort", "postcode") == byPostcode + [4])
    let sorted = try folder.scratch.read("out.pdf")
    #expect(try await numbers("--sort", "postcode", "--jobs", "3") == byPostcode + [4])
    #expect(try folder.scratch.read("out.pdf") == sorted)
    // Laying letters aside changes nothing of them.
    #expect(try await numbers("--sort-by", "number") == [1, 2, 3, 5, 6, 7, 8, 9, 4])
    #expect(try folder.scratch.read("out.pdf") == plain)
    let unknown = try await folder.merge("--bind", "out.pdf", "--sort-by", "numer")
    #expect(unknown.errorText.contains("hint: did you mean number?"))
  }

  @Test func `The file keeps its standards, and says nothing of them where a letter does not`()
    async throws
  {
    let folder = try Self.folder(4)
    _ = try await folder.merge("--bind", "two.pdf")
    _ = try await folder.merge("--bind", "four.pdf", "--standard", "a-4+ua-2", "--sort", "sheets")
    for (file, flavours) in [("two.pdf", "2a,ua1"), ("four.pdf", "4,ua2")] {
      let vera = try await Run(
        Project.python, [Project.path("Tests/verapdf"), flavours, folder.scratch.path(file)],
        limit: 120)
      #expect(vera.ending == .exit(0), "\(vera.output)\(vera)")
    }
    try folder.scratch.write(
      Self.letter.replacing(
        "case-id:", with: "enclosures: [{title: Bilag, file: plain.pdf}]\ncase-id:"),
      as: "letter.md")
    let plain = HandmadePDF.page("0 0 9 9 re f").bytes
    try folder.scratch.write(plain, as: "plain.pdf")
    let run = try await folder.merge("--bind", "weak.pdf", "--quiet")
    #expect(run.ending == .exit(0), "\(run)")
    let claim = try await Self.ask(
      folder, "weak.pdf", "print(pdf.Root.Metadata.read_bytes().count(b'<pdfaid:part>'))")
    #expect(claim == "0\n")
  }

  @Test func `Nothing is left of a run that does not end`() async throws {
    let folder = try Self.folder(5, faulty: [3])
    let run = try await folder.merge("--bind", "out.pdf", "--sort", "sheets", "--strict")
    #expect(run.ending == .exit(3))
    #expect(!folder.scratch.names.contains { $0.hasPrefix("out") }, "\(folder.scratch.names)")
  }

  @Test(arguments: [[], ["--sort", "postcode"]])
  func `A run that is killed leaves no file that is not whole`(options: [String]) async throws {
    let folder = try Self.folder(300)
    func command(_ file: String) -> [String] {
      ["merge", "letter.md", "--recipients", "records.csv", "--quiet", "--bind", file] + options
    }
    _ = try await letterpdf(command("whole.pdf"), in: folder.scratch.folder)
    let whole = try folder.scratch.read("whole.pdf")
    for seconds in [0.05, 0.3, 1, 3] {
      _ = try await Run(
        "timeout", ["-s", "KILL", String(seconds), Project.program.path] + command("out.pdf"),
        in: folder.scratch.folder)
      let left = folder.scratch.bytes("out.pdf")
      #expect(left == nil || left == whole, "after \(seconds) s")
    }
    // What was left stands in nobody's way.
    let last = try await letterpdf(command("out.pdf"), in: folder.scratch.folder)
    #expect(last.ending == .exit(0), "\(last)")
    #expect(try folder.scratch.read("out.pdf") == whole)
  }

  @Test func `A folder and a file for the printer come of one run`() async throws {
    let folder = try Self.folder(3)
    _ = try await folder.merge("-o", "alone")
    _ = try await folder.merge("-o", "out", "--bind", "out.pdf")
    #expect(try folder.files("out") == (try folder.files("alone")))
    let both = try folder.scratch.read("out.pdf")
    _ = try await folder.merge("--bind", "out.pdf")
    #expect(try folder.scratch.read("out.pdf") == both)
  }

  @Test(arguments: [
    (["--sheets", "5"], "are about a file for a printer"),
    (["--bind", "out.pdf", "--dry-run"], "--dry-run writes nothing"),
    (["--bind", "out.pdf", "-o", "out", "--resume"], "is written whole or not at all"),
    (["--bind", "out.pdf", "--sort", "postcode", "--sort-by", "id"], "are two orders"),
    (["--bind", "out.pdf", "--sort", "size"], "--sort cannot be \"size\""),
  ])
  func `What does not go together is told`(options: [String], words: String) async throws {
    let folder = try Self.folder(1)
    let run = try await letterpdf(
      ["merge", "letter.md", "--recipients", "records.csv"] + options, in: folder.scratch.folder)
    #expect(run.ending == .exit(2))
    #expect(run.errorText.contains(words), "\(run)")
  }
}
