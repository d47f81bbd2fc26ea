import Testing

@testable import Typeset

/// A row that is taller than a page is broken, with the notes in it, also within a call-out.
@Suite struct TallRowNoteTests {
  @Test(arguments: ["", "> "])
  func `A row taller than a page goes on with its notes, nothing lost`(mark: String) throws {
    let words = (0..<420).map { number in
      "ord\(number)" + ([5, 200, 415].contains(number) ? "[^n\(number)]" : "")
    }
    let table = [
      "| Navn | Tekst |", "|---|---|", "| Før | kort |",
      "| Høj | kommunalbestyrelsens \(words.joined(separator: " kommunalbestyrelsens ")) |",
      "| Efter | kort |",
    ]
    let head = mark.isEmpty ? "" : "> [!note] Husk\n"
    let notes = [5, 200, 415].map { "[^n\($0)]: Note til ord\($0)." }
    let set = try composed(
      head + table.map { mark + $0 }.joined(separator: "\n") + "\n\nSlut.\n\n"
        + notes.joined(separator: "\n"), layout: "brev")
    #expect(set.pages.count > 2)
    #expect(set.collisions == [])
    let cells = set.texts("tableCell").joined(separator: " ")
    let found = cells.matches(of: /ord([0-9]+)/).compactMap { Int($0.1) }
    // The mark of a note stands right behind its word.
    let wanted = (0..<420).map { [5: 51, 200: 2002, 415: 4153][$0] ?? $0 }
    #expect(found == wanted)
    #expect(set.texts("footnote").filter { $0.hasPrefix("Note") }.count == 3)
    #expect(set.texts("body").last == "Slut.")
    for page in set.pages.indices.dropFirst().dropLast() {
      #expect(set.placedLines.contains { $0.page == page + 1 && $0.text == "Navn" })
    }
  }
}
