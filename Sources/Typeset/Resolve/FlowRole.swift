/// What a block is to the letter: a word for text dumps, from which ``Handling`` follows.
enum FlowRole: Hashable, Sendable {
  case recipient, attention, notice, subject, opening, body, closing, signature, enclosures,
    copies, postscript, caption, footnote, quote, callout, code, listItem, fieldList, tableCell
  case heading(Int)
  /// Of a frame, by the name of it.
  case fixed(in: String)

  /// Whether letters to many differ in it: in whom they are for, what about, and the frames with their
  /// references.
  var isPersonal: Bool {
    switch self {
    case .recipient, .attention, .notice, .subject, .opening, .fixed: true
    default: false
    }
  }

  /// The word for it in text dumps.
  var name: String {
    switch self {
    case .heading(let level): "heading\(level)"
    case .recipient: "recipient"
    case .attention: "attention"
    case .notice: "notice"
    case .subject: "subject"
    case .opening: "opening"
    case .body: "body"
    case .closing: "closing"
    case .signature: "signature"
    case .enclosures: "enclosures"
    case .copies: "copies"
    case .postscript: "postscript"
    case .caption: "caption"
    case .footnote: "footnote"
    case .quote: "quote"
    case .callout: "callout"
    case .code: "code"
    case .listItem: "listItem"
    case .fieldList: "fieldList"
    case .tableCell: "tableCell"
    case .fixed(let frame): frame
    }
  }
}

/// How a paragraph is set and divided.
struct Handling: Hashable, Sendable {
  /// The edge that its lines share where it runs from right to left.
  enum Edge: Hashable, Sendable {
    /// The one that its reader begins at.
    case reading
    /// The one that its style says, as lines of addresses and sidebars that stand together.
    case styled
  }

  /// Whether runs of spaces stay as they are, as in program text.
  var preservesSpaces = false
  var edge = Edge.reading
  /// Whether it stands right in the column, on whose lines its own may stand.
  var isInColumn = true
  /// Whether its leading may give to save or to fill a page.
  var leadingGives = true
  /// Whether it is an item of a list, which a line that ends in a colon may announce.
  var isListItem = false
  /// Whether it belongs to the closing of the letter.
  var isClosing = false
  /// Whether it stands below the closing: a postscript, enclosures, copies.
  var isAddendum = false
  /// The box that a report counts it to.
  var box = BoxID.body
}

extension FlowRole {
  /// How a paragraph of the role is handled.
  var handling: Handling {
    var made = Handling()
    switch self {
    case .recipient, .attention:
      made.edge = .styled
      made.isInColumn = false
      made.box = .recipient
    case .fixed:
      made.edge = .styled
      made.isInColumn = false
    case .enclosures, .copies:
      made.edge = .styled
      made.isAddendum = true
    case .postscript: made.isAddendum = true
    case .closing: made.isClosing = true
    case .signature:
      made.edge = .styled
      made.leadingGives = false
      made.isClosing = true
      made.box = .signatures
    case .tableCell:
      made.isInColumn = false
      made.leadingGives = false
    case .footnote: made.isInColumn = false
    case .code:
      made.preservesSpaces = true
      made.leadingGives = false
    case .listItem: made.isListItem = true
    case .notice, .subject, .opening, .body, .caption, .quote, .callout, .fieldList, .heading:
      break
    }
    return made
  }
}
