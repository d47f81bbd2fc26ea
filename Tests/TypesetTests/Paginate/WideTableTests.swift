import Testing

@testable import Typeset

/// A wide table reaches into the margin where no frame stands.
struct WideTableTests {
  private let cell = "Borgerne efterspørger et samlet tilbud med én indgang"

  private func table(_ end: String = "\n{width=wide}") -> String {
    let row = "| " + Array(repeating: cell, count: 4).joined(separator: " | ") + " |"
    return "| a | b | c | d |\n| --- | --- | --- | --- |\n\(row)\n\(row)\(end)"
  }

  /// How far the cells of each page reach to the right, in millimetres.
  private func reaches(_ set: Composition) -> [Int: Double] {
    Dictionary(
      set.placedLines.filter { $0.role == "tableCell" }.map { ($0.page, $0.ink.maxX.millimetres) },
      uniquingKeysWith: max)
  }

  /// The layout `kl`: a column from 25 to 148 mm, its sidebar at the foot from 158 mm on.
  @Test func `A table above the sidebar takes the margin beside it`() throws {
    let wide = try composed(table(), head: "phone: 12\n")
    let narrow = try composed(table(""), head: "phone: 12\n")
    #expect(try #require(reaches(wide)[1]) > 160)
    #expect(try #require(reaches(narrow)[1]) < 149)
    #expect(wide.collisions == [])
    #expect(wide.texts("tableCell").count < narrow.texts("tableCell").count)
  }

  @Test func `One that the sidebar stands beside stays in its column, with a note`() throws {
    let text = Array(repeating: "Ord.", count: 16).joined(separator: "\n\n") + "\n\n" + table()
    let set = try composed(text, head: "case-id: 1\nemail: a@b.dk\nphone: 12\n")
    #expect(set.pages.count == 1)
    #expect(try #require(reaches(set)[1]) < 149)
    #expect(set.collisions == [])
    #expect(
      set.notes.contains(
        "the table stays in its column, since a frame stands in the margin beside it"))
  }

  @Test func `The layout may say it of all tables, and a table otherwise`() throws {
    let wide = "extends: kl\nname: own\ntables: {width: wide}\n"
    let set = try composed(table(""), inLayout: wide)
    #expect(try #require(reaches(set)[1]) > 160)
    let narrow = try composed(table("\n{width=column}"), inLayout: wide)
    #expect(try #require(reaches(narrow)[1]) < 149)
  }

  @Test func `Margins of one width and pages that are mirrored leave no room`() {
    func region(_ x: Double, _ width: Double) -> Rect {
      Rect(x: .mm(x), y: .mm(30), width: .mm(width), height: .mm(200))
    }
    func reach(_ regions: [Rect], isMirrored: Bool = false) -> [Double] {
      let reach = TableReach(
        table: 0, regions: regions, pageWidth: .mm(210), isMirrored: isMirrored)
      return [reach.left, reach.right].map { ($0.millimetres * 10).rounded() / 10 }
    }
    #expect(reach([region(25, 160)]) == [0, 0])
    #expect(reach([region(25, 125)]) == [0, 35])
    #expect(reach([region(60, 125)]) == [35, 0])
    #expect(reach([region(25, 125), region(25, 145)]) == [0, 15])
    #expect(reach([region(25, 125)], isMirrored: true) == [0, 0])
  }
}

extension Composition {
  /// What is noted about it.
  fileprivate var notes: [String] {
    warnings.filter { $0.severity == .note }.map(\.message)
  }
}
