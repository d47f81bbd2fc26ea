import Testing

@testable import Typeset

/// Numbers of a column stand with their decimals below each other.
struct NumberColumnTests {
  /// Where a piece of a line's text begins, from the page's edge, by the line's text.
  private func places(of mark: String, in set: Composition) -> [String: Double] {
    var found: [String: Double] = [:]
    for item in set.pages.flatMap(\.frame.items) {
      guard case .line(let line) = item.item, line.role == "tableCell",
        let run = line.runs.first?.item, let origin = line.runs.first?.origin.x,
        run.glyphs.count == run.text.count
      else { continue }
      let index = run.text.firstRange(of: mark).map {
        run.text.distance(from: run.text.startIndex, to: $0.lowerBound)
      }
      let before = run.glyphs.prefix(index ?? run.glyphs.count)
      let x = before.reduce(item.origin.x + origin) { $0 + $1.advance }.points
      found[run.text.replacing("\u{A0}", with: " ")] = (x * 100).rounded() / 100
    }
    return found
  }

  private func table(_ cells: [String], alignment: String = "---") -> String {
    "| Post | Tal |\n| --- | \(alignment) |\n"
      + cells.map { "| a | \($0) |" }.joined(separator: "\n")
  }

  @Test(arguments: ["kl", "brev"])
  func `Commas stand below each other, and whole numbers end there`(layout: String) throws {
    let cells = ["1.250,50", "-3,5", "112", "0,25 m"]
    let set = try composed(table(cells), layout: layout)
    let places = places(of: ",", in: set)
    let comma = try #require(places["-3,5"])
    for cell in cells { #expect(places[cell].map { abs($0 - comma) < 0.02 } == true, "\(cell)") }
    #expect(set.collisions == [])
    // The head ends where the widest cell does.
    let lines = set.placedLines.filter { $0.role == "tableCell" }
    let ends = lines.filter { cells.contains($0.text.replacing("\u{A0}", with: " ")) }.map(
      \.ink.maxX)
    let head = try #require(lines.first { $0.text == "Tal" })
    #expect(abs((head.ink.maxX - (ends.max() ?? .zero)).points) < 1)
  }

  @Test func `In English points do`() throws {
    let set = try composed(table(["1,250.50", "3.5"]), head: "language: en\n")
    let places = places(of: ".", in: set)
    let point = try #require(places["3.5"])
    #expect(places["1,250.50"].map { abs($0 - point) < 0.02 } == true)
  }

  @Test func `A column of dates or one set to the left stays as it is`() throws {
    let dates = try composed(table(["3. maj", "12. juni 2026"]))
    let left = try composed(table(["1,5", "12,25"], alignment: ":--"))
    for (set, cells) in [(dates, ["3. maj", "12. juni 2026"]), (left, ["1,5", "12,25"])] {
      let lines = set.placedLines.filter { cells.contains($0.text) }
      #expect(lines.count == 2)
      #expect(abs((lines[0].ink.minX - lines[1].ink.minX).points) < 1)
    }
  }

  @Test func `A number keeps its unit in the narrowest column`() throws {
    let words = Array(repeating: "ord", count: 60).joined(separator: " ")
    let set = try composed(
      "| Tekst | Tal |\n| --- | --- |\n| \(words) | 1.250,50 kr. pr. md. |\n| b | 2 kr. |")
    #expect(set.placedLines.contains { $0.text == "1.250,50\u{A0}kr.\u{A0}pr.\u{A0}md." })
  }
}
