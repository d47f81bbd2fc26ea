/// Whether the cells of a foreign table fit together, and each has a heading (ISO 14289-1, 7.2, 7.5).
struct TableAudit {
  let tags: ForeignTags

  private struct Cell {
    let isHeader: Bool
    let scope: String?
    let hasHeaders: Bool
  }

  /// What is wrong with a table; nil if nothing is.
  func flaw(ofTable table: Int, in document: borrowing PDFDocument) -> String? {
    let rows = rows(of: table)
    var grid: [[Int: Cell]] = Array(repeating: [:], count: rows.count)
    var size = 0
    for (y, row) in rows.enumerated() {
      var x = 0
      for index in kids(of: row) {
        let element = tags.elements[index]
        let across = span(element, "ColSpan", in: document)
        let down = span(element, "RowSpan", in: document)
        size += max(0, min(across, 1000) * min(down, 1000))
        guard (1..<1000).contains(across), (1..<1000).contains(down), y + down <= rows.count,
          size < 1_000_000
        else {
          return "the cells of a table in it do not fit together"
        }
        while grid[y][x] != nil { x += 1 }
        let cell = Cell(
          isHeader: element.type == "TH",
          scope: attribute(element, "Scope", in: document).flatMap { document.name($0) },
          hasHeaders: attribute(element, "Headers", in: document) != nil)
        for line in y..<y + down {
          for column in x..<x + across {
            if grid[line][column] != nil { return "the cells of a table in it lie on each other" }
            grid[line][column] = cell
          }
        }
        x += across
      }
    }
    let width = grid.first?.count ?? 0
    if grid.contains(where: { $0.count != width }) {
      return "the rows of a table in it have different numbers of cells"
    }
    return headingFlaw(grid)
  }

  private func headingFlaw(_ grid: [[Int: Cell]]) -> String? {
    for row in grid {
      for (column, cell) in row {
        if cell.isHeader, cell.scope == nil {
          return "a heading in a table of it does not say what it heads"
        }
        if cell.isHeader || cell.hasHeaders { continue }
        let isHeaded =
          row.values.contains { $0.isHeader && $0.scope != "Column" }
          || grid.contains { $0[column].map { $0.isHeader && $0.scope != "Row" } ?? false }
        if !isHeaded { return "a cell in a table of it has no heading" }
      }
    }
    return nil
  }

  private func kids(of index: Int) -> [Int] {
    tags.elements[index].kids.compactMap { kid -> Int? in
      if case .element(let index) = kid { index } else { nil }
    }
  }

  private func rows(of table: Int) -> [Int] {
    kids(of: table).flatMap { index -> [Int] in
      switch tags.elements[index].type {
      case "TR": [index]
      case "THead", "TBody", "TFoot": kids(of: index).filter { tags.elements[$0].type == "TR" }
      default: []
      }
    }
  }

  private func span(
    _ element: ForeignTags.Element, _ key: String, in document: borrowing PDFDocument
  ) -> Int {
    attribute(element, key, in: document).flatMap { document.integer($0) } ?? 1
  }

  private func attribute(
    _ element: ForeignTags.Element, _ key: String, in document: borrowing PDFDocument
  ) -> PDFObject? {
    ForeignAttributes.objects(of: element.object, in: document).last {
      document.name($0, "O") == "Table" && document.has($0, key)
    }.map { document.get($0, key) }
  }
}
