extension StructureRole {
  /// The standard structure type (ISO 32000-1, 14.8.4).
  var type: String {
    switch self {
    case .document: "Document"
    case .part: "Part"
    case .section: "Sect"
    case .division: "Div"
    case .heading(let level): "H\(min(max(level, 1), 6))"
    case .paragraph: "P"
    case .list: "L"
    case .listItem: "LI"
    case .label: "Lbl"
    case .listBody: "LBody"
    case .blockQuote: "BlockQuote"
    case .aside: "Aside"
    case .code: "Code"
    case .span, .emphasis: "Span"
    case .link: "Link"
    case .reference: "Reference"
    case .note: "Note"
    case .figure: "Figure"
    case .caption: "Caption"
    case .table: "Table"
    case .tableHead: "THead"
    case .tableBody: "TBody"
    case .tableRow: "TR"
    case .tableHeader: "TH"
    case .tableCell: "TD"
    }
  }

  /// Whether it is a stretch within the lines of another (ISO 32000-1, 14.8.4.4).
  var isInline: Bool {
    switch self {
    case .span, .emphasis, .link, .reference: true
    default: false
    }
  }
}
