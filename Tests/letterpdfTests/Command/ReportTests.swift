import Foundation
import Proofing
import Testing

/// What `--report json` tells.
struct ReportTests {
  struct Report: Decodable {
    struct Problem: Decodable {
      let severity: String
      let message: String
      let file: String?
      let line: Int?
      let column: Int?
      let hints: [String]
    }
    struct Page: Decodable {
      let page: Int
      let boxes: [Box]
      func box(_ name: String) -> Box? { boxes.first { $0.name == name } }
    }
    struct Box: Decodable {
      let name: String
      let x: Double
      let y: Double
      let width: Double
      let height: Double
    }
    let ok: Bool
    let pages: Int
    let sheets: Int
    let bytes: Int
    let files: [String]
    let fonts: [String]
    let diagnostics: [Problem]
    let boxes: [Page]
  }

  private func report(of run: Run) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(run.outputBytes))
  }

  @Test func `The report on a letter tells pages, sheets, bytes, fonts and boxes`() async throws {
    let set = try await SetLetter(example: "kl-2019", "--report", "json")
    let report = try report(of: set.run)
    #expect(report.ok)
    #expect(report.pages == 1 && report.sheets == 1)
    #expect(report.bytes == set.pdf?.count)
    #expect(report.files == [set.scratch.path("letter.pdf")])
    #expect(report.fonts == ["LiberationSans-Regular.ttf"])
    #expect(report.diagnostics.isEmpty)
    let page = try #require(report.boxes.first)
    #expect(page.page == 1)
    let recipient = try #require(page.box("recipient"))
    let body = try #require(page.box("body"))
    let sidebar = try #require(page.box("sidebar"))
    let signatures = try #require(page.box("signatures"))
    #expect(body.width == 125)
    #expect(recipient.y + recipient.height <= body.y)
    #expect(sidebar.x >= body.x + body.width)
    #expect(sidebar.x + sidebar.width <= 210)
    #expect(signatures.y >= body.y + body.height)
    #expect(signatures.y + signatures.height <= 297)
  }

  @Test func `Two pages are one sheet, with their boxes page by page`() async throws {
    let report = try report(
      of: try await SetLetter(example: "kl-2024", "--report", "json").run)
    #expect(report.pages == 2 && report.sheets == 1)
    #expect(report.boxes.map(\.page) == [1, 2])
    #expect(report.boxes.allSatisfy { $0.box("sidebar") != nil && $0.box("body") != nil })
    #expect(report.boxes[0].box("signatures") == nil)
    #expect(report.boxes[1].box("signatures") != nil)
    #expect(report.fonts == ["LiberationSans-Bold.ttf", "LiberationSans-Regular.ttf"])
  }

  @Test func `The report on a letter at fault tells every error with its place`() async throws {
    let set = try await SetLetter(
      "---\nlayout: kl\ndate: 2024-02-30\nsignatures: [{nam: A}]\n---\nTekst\n", "--report", "json")
    #expect(set.run.ending == .exit(1))
    let report = try report(of: set.run)
    #expect(!report.ok)
    #expect(report.pages == 0 && report.bytes == 0 && report.files.isEmpty)
    let date = try #require(report.diagnostics.first)
    #expect(date.severity == "error")
    #expect(date.message == "date is \"2024-02-30\", a day that does not exist")
    #expect(date.file == "letter.md" && date.line == 3 && date.column == 7)
    #expect(date.hints == ["check the year, the month and the day"])
    #expect(report.diagnostics.contains { $0.message == "unknown key \"nam\"" && $0.line == 4 })
  }
}
