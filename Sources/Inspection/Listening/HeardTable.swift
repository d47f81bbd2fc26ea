import PDFFile

/// The cells of a table by row and column, and the heads that are said before each.
struct HeardTable {
  /// How many columns there are.
  private(set) var width = 0
  /// How many rows there are.
  var rows: Int { rowNumbers.count }

  /// Whether there was more than could be looked at.
  private(set) var isCutShort = false

  /// What a head is said before.
  private enum Scope { case column, row, both }

  private struct Cell {
    let place: Int
    let rows: Range<Int>
    let columns: Range<Int>
    let isHead: Bool
    /// What it heads; nil for a cell that heads nothing.
    let scope: Scope?
  }

  private var rowNumbers: [Int: Int] = [:]
  private var cells: [Int: Cell] = [:]
  private var heads: [Cell] = []
  /// The cells that a cell names as its heads, and the cells by their names.
  private var named: [[UInt8]: Int] = [:]
  private var naming: [Int: [[UInt8]]] = [:]

  /// More cells and heads than any letter has.
  private static let limit = 20_000
  private static let headLimit = 2_000
  private static let widest = 1_000
  /// The most heads that are said before a cell.
  private static let headsOfCell = 16

  /// - Parameter table: the table's place among the tags.
  init(_ table: Int, _ tree: StructureTree, _ pdf: InspectedPDF) {
    // Until which row each column is taken by cells of rows above.
    var taken: [Int] = []
    for place in tree.range(of: table) where tree.elements[place].type == "TR" {
      guard Self.home(of: place, in: tree) == table else { continue }
      let row = rowNumbers.count
      rowNumbers[place] = row
      var column = 0
      for kid in tree.elements(within: place)
      where ["TH", "TD"].contains(tree.elements[kid].type) {
        func span(_ key: String) -> Int {
          max(1, min(100, pdf.integer(tree.attribute(key, owner: "Table", of: kid)) ?? 1))
        }
        while taken.indices.contains(column), taken[column] > row { column += 1 }
        let columns = column..<min(column + span("ColSpan"), Self.widest)
        guard cells.count < Self.limit, !columns.isEmpty else {
          isCutShort = true
          break
        }
        while taken.count < columns.upperBound { taken.append(0) }
        let rows = row..<row + span("RowSpan")
        for column in columns { taken[column] = max(taken[column], rows.upperBound) }
        add(kid, rows: rows, columns: columns, tree, pdf)
        column = columns.upperBound
      }
      width = max(width, column)
    }
  }

  /// The table that a row stands in.
  private static func home(of place: Int, in tree: StructureTree) -> Int? {
    var next = tree.elements[place].parent
    while let place = next, tree.elements[place].type != "Table" {
      next = tree.elements[place].parent
    }
    return next
  }

  private mutating func add(
    _ place: Int, rows: Range<Int>, columns: Range<Int>, _ tree: StructureTree, _ pdf: InspectedPDF
  ) {
    let element = tree.elements[place]
    let isHead = element.type == "TH"
    let cell = Cell(
      place: place, rows: rows, columns: columns, isHead: isHead,
      scope: isHead ? scope(of: place, tree, pdf) : nil)
    cells[place] = cell
    if cell.scope != nil {
      if heads.count < Self.headLimit { heads.append(cell) } else { isCutShort = true }
    }
    if let name = pdf.string(element.entries["ID"]) { named[name] = place }
    let names = pdf.items(tree.attribute("Headers", owner: "Table", of: place))
    if !names.isEmpty {
      naming[place] = names.prefix(Self.headsOfCell).compactMap { pdf.string($0) }
    }
    if names.count > Self.headsOfCell { isCutShort = true }
  }

  private func scope(of place: Int, _ tree: StructureTree, _ pdf: InspectedPDF) -> Scope? {
    switch pdf.name(tree.attribute("Scope", owner: "Table", of: place)) {
    case "Column", nil: .column
    case "Row": .row
    case "Both": .both
    default: nil
    }
  }

  /// The number of a row, from 0; nil for one of another table.
  func row(of place: Int) -> Int? { rowNumbers[place] }

  /// The cells that are said before one: those that it names, else those of its column and row
  /// (ISO 32000-1, table 349).
  mutating func heads(of place: Int) -> [Int] {
    if let names = naming[place] { return names.compactMap { named[$0] } }
    guard let cell = cells[place], !cell.isHead else { return [] }
    var found: [Int] = []
    // In the order of rows: no head that is further down is said before the cell.
    for head in heads.prefix(while: { $0.rows.lowerBound < cell.rows.upperBound }) {
      guard Self.isSaid(head, before: cell) else { continue }
      guard found.count < Self.headsOfCell else {
        isCutShort = true
        break
      }
      found.append(head.place)
    }
    return found
  }

  private static func isSaid(_ head: Cell, before cell: Cell) -> Bool {
    switch head.scope {
    case .column: heads(head, columnOf: cell)
    case .row: heads(head, rowOf: cell)
    case .both: heads(head, columnOf: cell) || heads(head, rowOf: cell)
    case nil: false
    }
  }

  private static func heads(_ head: Cell, columnOf cell: Cell) -> Bool {
    head.columns.overlaps(cell.columns) && head.rows.lowerBound < cell.rows.lowerBound
  }

  private static func heads(_ head: Cell, rowOf cell: Cell) -> Bool {
    head.rows.overlaps(cell.rows) && head.columns.lowerBound < cell.columns.lowerBound
  }
}
