extension BodyReader {
  /// The stretch of a block.
  ///
  /// When the last line of a paragraph turns out to be the head of a table, cmark gives the table
  /// the paragraph's beginning, and the paragraph no place at all.
  func range(of node: MarkdownNode, quotes: Int) -> Range<Int> {
    if node.kind == .table {
      let head = headStart(of: node, quotes: quotes)
      return head..<max(head, text.range(of: node).upperBound)
    }
    guard node.startLine == 0, let table = node.next, table.kind == .table else {
      return text.range(of: node)
    }
    let start = text.offset(line: table.startLine, column: table.startColumn)
    return trimmed(start..<max(start, headStart(of: table, quotes: quotes)))
  }

  /// Where the head of a table begins: on the line before that of its hyphens.
  private func headStart(of table: MarkdownNode, quotes: Int) -> Int {
    let firstRow = table.children.first { $0.kind == .tableRow }
    let hyphens = firstRow.map { $0.startLine - 1 } ?? table.endLine
    let line = text.offset(line: hyphens - 1, column: 1)
    // A line end is passed together with the marks of quotations that follow it.
    return max(
      text.offset(line: table.startLine, column: table.startColumn),
      line > text.start ? text.skipLineEnd(from: line - 1, quotes: quotes) : line)
  }

  /// Reads a table; its rows stand on one line each.
  mutating func table(
    _ node: MarkdownNode, _ range: Range<Int>, _ depth: Int, _ quotes: Int
  ) -> Block.Table {
    var table = Block.Table(columns: node.columnAlignments, head: [], rows: [], caption: [])
    for row in node.children {
      let start =
        row.kind == .tableHead
        ? range.lowerBound : text.offset(line: row.startLine, column: row.startColumn)
      let line = start..<text.lineEnd(after: start)
      if row.kind != .tableHead, row.next == nil, let own = attributes(on: trimmed(line)) {
        apply(own, at: trimmed(line).lowerBound, to: &table)
        continue
      }
      let isCaption = text.has(": ", at: trimmed(line).lowerBound)
      if row.kind != .tableHead, row.next == nil, isCaption {
        problems.add(
          .warning(
            .typedTable, "this is a row of the table, and no caption",
            at: text.place(trimmed(line)), hint: "leave an empty line above it"))
      }
      let (cells, isTotal) = cells(of: row, line, depth, quotes, columns: table.columns.count)
      if row.kind == .tableHead {
        table.head = cells
      } else {
        var made = Block.Table.Row(cells: cells, place: text.place(trimmed(line)))
        made.isTotal = isTotal
        table.rows.append(made)
      }
    }
    return table
  }

  /// The cells of a row, and whether the first says that it sums up those above.
  private mutating func cells(
    of row: MarkdownNode, _ line: Range<Int>, _ depth: Int, _ quotes: Int, columns: Int
  ) -> ([Block.Table.Cell], isTotal: Bool) {
    let ranges = cellRanges(in: line)
    if ranges.count > columns {
      problems.add(
        .error(
          .tableRow, "this row has \(ranges.count) cells, the table \(columns) columns",
          at: text.place(ranges[columns].lowerBound..<trimmed(line).upperBound),
          hint: "add a column to the head of the table, or write \\| for a bar in the text"))
    }
    var cells: [Block.Table.Cell] = []
    var isTotal = false
    for (index, cell) in row.children.enumerated() where cell.kind == .tableCell {
      let end = trimmed(line).upperBound
      let range = index < ranges.count ? ranges[index] : end..<end
      var pieces = pieces(of: cell, range, depth, quotes)
      slips.look(at: pieces, as: .cell)
      if index == 0, row.kind == .tableRow { isTotal = takeTotalMark(&pieces, in: range) }
      cells.append(Block.Table.Cell(inlines: finish(pieces), place: text.place(range)))
    }
    return (cells, isTotal)
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

  /// The table that a caption or attributes may belong to.
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
