import Testing

@testable import Typeset

/// What a letter says of a table in braces.
struct TableAttributeTests {
  private let rows = "| a | b |\n| --- | --- |\n| c | 1 |"

  private func table(_ text: String) throws -> Block.Table? {
    guard case .table(let table)? = try body(text).first?.content else { return nil }
    return table
  }

  @Test(arguments: ["\n{headers=both width=wide}", "\n\n: Tal {headers=both width=wide}"])
  func `Braces under the rows or at the end of the caption tell of the table`(
    end: String
  ) throws {
    let table = try #require(try table(rows + end))
    #expect(table.headers == .both)
    #expect(table.width == .wide)
    #expect(table.rows.count == 1)
    #expect(dump(table.caption) == (end.contains(":") ? "Tal" : ""))
  }

  @Test func `Braces may have a line of their own in the caption, and lists indent them`() throws {
    #expect(try table(rows + "\n\n: Tal\n{headers=none}")?.headers == Block.Table.Headers.none)
    let text = "- x\n\n  " + (rows + "\n{headers=row}").replacing("\n", with: "\n  ")
    guard case .list(let list)? = try body(text).first?.content,
      case .table(let inner)? = list.items.first?.blocks.last?.content
    else {
      Issue.record("no table in the list")
      return
    }
    #expect(inner.headers == .row)
  }

  @Test func `A mark in a row's first cell makes it one of totals`() throws {
    let table = try #require(
      try table(rows + "\n| I alt {.total} | 2 |\n| **Sum** {.total} | 2 |\n| d {.total} e | 3 |"))
    #expect(table.rows.map(\.isTotal) == [false, true, true, false])
    #expect(
      table.rows.map { dump($0.cells[0].inlines) } == [
        "c", "I alt", "<strong Sum>", "d {.total} e",
      ])
  }

  @Test func `Braces that are escaped or of code are text`() throws {
    let table = try #require(
      try table(rows + "\n| I alt \\{.total} | 2 |\n| `{.total}` | 2 |"))
    #expect(table.rows.map(\.isTotal) == [false, false, false])
    #expect(dump(table.rows[1].cells[0].inlines) == "I alt {.total}")
  }

  @Test(arguments: [
    ("{header=both}", "6:2 unknown attribute \"header\" | write headers"),
    ("{.wide}", "6:2 unknown attribute \".wide\" | use headers or width"),
    (
      "{width=80mm}",
      "6:2 width is \"80mm\", not column or wide | write column or wide"
    ),
  ])
  func `Other attributes are errors with their place`(braces: String, message: String) throws {
    let error = #expect(throws: Diagnostics.self) { () throws in
      _ = try body(rows + "\n" + braces)
    }
    #expect(error?.all.map(brief) == [message])
  }
}
