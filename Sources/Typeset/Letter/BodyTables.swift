extension BodyReader {
  /// Reads a table; its rows stand on one line each.
  mutating func table(
    _ node: MarkdownNode, _ range: Range<Int>, _ depth: Int, _ quotes: Int
  ) -> Block.Table {
    var table = Block.Table(columns: node.columnAlignments, head: [], rows: [], caption: [])
    for row in node.children {
      let start = text.offset(line: row.startLine, column: row.startColumn)
      let line = start..<text.lineEnd(after: start)
      let cells = cells(of: row, line, depth, quotes, columns: table.columns.count)
      if row.kind == .tableHead {
        table.head = cells
      } else {
        table.rows.append(Block.Table.Row(cells: cells, place: text.place(trimmed(line))))
      }
    }
    return table
  }

  private mutating func cells(
    of row: MarkdownNode, _ line: Range<Int>, _ depth: Int, _ quotes: Int, columns: Int
  ) -> [Block.Table.Cell] {
    let ranges = cellRanges(in: line)
    if ranges.count > columns {
      problems.add(
        .error(
          "this row has \(ranges.count) cells, the table \(columns) columns",
          at: text.place(ranges[columns].lowerBound..<trimmed(line).upperBound),
          hint: "add a column to the head of the table, or write \\| for a bar in the text"))
    }
    var cells: [Block.Table.Cell] = []
    for (index, cell) in row.children.enumerated() where cell.kind == .tableCell {
      let end = trimmed(line).upperBound
      let range = index < ranges.count ? ranges[index] : end..<end
      let inlines = finish(pieces(of: cell, range, depth, quotes))
      cells.append(Block.Table.Cell(inlines: inlines, place: text.place(range)))
    }
    return cells
  }

  /// The stretches between the bars of a row, without the white space around them.
  private func cellRanges(in line: Range<Int>) -> [Range<Int>] {
    let row = trimmed(line)
    var ranges: [Range<Int>] = []
    var start = row.lowerBound
    if text.has("|", at: start) { start += 1 }
    var offset = start
    while offset < row.upperBound {
      if text.has("\\", at: offset) {
        offset += 2
        continue
      }
      if text.has("|", at: offset) {
        ranges.append(trimmed(start..<offset))
        start = offset + 1
      }
      offset += 1
    }
    if start < row.upperBound { ranges.append(trimmed(start..<row.upperBound)) }
    return ranges
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, text.isSpace(lower) { lower += 1 }
    while upper > lower, text.isSpace(upper - 1) { upper -= 1 }
    return lower..<upper
  }

  /// The table that a caption may belong to.
  func captioned(_ block: Block?) -> (content: Block.Table, place: SourceRange)? {
    guard let block, case .table(let table) = block.content, table.caption.isEmpty else {
      return nil
    }
    return (table, block.place)
  }

  /// Takes `: ` away from the beginning of a caption; false if it is none.
  func dropCaptionMark(_ pieces: inout [InlinePiece]) -> Bool {
    guard case .text(let literal, let range)? = pieces.first, literal.hasPrefix(": "),
      text.has(": ", at: range.lowerBound)
    else { return false }
    pieces[0] = .text(String(literal.dropFirst(2)), range.lowerBound + 2..<range.upperBound)
    return true
  }
}
