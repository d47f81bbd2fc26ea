import PDFFile
import Typeset

// Lists and tables.

extension Rule {
  private static let parents: [String: Set<String>] = [
    "TR": ["Table", "THead", "TBody", "TFoot"], "THead": ["Table"], "TBody": ["Table"],
    "TFoot": ["Table"], "TH": ["TR"], "TD": ["TR"], "LI": ["L"], "LBody": ["LI"],
  ]
  private static let children: [String: Set<String>] = [
    "Table": ["TR", "THead", "TBody", "TFoot", "Caption"], "TR": ["TH", "TD"], "THead": ["TR"],
    "TBody": ["TR"], "TFoot": ["TR"], "L": ["L", "LI", "Caption"], "LI": ["Lbl", "LBody"],
  ]

  /// Lists hold items, and tables rows.
  static let nesting = Rule(
    "nesting", "Lists hold items and tables rows of as many cells, and nothing else."
  ) { subject, _ in
    elements(in: subject) { tree, place in
      let element = tree.elements[place]
      let advice: DiagnosticText = "put the tags in order"
      if let allowed = parents[element.type] {
        let parent = element.parent.map { tree.elements[$0].type } ?? "the root"
        if !allowed.contains(parent) {
          return ("\(element.type) stands in \(parent)", advice)
        }
      }
      guard let allowed = children[element.type] else { return nil }
      let kids = tree.elements(within: place).map { tree.elements[$0].type }
      if let odd = kids.first(where: { !allowed.contains($0) }) {
        return ("\(element.type) holds \(odd)", advice)
      }
      let hasContent = element.kids.contains { if case .content = $0 { true } else { false } }
      if hasContent { return ("\(element.type) holds text that is in no part of it", advice) }
      return element.type == "Table" && !isRegular(place, tree, subject)
        ? ("the rows of the table have not as many cells as each other", advice) : nil
    }
  }

  /// Whether all rows of a table are as wide, cells that span several counted as such.
  private static func isRegular(_ table: Int, _ tree: StructureTree, _ subject: Subject) -> Bool {
    var widths: [Int] = []
    var hanging: [Int: Int] = [:]
    for place in tree.range(of: table) where tree.elements[place].type == "TR" {
      var width = hanging.removeValue(forKey: widths.count) ?? 0
      if subject.isOverdue { break }
      for cell in tree.elements(within: place) {
        let columns = max(1, min(1000, span("ColSpan", cell, tree, subject)))
        let rows = max(1, min(1000, span("RowSpan", cell, tree, subject)))
        width += columns
        for offset in 1..<max(2, rows) where rows > 1 {
          hanging[widths.count + offset, default: 0] += columns
        }
      }
      widths.append(width)
    }
    return Set(widths).count <= 1
  }

  private static func span(
    _ key: String, _ cell: Int, _ tree: StructureTree, _ subject: Subject
  ) -> Int { subject.pdf.integer(tree.attribute(key, owner: "Table", of: cell)) ?? 1 }

  /// A table says what its rows and columns are.
  static let tableHeaders = Rule(
    "table-headers", "Every table has header cells, and they say what they head."
  ) { subject, _ in
    elements(in: subject) { tree, place in
      let element = tree.elements[place]
      if element.type == "Table" {
        let cells = tree.range(of: place).map { tree.elements[$0].type }
        guard cells.contains("TD"), !cells.contains("TH") else { return nil }
        return ("the table has no header cells", "tag the cells of its head as TH")
      }
      guard element.type == "TH", tree.attribute("Scope", owner: "Table", of: place) == .null,
        element.entries["ID"] == nil
      else { return nil }
      return ("a header cell does not say what it heads", "give it a Scope: Column or Row")
    }
  }
}
