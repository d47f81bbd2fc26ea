import Foundation
import Proofing
import Testing

/// The files of a run, which are put together of parts that many letters have in common.
struct QuickFormTests {
  /// A letter of two pages with a link, divided words and a table, for names of many kinds.
  private static let letter = """
    ---
    layout: kl
    date: 2024-03-11
    case-id: "SAG-{{id}}"
    subject: Afgørelse til {{name}}
    to:
      - "{{name}}"
    ---

    Kære {{name}}

    \((1...14).map { "Afsnit \($0) om affald, offentlighed og kommunernes økonomiforhandlinger og budgetkoordinering, som [siden](https://www.kl.dk/\($0)) fortæller mere om; velfærdssektoren står overfor rekrutteringsudfordringer." }.joined(separator: "\n\n"))

    | Post | Beløb |
    | --- | ---: |
    | {{name}} | 1.234,50 |

    """

  private static let names = [
    "Anna Holm", "Čeněk Dvořák", "Γιώργος Πέτρου", "משה כהן", "e\u{301}va A\u{30A}ge",
    "Søren ½ Æbelø", "Ævar Þórðarson – ✓",
  ]

  private func folder(_ names: [String]) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(Self.letter, as: "letter.md")
    let rows = names.enumerated().map { "K\($0 + 1),\($1)\n" }
    try scratch.write("id,name\n" + rows.joined(), as: "records.csv")
    return scratch
  }

  @discardableResult
  private func merge(_ scratch: Scratch, _ options: String...) async throws -> Run {
    let run = try await letterpdf(
      ["merge", "letter.md", "--recipients", "records.csv", "--name", "{{id}}", "--quiet"]
        + options, in: scratch.folder)
    #expect(run.ending == .exit(0), "\(run)")
    return run
  }

  private func text(_ tool: String, _ arguments: [String]) async throws -> String {
    let run = try await Run(tool, arguments)
    #expect(run.ending == .exit(0), "\(tool): \(run)")
    return run.output
  }

  @Test(arguments: ["kl", "brev"])
  func `Pages, words and tags are those of the small form`(layout: String) async throws {
    let scratch = try folder(Self.names)
    try await merge(scratch, "-o", "quick", "--layout", layout)
    try await merge(scratch, "-o", "small", "--small", "--layout", layout)
    for number in 1...Self.names.count {
      let (quick, small) = ("quick/0001/K\(number).pdf", "small/0001/K\(number).pdf")
      for command in [["pdftotext", "-layout"], ["pdfinfo", "-struct-text"]] {
        let end = command[0] == "pdftotext" ? ["-"] : []
        let texts = try await [quick, small].asyncMap { file in
          // Objects are numbered otherwise.
          try await text(command[0], Array(command.dropFirst()) + [scratch.path(file)] + end)
            .replacing(/Object \d+/, with: "Object")
        }
        #expect(texts[0] == texts[1], "\(command) of letter \(number)")
      }
      for file in [quick, small] {
        _ = try await text(
          "pdftoppm", ["-r", "60", "-png", scratch.path(file), scratch.path(file)])
      }
      for page in 1...2 {
        #expect(
          scratch.bytes("\(quick)-\(page).png") == scratch.bytes("\(small)-\(page).png"),
          "page \(page) of letter \(number)")
      }
    }
  }

  @Test func `A letter is the same bytes alone and behind any others`() async throws {
    let all = try folder(Self.names)
    try await merge(all, "-o", "out", "--jobs", "1")
    let reversed = try folder(Self.names.reversed())
    try await merge(reversed, "-o", "out", "--jobs", "2")
    for (index, name) in Self.names.enumerated() {
      let alone = try folder([name])
      try await merge(alone, "-o", "out")
      let own = try #require(alone.bytes("out/0001/K1.pdf"))
      #expect(own.count > 10_000)
      // The numbers of the records are in the letters, so that each is set once more in its place.
      let placed = try folder(Array(repeating: "X", count: index) + [name])
      try await merge(placed, "-o", "out")
      let file = "out/0001/K\(index + 1).pdf"
      #expect(placed.bytes(file) == all.bytes(file), "\(name)")
      let back = try folder(Array(repeating: "Y", count: Self.names.count - 1 - index) + [name])
      try await merge(back, "-o", "out")
      let other = "out/0001/K\(Self.names.count - index).pdf"
      #expect(back.bytes(other) == reversed.bytes(other), "\(name)")
    }
  }

  @Test func `No file holds glyphs of another letter's name`() async throws {
    let scratch = try folder(Self.names)
    try await merge(scratch, "-o", "out", "--jobs", "1")
    let fonts = try await (1...Self.names.count).map { "out/0001/K\($0).pdf" }.asyncMap { file in
      try await text("pdffonts", [scratch.path(file)]).split(separator: "\n").count - 2
    }
    // Regular and bold; a second one each where the name needs it.
    #expect(fonts[0] == 2)
    #expect(fonts[1] == 4)
    #expect(fonts[5] == 2)
  }

  @Test func `Each keeps its standards`() async throws {
    let scratch = try folder(Self.names)
    try await merge(scratch, "-o", "out")
    let files = (1...Self.names.count).map { scratch.path("out/0001/K\($0).pdf") }
    let vera = try await judge(["Tests/verapdf", "2a,ua1"] + files)
    #expect(vera.ending == .exit(0), "\(vera)")
    for file in files {
      let check = try await judge("Tests/pdfcheck", file)
      #expect(check.ending == .exit(0), "\(check)")
    }
  }
}

extension Array {
  /// The array with each element changed, one after the other.
  fileprivate func asyncMap<Other>(_ change: (Element) async throws -> Other) async rethrows
    -> [Other]
  {
    var result: [Other] = []
    for element in self { result.append(try await change(element)) }
    return result
  }
}
