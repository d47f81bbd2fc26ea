/// What follows from a table's contents: which columns hold numbers, and which cells head others.
struct TableContents {
  /// The alignment of each column, every choice made: numbers stand at the right.
  let alignments: [ParagraphStyle.Alignment]
  /// The columns whose numbers stand with their decimals below each other.
  let alignsNumbers: Set<Int>
  /// Whether the cells of the head are tagged as heads of their columns.
  let columnsHaveHeads: Bool
  private let rowsHaveHeads: Bool
  private let totalsHaveHeads: Bool

  init(_ table: Block.Table, _ numbers: NumberForm) {
    let numeric = Set(
      table.columns.indices.filter { Self.holdsNumbers($0, of: table, numbers) })
    // The first column lines up with the text above it unless the letter says more.
    alignsNumbers = numeric.filter {
      switch table.columns[$0] {
      case .none: $0 > 0
      case .right: true
      case .left, .center: false
      }
    }
    alignments = table.columns.indices.map { [alignsNumbers] index in
      switch table.columns[index] {
      case .none: alignsNumbers.contains(index) ? .right : .left
      case .left: .left
      case .center: .center
      case .right: .right
      }
    }
    switch table.headers {
    case nil:
      columnsHaveHeads = true
      rowsHaveHeads = Self.firstColumnNames(table, numeric)
      totalsHaveHeads = true
    case .some(let headers):
      columnsHaveHeads = headers == .column || headers == .both
      rowsHaveHeads = headers == .row || headers == .both
      totalsHaveHeads = rowsHaveHeads
    }
  }

  /// Whether the first cell of a row is tagged as its head.
  func hasHead(_ row: Block.Table.Row) -> Bool {
    row.isTotal ? totalsHaveHeads : rowsHaveHeads
  }

  /// Whether every cell of a column under its head is a number, a dash or empty, and one a number.
  private static func holdsNumbers(
    _ column: Int, of table: Block.Table, _ numbers: NumberForm
  ) -> Bool {
    var found = false
    for row in table.rows where row.cells.indices.contains(column) {
      let inlines = row.cells[column].inlines
      guard !inlines.contains(where: { $0.content == .lineBreak }) else { return false }
      let text = inlines.plainText.trimmed
      if text.isEmpty { continue }
      guard numbers.wholePart(of: text) != nil else { return false }
      found = found || !NumberForm.isDash(text)
    }
    return found
  }

  /// Whether the first column says in words what the rows are, and another holds numbers.
  private static func firstColumnNames(_ table: Block.Table, _ numeric: Set<Int>) -> Bool {
    !numeric.contains(0) && !numeric.isEmpty
      && table.rows.allSatisfy { row in
        row.cells.first?.inlines.plainText.contains(where: \.isLetter) ?? false
      }
  }
}

extension String {
  /// The text without white at its ends.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
