import Foundation
import Proofing
import Testing

/// Two letters that KL printed, set again: their lines, their pages, and the words copied out.
struct PrintedLetterTests {
  /// A line of the dump.
  private struct DumpLine {
    let role: String
    let words: String
    let x: Double
    let baseline: Double
    let page: Int
  }

  private func dump(_ example: String) async throws -> [DumpLine] {
    let run = try await letterpdf(
      "render", Project.path("Examples/\(example).md"), "--dump", "-o", "-")
    var page = 0
    var lines: [DumpLine] = []
    for line in run.output.split(separator: "\n") {
      if line.hasPrefix("page ") {
        page += 1
        continue
      }
      // What it is and where, its part in the structure, its look, its words.
      let parts = line.dropFirst(2).components(separatedBy: "  ")
      guard parts.count >= 4 else { continue }
      let fields = parts[0].split(separator: " ")
      guard fields.count == 7 else { continue }
      lines.append(
        DumpLine(
          role: String(fields[0]), words: parts[3...].joined(separator: "  "),
          x: Double(fields[2]) ?? -1, baseline: Double(fields[4]) ?? -1, page: page))
    }
    return lines
  }

  private func printedLines() throws -> [String] {
    try Project.text("Tests/Goldens/kl-2019-lines.txt").split(separator: "\n").map(String.init)
  }

  @Test func `The letter of 2019 breaks into its 31 printed lines on one page`() async throws {
    let lines = try await dump("kl-2019")
    let printed = try printedLines().map { $0.replacing("  ", with: " ") }
    #expect(printed.count == 31)
    #expect(lines.filter { $0.role == "body" }.map(\.words) == printed)
    #expect(lines.allSatisfy { $0.page == 1 })
    #expect(lines.contains { $0.words == "Side 1 af 1" })
  }

  @Test func `The recipients stand above the text, the signers side by side below it`()
    async throws
  {
    let lines = try await dump("kl-2019")
    let recipients = lines.filter { $0.role == "recipient" }
    let body = lines.filter { $0.role == "body" }
    let signers = lines.filter { $0.role == "signature" }
    #expect(
      recipients.map(\.words) == [
        "Til", "Formand for udvalg med ansvar for børne- og undervisningsområdet",
        "Forvaltningsdirektøren med ansvar for børne- og undervisningsområdet",
      ])
    #expect(recipients.map(\.baseline).max() ?? 0 < body.map(\.baseline).min() ?? 0)
    #expect(signers.map(\.words) == ["Thomas Gyldal Petersen", "Jens Ive"])
    #expect(Set(signers.map(\.baseline)).count == 1)
    #expect(Set(signers.map(\.x)).count == 2)
    let closing = try #require(lines.first { $0.role == "closing" })
    let room = (signers.first?.baseline ?? 0) - closing.baseline
    #expect(room > 12.7, "there is no room for ink above the names")
  }

  @Test func `The letter of 2024 breaks its page where the printed one does`() async throws {
    let lines = try await dump("kl-2024")
    let body = lines.filter { ["body", "heading2", "listItem"].contains($0.role) }
    #expect(body.last { $0.page == 1 }?.words == "fælles budgetkoordinering.")
    #expect(body.first { $0.page == 2 }?.words.hasPrefix("Input kan sendes til") == true)
    #expect(lines.map(\.page).max() == 2)
    #expect(
      lines.filter { $0.role == "heading2" }.map(\.words) == [
        "Virtuelle stormøder", "Drøftelser på KKR-møder", "Input fra kommunalbestyrelserne",
      ])
    let source = try Project.text("Examples/kl-2024.md")
    #expect(!source.contains("page-break") && !source.contains("pagebreak"))
  }

  @Test func `The sidebar is whole on both pages, with the number of each`() async throws {
    let lines = try await dump("kl-2024")
    for page in 1...2 {
      #expect(
        lines.filter { $0.role == "sidebar" && $0.page == page }.map(\.words) == [
          "Dato: 11. marts 2024", "Sags ID: SAG-2023-05223", "Dok. ID: 3424914",
          "E-mail: HAAN@kl.dk", "Direkte: 3370 3458", "Weidekampsgade 10", "Postboks 3370",
          "2300 København S", "www.kl.dk", "Side \(page) af 2",
        ])
    }
  }

  @Test func `The sidebar's groups are apart by one empty line`() async throws {
    let lines = try await dump("kl-2024").filter { $0.role == "sidebar" && $0.page == 1 }
    let steps = zip(lines, lines.dropFirst()).map { $1.baseline - $0.baseline }
    let leading = try #require(steps.min())
    #expect(steps.map { ($0 / leading * 10).rounded() / 10 } == [2, 1, 2, 1, 2, 1, 1, 2, 1])
  }

  @Test(arguments: ["kl-2019", "kl-2024"])
  func `The words copied out are the letter's words, the body before the sidebar`(
    example: String
  ) async throws {
    let set = try await SetLetter(example: example)
    let source = try Project.text("Examples/\(example).md")
    let sidebar = """
      Dato: 11. marts 2024 Sags ID: SAG-2023-05223 Dok. ID: 3424914 E-mail: HAAN@kl.dk \
      Direkte: 3370 3458 Weidekampsgade 10 Postboks 3370 2300 København S www.kl.dk Side 1 af 2
      """
    let standing = [
      "kl-2019": "Til Formand for udvalg med ansvar for børne- og undervisningsområdet"
        + " Forvaltningsdirektøren med ansvar for børne- og undervisningsområdet",
      "kl-2024": "Kære borgmestre og kommunalbestyrelsesmedlemmer – – " + sidebar,
    ]
    for text in [try await set.text(), try await set.textByMuPDF()] {
      // What stands between the words of the body is what stands around it on the page.
      var around: [String] = []
      var rest = words(rejoined(text))[...]
      for word in bodyWords(source) {
        let place = try #require(rest.firstIndex(of: word), "\(word) is not in \(rest.prefix(5))")
        around += rest[..<place]
        rest = rest[rest.index(after: place)...]
      }
      #expect(around.joined(separator: " ") == standing[example])
      let sidebar = try #require(text.range(of: "Dato: "))
      let end = try #require(
        text.range(of: example == "kl-2019" ? "Jens Ive" : "budgetkoordinering."))
      #expect(end.lowerBound < sidebar.lowerBound)
    }
  }

  @Test func `Words do not run together at line ends`() async throws {
    let set = try await SetLetter(example: "kl-2024")
    for text in [try await set.text(), try await set.textByMuPDF()] {
      #expect(rejoined(text).contains("økonomiforhandlinger. KL's bestyrelse"))
    }
  }

  @Test(arguments: ["kl-2019", "kl-2024"])
  func `A hyphen at a line end is copied as a soft hyphen, never as a hard one`(
    example: String
  ) async throws {
    let set = try await SetLetter(example: example)
    for text in [try await set.text(), try await set.textByMuPDF()] {
      let ends = text.split(separator: "\n").filter { $0.hasSuffix("\u{AD}") }
      #expect(ends.count == (example == "kl-2019" ? 8 : 4))
      #expect(!text.split(separator: "\n").contains { $0.hasSuffix("-") && $0 != "-" })
    }
  }

  @Test func `The link of 2024 can be clicked`() async throws {
    let set = try await SetLetter(example: "kl-2024")
    let links = try await output(of: "pdfinfo", "-url", set.scratch.path("letter.pdf"))
    #expect(links.contains("https://www.kl.dk/"))
  }

  /// Text with the words that are divided at line ends in one piece, and on one line.
  private func rejoined(_ text: String) -> String {
    text.replacing("\u{AD}\n", with: "").replacing("\u{AD}", with: "")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// The words of a letter's body without the marks of Markdown.
  private func bodyWords(_ source: String) -> [String] {
    let parts = source.split(separator: "\n---\n", maxSplits: 1)
    var body = String(parts.last ?? "")
    body = body.replacing(/<!--(.|\n)*?-->/, with: "")
    body = body.replacing(/\[([^\]]*)\]\([^)]*\)/) { $0.output.1 }
    return body.split(whereSeparator: \.isWhitespace).map(String.init)
      .filter { $0 != "-" && $0 != "##" }
  }
}
