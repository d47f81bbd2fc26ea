import Testing

@testable import Typeset

/// A table too wide for its column gives way before it is refused.
struct TableFitTests {
  /// A table of one row under a head.
  func table(_ cells: [String]) -> String {
    let head = cells.indices.map { "k\($0)" }
    return [head, cells.map { _ in "---" }, cells].map { "| \($0.joined(separator: " | ")) |" }
      .joined(separator: "\n")
  }

  /// The size of the text of the cells.
  func sizes(_ set: Composition) -> Set<Double> {
    var sizes: Set<Double> = []
    for item in set.pages.flatMap(\.frame.items) {
      guard case .line(let line) = item.item, line.role == "tableCell" else { continue }
      for run in line.runs { sizes.insert((run.item.size.points * 100).rounded() / 100) }
    }
    return sizes
  }

  let greenlandic = [
    "Inatsisartullusooqnaalakkersuisullusooq", "Namminersorlutikoqartussaaneranullu",
    "Ataatsimoorussamikisumiginnaanermullu",
  ]

  @Test func `Three Greenlandic words side by side are set, in pieces, with a warning`() throws {
    for layout in try shippedLayouts() {
      let set = try composed(table(greenlandic), layout: layout, head: "language: kl\n")
      #expect(set.collisions == [])
      let letters = set.texts("tableCell").joined().count { $0.isLetter }
      #expect(letters == (["k", "k", "k"] + greenlandic).joined().count)
    }
    let set = try composed(table(greenlandic), head: "language: kl\n")
    #expect(set.warnings.contains { $0.message.hasSuffix("and is divided anywhere") })
    #expect(
      set.warnings.map(\.message).contains(
        "the table is too wide for its measure, so it is set at 75 % of its size, and words in it"
          + " are divided anywhere"))
  }

  @Test func `A table a bit too wide is set smaller, and no word of it is divided`() throws {
    let numbers = Array(repeating: "1.234.567,00", count: 7)
    let set = try composed(table(numbers))
    #expect(sizes(set) == [7.65])
    #expect(
      set.warnings.map(\.message) == [
        "the table is too wide for its measure, so it is set at 85 % of its size"
      ])
    #expect(set.texts("tableCell").count { $0 == "1.234.567,00" } == 7)
    #expect(set.collisions == [])
  }

  @Test func `A word is divided only where it is wider than its column`() throws {
    let row = [
      "boliger anstrengelser gruppe", "efter forsamlingsfriheden", "under skattefinansiering",
    ]
    let set = try composed(table(row + ["ord til mere end en linje i kolonnen", "og en til"]))
    let ends = set.texts("tableCell").filter { $0.hasSuffix("-") }
    #expect(ends == [])
    #expect(set.warnings.allSatisfy { $0.severity == .note })
  }

  @Test func `A table a little too wide for its words is set smaller, with no more than a note`()
    throws
  {
    let words = Array(repeating: "økonomiudvalget", count: 5)
    let set = try composed(table(words))
    #expect(sizes(set).count == 1 && sizes(set) != [9])
    #expect(set.warnings.map(\.severity) == [.note])
    #expect(set.texts("tableCell").count { $0 == "økonomiudvalget" } == 5)
  }

  @Test func `Six columns within a list within a quotation are set`() throws {
    let cells = ["Foranstaltning", "Økonomiudvalget", "2025", "410.000", "395.000", "Bemærkninger"]
    let lines = table(cells).split(separator: "\n").enumerated().map { index, line in
      (index == 0 ? "> - - " : ">     ") + line
    }
    let set = try composed(lines.joined(separator: "\n"), layout: "norway-c5")
    #expect(set.texts("tableCell").contains("410.000"))
    #expect(set.collisions == [])
  }

  @Test func `A table that fits is left as it is`() throws {
    let set = try composed(table(["en", "to"]))
    #expect(sizes(set) == [9])
    #expect(set.warnings == [])
  }

  @Test func `Numbers are never divided: too many of them are refused`() throws {
    let error = #expect(throws: Diagnostics.self) { () throws in
      _ = try composed(table(Array(repeating: "1.234.567.890", count: 12)))
    }
    let message = error?.all.first { $0.severity == .error }?.message
    #expect(message?.hasPrefix("the table is ") == true)
    #expect(
      message?.hasSuffix(
        " mm wider than its measure, even with smaller text and its words divided") == true)
  }

  @Test func `A table as wide as its quotation or list allows stays within it`() throws {
    for mark in ["> ", "- "] {
      let rows = table(greenlandic).split(separator: "\n")
      let text = mark + rows.joined(separator: "\n" + (mark == "- " ? "  " : mark))
      let set = try composed(text, head: "language: kl\n")
      #expect(set.collisions == [])
    }
  }
}

/// A row that is taller than a page goes on over as many as it needs.
struct TallRowTests {
  @Test(arguments: ["kl", "norway-c5", "brev"])
  func `A row taller than a page is divided between its lines`(layout: String) throws {
    let long = (1...1500).map { "ord\($0)" }.joined(separator: " ")
    let rows = ["kort | kort", "Støj | \(long)", "sidst | slut"].map { "| \($0) |" }
    let table = "| Emne | Svar |\n|---|---|\n" + rows.joined(separator: "\n")
    let set = try composed(table, layout: layout)
    #expect(set.collisions == [])
    #expect(set.pages.count > 1)
    let cells = set.texts("tableCell")
    let words = cells.flatMap { $0.split(separator: " ") }.filter { $0.hasPrefix("ord") }
    #expect(words.map(String.init) == (1...1500).map { "ord\($0)" })
    let heads = set.placedLines.filter { $0.text == "Emne" }
    #expect(heads.map(\.page) == Array(1...set.pages.count))
    #expect(heads.map(\.isArtifact) == heads.indices.map { $0 > 0 })
  }

  @Test func `A head that takes half of a page is not said again`() throws {
    let long = (1...700).map { "ord\($0)" }.joined(separator: " ")
    let rows = (1...60).map { "| a | celle \($0) |" }.joined(separator: "\n")
    let set = try composed("| Emne | \(long) |\n|---|---|\n\(rows)\n")
    #expect(set.collisions == [])
    #expect(set.placedLines.count { $0.text == "Emne" } == 1)
  }
}
