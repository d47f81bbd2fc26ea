import Testing

@testable import Typeset

/// What follows from what a table holds.
struct TableContentsTests {
  private func contents(
    _ rows: [[String]], _ columns: [Block.Table.Alignment]? = nil,
    headers: Block.Table.Headers? = nil
  ) -> TableContents {
    let table = Block.Table(
      head: rows[0].map { .init($0) },
      rows: rows.dropFirst().map { row in .init(row.map { .init($0) }) },
      columns: columns, headers: headers)
    return TableContents(table, NumberForm(decimalMark: ","))
  }

  private let sums = [["Post", "Beløb", "Note"], ["Løn", "1.200 kr.", "a"], ["Leje", "–", ""]]
  private let row = Block.Table.Row([])

  @Test func `A column of numbers stands at the right unless the letter says otherwise`() {
    #expect(contents(sums).alignments == [.left, .right, .left])
    #expect(contents(sums).alignsNumbers == [1])
    #expect(contents(sums, [.none, .left, .none]).alignsNumbers == [])
    #expect(contents(sums, [.none, .center, .none]).alignments == [.left, .center, .left])
    #expect(contents([["Nr.", "Navn"], ["1", "Bo"]]).alignments == [.left, .left])
    #expect(contents([["Nr.", "Navn"], ["1", "Bo"]], [.right, .none]).alignsNumbers == [0])
    #expect(contents([["a", "b"], ["x", "–"], ["y", ""]]).alignsNumbers == [])
  }

  @Test func `Words before numbers head their rows`() {
    #expect(contents(sums).hasHead(row))
    #expect(!contents([["Navn", "By"], ["Anna", "Vejby"]]).hasHead(row))
    #expect(!contents([["År", "Sum"], ["2025", "12"]]).hasHead(row))
    #expect(!contents([["Post", "Sum"], ["Løn", "12"], ["", "13"]]).hasHead(row))
  }

  @Test func `The letter may say which cells head others`() {
    for (headers, rows, columns) in [
      (Block.Table.Headers.none, false, false), (.row, true, false), (.column, false, true),
      (.both, true, true),
    ] {
      let made = contents(sums, headers: headers)
      #expect(made.hasHead(row) == rows)
      #expect(made.columnsHaveHeads == columns)
    }
  }

  @Test func `A total heads its row`() {
    let names = [["Navn", "By"], ["Anna", "Vejby"]]
    let total = Block.Table.Row([], isTotal: true)
    #expect(contents(names).hasHead(total))
    #expect(!contents(names, headers: .column).hasHead(total))
  }
}
