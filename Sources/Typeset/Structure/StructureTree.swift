/// The logical structure of a document: what a screen reader is told about it.
///
/// Roles are those of ISO 32000-1, 14.8.4. Elements are in reading order; the first is the
/// document itself.
struct StructureTree: Hashable, Sendable {
  /// The elements, element 0 the `Document`; an ``ElementID`` is an index into them.
  private(set) var elements: [StructureElement]

  /// A tree that holds only the document.
  init() {
    elements = [StructureElement(role: .document, parent: nil)]
  }

  /// The document element, the root of all others.
  static let root = ElementID(0)

  /// Adds an element as the last child of its parent.
  mutating func add(_ element: StructureElement) -> ElementID {
    elements.append(element)
    return ElementID(elements.count - 1)
  }

  /// Notes words as what a heading or link says, if they stand in one.
  mutating func note(_ words: String, in id: ElementID) {
    var next: ElementID? = id
    while let id = next {
      switch elements[id.index].role {
      case .heading, .link: elements[id.index].words += words
      case .span, .emphasis, .reference: break
      default: return
      }
      next = elements[id.index].parent
    }
  }

  subscript(id: ElementID) -> StructureElement {
    get { elements[id.index] }
    set { elements[id.index] = newValue }
  }
}

/// Names one element of a ``StructureTree``.
struct ElementID: Hashable, Sendable {
  /// The element's index in its tree.
  let index: Int

  init(_ index: Int) { self.index = index }
}

/// One element of the logical structure.
struct StructureElement: Hashable, Sendable {
  /// What the element is.
  let role: StructureRole
  /// The element it belongs to; nil for the document alone.
  let parent: ElementID?
  /// A title, as of a section (`T`).
  var title: String? = nil
  /// What a heading or link says, as the plan has it; see ``spokenWords``.
  var words = ""
  /// What an image shows, in words (`Alt`).
  var alternative: String? = nil
  /// The text that the content stands for, as the whole of a hyphenated word (`ActualText`).
  var actualText: String? = nil
  /// What an abbreviation stands for (`E`).
  var expansion: String? = nil
  /// Whether it is an image within a line (`Placement`).
  var isInline = false
  /// The language, where it differs from the parent's (`Lang`).
  var language: LanguageTag? = nil
  /// The footnote that this is or refers to, an index into ``Plan/footnotes``.
  var footnote: Int? = nil
  /// Where the author wrote it, for messages.
  var place: SourceRange? = nil

  /// What a heading or link says, for its bookmark or description: without marks of notes and
  /// places of division, every white one space.
  var spokenWords: String {
    // Most links and headings of one word need nothing done.
    if words.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return words }
    return words.filter { $0 != "\u{AD}" }.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}

/// The structure types of ISO 32000-1, 14.8.4, with the attributes some of them carry.
enum StructureRole: Hashable, Sendable {
  /// The whole letter.
  case document
  /// An enclosure with a structure of its own.
  case part
  /// A part of it: the recipients, the references, the signatures.
  case section
  /// A division without meaning of its own.
  case division
  /// A heading of level 1 to 6.
  case heading(Int)
  /// A paragraph.
  case paragraph
  /// A list and how its items are numbered.
  case list(ListNumbering)
  /// An item of a list.
  case listItem
  /// The bullet or number of an item.
  case label
  /// The text of an item.
  case listBody
  /// A quotation of one or more paragraphs.
  case blockQuote
  /// What stands out of the text; written as `Div`, since PDF 1.7 has no `Aside`.
  case aside
  /// Program text.
  case code
  /// A stretch of text within a paragraph.
  case span
  /// Emphasised text; written as `Span`, since PDF 1.7 has no `Em`.
  case emphasis
  /// A link to a URI.
  case link(uri: String)
  /// A link to another element of this document (a footnote).
  case reference
  /// A footnote.
  case note
  /// An image with a meaning.
  case figure
  /// A caption of a table or figure.
  case caption
  /// A table.
  case table
  /// The head rows of a table.
  case tableHead
  /// The other rows of a table.
  case tableBody
  /// A row.
  case tableRow
  /// A cell that heads a column or a row.
  case tableHeader(TableScope)
  /// A cell.
  case tableCell

  /// How list items are marked (ISO 32000-1, table 347).
  enum ListNumbering: String, Hashable, Sendable {
    /// No marks.
    case none = "None"
    /// A filled circle.
    case disc = "Disc"
    /// An open circle.
    case circle = "Circle"
    /// A square or dash.
    case square = "Square"
    /// 1, 2, 3.
    case arabic = "Decimal"
    /// I, II, III.
    case upperRoman = "UpperRoman"
    /// i, ii, iii.
    case lowerRoman = "LowerRoman"
    /// A, B, C.
    case upperAlpha = "UpperAlpha"
    /// a, b, c.
    case lowerAlpha = "LowerAlpha"
  }

  /// What a header cell heads (ISO 32000-1, table 349).
  enum TableScope: String, Hashable, Sendable {
    /// The cells of its row.
    case row = "Row"
    /// The cells of its column.
    case column = "Column"
    /// Both.
    case both = "Both"
  }
}
