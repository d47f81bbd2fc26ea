/// A table in columns of letters of one width; one that is too wide becomes rows of `label: value`.
struct TextTable {
  private struct Cell {
    var text: String
    /// What follows the whole part of a number; nil for text.
    var tail: String?
    var alignment: ParagraphStyle.Alignment
  }

  private struct Row {
    var cells: [Cell]
    var isTotal = false
  }

  private let caption: [String]
  private let head: [Row]
  private let body: [Row]
  private let columns: Int
  private let blocks: TextBlocks
  /// White between columns.
  private static let gap = 2
  /// A column of text is not made narrower.
  private static let leastColumn = 10

  init(_ table: RecitedElement, in blocks: TextBlocks) {
    self.blocks = blocks
    let caption = table.elements.first { $0.role == .caption }
    self.caption = caption.map { blocks.block($0) } ?? []
    func rows(of role: StructureRole) -> [Row] {
      table.elements.filter { $0.role == role }.flatMap(\.elements).map { row in
        Row(
          cells: row.elements.map { cell in
            Cell(
              text: blocks.text(of: cell.pieces), tail: cell.numberTail,
              alignment: cell.look?.alignment ?? .left)
          }, isTotal: row.isTotal)
      }
    }
    head = rows(of: .tableHead)
    body = rows(of: .tableBody)
    columns = (head + body).map(\.cells.count).max() ?? 0
  }

  /// The lines, the caption above.
  var lines: [String] {
    let table = fittingWidths.map { inColumns($0) } ?? inRows
    return caption.isEmpty ? table : caption + [""] + table
  }

  // MARK: Columns

  /// The columns' widths; nil where the table does not fit.
  private var fittingWidths: [Int]? {
    var widths: [Int] = (0..<columns).map { naturalWidth(of: $0) }
    let room = blocks.width - Self.gap * max(0, columns - 1)
    while widths.reduce(0, +) > room {
      let giving = widths.indices.filter { widths[$0] > leastWidth(of: $0) }
      guard let widest = giving.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[widest] -= 1
    }
    return widths
  }

  private func naturalWidth(of column: Int) -> Int {
    let numbers = numberWidths(of: column)
    let texts = cells(of: column).flatMap { $0.text.split(separator: "\n") }
    return max(numbers.whole + numbers.tail, texts.map { String($0).displayWidth }.max() ?? 0)
  }

  /// As wide as its longest word; numbers are not divided.
  private func leastWidth(of column: Int) -> Int {
    let numbers = numberWidths(of: column)
    let words = cells(of: column).flatMap { $0.text.split { $0 == " " || $0 == "\n" } }
    let word = words.map { String($0).displayWidth }.max() ?? 0
    return max(numbers.whole + numbers.tail, word, min(Self.leastColumn, naturalWidth(of: column)))
  }

  private func cells(of column: Int) -> [Cell] {
    (head + body).compactMap { $0.cells.indices.contains(column) ? $0.cells[column] : nil }
  }

  /// The widest whole part of a column's numbers, and what follows it.
  private func numberWidths(of column: Int) -> (whole: Int, tail: Int) {
    var widest = (whole: 0, tail: 0)
    for cell in cells(of: column) {
      guard let tail = cell.tail else { continue }
      widest.whole = max(widest.whole, cell.text.displayWidth - tail.displayWidth)
      widest.tail = max(widest.tail, tail.displayWidth)
    }
    return widest
  }

  private func inColumns(_ widths: [Int]) -> [String] {
    let heads = head.flatMap { setRow($0, widths, standsLow: true) }
    let rows = body.map { setRow($0, widths, standsLow: false) }
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
    var lines = heads
    if !heads.isEmpty { lines.append(rule) }
    // Rows of several lines are told apart by white.
    let isLoose = rows.contains { $0.count > 1 }
    for (index, row) in rows.enumerated() {
      if body[index].isTotal, index > 0, !body[index - 1].isTotal {
        lines.append(rule)
      } else if index > 0, isLoose {
        lines.append("")
      }
      lines += row
    }
    return lines
  }

  private func setRow(_ row: Row, _ widths: [Int], standsLow: Bool) -> [String] {
    let cells = row.cells.enumerated().map { column, cell in
      setCell(cell, in: column, width: widths[column])
    }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line in
      cells.enumerated().map { column, cell in
        let index = standsLow ? line - (height - cell.count) : line
        let text = cell.indices.contains(index) ? cell[index] : ""
        return text.padded(to: widths[column])
      }.joined(separator: String(repeating: " ", count: Self.gap))
    }
  }

  private func setCell(_ cell: Cell, in column: Int, width: Int) -> [String] {
    if let tail = cell.tail {
      let after = numberWidths(of: column).tail - tail.displayWidth
      return [(cell.text + String(repeating: " ", count: after)).leftPadded(to: width)]
    }
    return wrapped(cell.text, to: width).map { line in
      switch cell.alignment {
      case .left, .justify: line
      case .right: line.leftPadded(to: width)
      case .center: line.leftPadded(to: (width + line.displayWidth) / 2)
      }
    }
  }

  // MARK: Rows

  /// Each row as lines of what its columns are called and what they say.
  private var inRows: [String] {
    let names = (0..<columns).map { column in
      head.compactMap { $0.cells.indices.contains(column) ? $0.cells[column].text : nil }
        .joined(separator: " ")
    }
    let rows = body.map { row in
      row.cells.enumerated().flatMap { column, cell -> [String] in
        guard !cell.text.isEmpty else { return [] }
        let name = names[column]
        let label = name.isEmpty ? "" : name.hasSuffix(":") ? name + " " : name + ": "
        let lines = wrapped(label + cell.text, to: blocks.width - 2)
        return column == 0 ? lines : lines.map { "  " + $0 }
      }
    }
    return Array(rows.filter { !$0.isEmpty }.joined(separator: [""]))
  }
}
