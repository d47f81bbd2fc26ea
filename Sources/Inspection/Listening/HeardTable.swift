import PDFFile

/// The cells of a table by row and column, and the heads that are said before each.
struct HeardTable {
  /// How many columns there are.
  private(set) var width = 0
  /// How many rows there are.
  var rows: Int { rowNumbers.count }

  private struct Cell {
    let place: Int
    let rows: Range<Int>
    let columns: Range<Int>
    /// What it heads; nil for a cell that heads nothing.
    let scope: String?
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

  /// - Parameter table: the table's place among the tags.
  init(_ table: Int, _ tree: StructureTree, _ pdf: InspectedPDF) {
    var taken: Set<[Int]> = []
    for place in tree.range(of: table) where tree.elements[place].type == "TR" {
      guard Self.home(of: place, in: tree) == table else { continue }
      let row = rowNumbers.count
      rowNumbers[place] = row
      var column = 0
      for kid in tree.elements(within: place) {
        guard ["TH", "TD"].contains(tree.elements[kid].type), cells.count < Self.limit
        else { continue }
        func span(_ key: String) -> Int {
          max(1, min(100, pdf.integer(tree.attribute(key, owner: "Table", of: kid)) ?? 1))
        }
        while taken.contains([row, column]) { column += 1 }
        let (across, down) = (span("ColSpan"), span("RowSpan"))
        for y in row..<row + down where down > 1 {
          for x in column..<column + across { taken.insert([y, x]) }
        }
        add(
          kid, rows: row..<row + down, columns: column..<column + across, tree, pdf)
        column += across
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
    let scope = pdf.name(tree.attribute("Scope", owner: "Table", of: place))
    let cell = Cell(
      place: place, rows: rows, columns: columns, scope: isHead ? scope ?? "Column" : nil)
    cells[place] = cell
    if isHead, heads.count < Self.headLimit { heads.append(cell) }
    if let name = pdf.string(element.entries["ID"]) { named[name] = place }
    let names = pdf.items(tree.attribute("Headers", owner: "Table", of: place))
    if !names.isEmpty { naming[place] = names.compactMap { pdf.string($0) } }
  }

  /// The number of a row, from 0; nil for one of another table.
  func row(of place: Int) -> Int? { rowNumbers[place] }

  /// The cells that are said before one: those that it names, else those of its column and row
  /// (ISO 32000-1, table 349).
  func heads(of place: Int) -> [Int] {
    if let names = naming[place] { return names.compactMap { named[$0] } }
    guard let cell = cells[place], cell.scope == nil else { return [] }
    return heads.filter { head in
      switch head.scope {
      case "Column": Self.heads(head, columnOf: cell)
      case "Row": Self.heads(head, rowOf: cell)
      case "Both": Self.heads(head, columnOf: cell) || Self.heads(head, rowOf: cell)
      default: false
      }
    }.map(\.place)
  }

  private static func heads(_ head: Cell, columnOf cell: Cell) -> Bool {
    head.columns.overlaps(cell.columns) && head.rows.lowerBound < cell.rows.lowerBound
  }

  private static func heads(_ head: Cell, rowOf cell: Cell) -> Bool {
    head.rows.overlaps(cell.rows) && head.columns.lowerBound < cell.columns.lowerBound
  }
}
