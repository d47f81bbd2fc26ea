extension HTMLDocument {
  /// Writes a table in a region of its own, which scrolls where the screen is narrow.
  mutating func writeTable(_ table: RecitedElement) {
    tableCount += 1
    let caption = table.elements.first { $0.role == .caption }
    let name = "table-\(tableCount)"
    out.open(
      "div",
      [
        "class": "scroll", "role": caption == nil ? "group" : "region", "tabindex": "0",
        "aria-labelledby": caption == nil ? nil : name,
        "aria-label": caption == nil ? tableName : nil,
      ])
    out.newline()
    out.open("table", ["lang": table.language?.tag])
    out.newline()
    if let caption {
      out.open("caption", ["id": name])
      write(caption.pieces, over: caption.look?.text ?? recital.text)
      out.markup("</caption>\n")
    }
    let numbers = NumberTails(table)
    for part in table.elements {
      switch part.role {
      case .tableHead: writeRows(of: part, "thead", numbers: nil)
      case .tableBody: writeRows(of: part, "tbody", numbers: numbers)
      default: break
      }
    }
    out.markup("</table>\n</div>\n")
  }

  private mutating func writeRows(
    of part: RecitedElement, _ name: String, numbers: NumberTails?
  ) {
    out.open(name)
    out.newline()
    for (index, row) in part.elements.enumerated() {
      out.open("tr", ["class": row.isTotal ? "total" : nil])
      for (column, cell) in row.elements.enumerated() {
        writeCell(cell, filling: numbers?.filling(row: index, column: column))
      }
      out.markup("</tr>\n")
    }
    out.close(name)
    out.newline()
  }

  private mutating func writeCell(_ cell: RecitedElement, filling: String?) {
    var (name, scope) = ("td", String?.none)
    if case .tableHeader(let kind) = cell.role, !cell.pieces.isEmpty {
      (name, scope) = ("th", kind == .row ? "row" : "col")
    }
    let isNumber = cell.look?.number != nil
    out.open(
      name,
      [
        "scope": scope, "class": isNumber ? "number" : cell.look?.alignment.kind,
        "data-fill": filling, "lang": cell.language?.tag, "dir": direction(of: cell.words),
      ])
    write(cell.pieces, over: cell.look?.text ?? recital.text)
    out.close(name)
  }
}

/// What stands after the whole parts of the numbers of a table's columns.
struct NumberTails {
  private var tails: [[String?]] = []
  private var longest: [Int: String] = [:]

  init(_ table: RecitedElement) {
    for row in table.elements.filter({ $0.role == .tableBody }).flatMap(\.elements) {
      let own = row.elements.map(\.numberTail)
      tails.append(own)
      for (column, tail) in own.enumerated() {
        guard let tail else { continue }
        if tail.count > longest[column]?.count ?? 0 { longest[column] = tail }
      }
    }
  }

  /// What a number lacks to end where the others do; nil where it lacks nothing.
  func filling(row: Int, column: Int) -> String? {
    guard tails.indices.contains(row), tails[row].indices.contains(column),
      let own = tails[row][column], let whole = longest[column], whole.count > own.count
    else { return nil }
    return whole.hasPrefix(own)
      ? String(whole.dropFirst(own.count)) : String(repeating: "0", count: whole.count - own.count)
  }
}

extension RecitedElement {
  /// What follows the whole part of the number that a cell is; nil for what is none.
  var numberTail: String? {
    guard let number = look?.number else { return nil }
    var text = ""
    for piece in pieces {
      if case .element(let element) = piece, element.role == .reference { break }
      if case .text(let own, _) = piece { text += own }
      if case .element(let element) = piece { text += element.words }
    }
    return number.wholePart(of: text).map {
      String(decoding: text.utf8.dropFirst($0), as: UTF8.self)
    }
  }

  /// Whether it is a row that sums up others.
  var isTotal: Bool { elements.contains { $0.look?.isTotal == true } }
}
