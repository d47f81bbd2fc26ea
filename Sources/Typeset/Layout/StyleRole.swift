/// The kinds of text that a layout can style.
enum StyleRole: String, Hashable, Sendable, CaseIterable {
  case text, subject, heading
  case heading1 = "heading-1"
  case heading2 = "heading-2"
  case heading3 = "heading-3"
  case heading4 = "heading-4"
  case opening, closing, signature
  case signatureName = "signature-name"
  case signatureTitle = "signature-title"
  case recipient
  case recipientLabel = "recipient-label"
  case attention, notice, frame, sidebar, header, footer, label
  case returnLine = "return-line"
  case quote, callout
  case calloutTitle = "callout-title"
  case code
  case inlineCode = "inline-code"
  case link, list, table
  case tableHead = "table-head"
  case tableCell = "table-cell"
  case tableTotal = "table-total"
  case caption, footnote
  case fieldTerm = "field-term"
  case postscript, enclosures, copies, watermark

  /// The role whose style it starts from; nil for the text itself.
  var parent: StyleRole? {
    switch self {
    case .text: nil
    case .heading1, .heading2, .heading3, .heading4: .heading
    case .signatureName, .signatureTitle: .signature
    case .recipientLabel, .attention: .recipient
    case .sidebar, .header, .footer, .label, .returnLine: .frame
    case .tableHead, .tableCell: .table
    case .tableTotal: .tableCell
    case .calloutTitle: .callout
    default: .text
    }
  }

  /// The text that has it.
  var meaning: String {
    switch self {
    case .text: "The running text."
    case .subject: "The subject."
    case .heading: "Every heading of the body."
    case .heading1: "Headings of the first level under the subject."
    case .heading2: "Those of the second level."
    case .heading3: "Those of the third level."
    case .heading4: "Those of the fourth level and below."
    case .opening: "The salutation."
    case .closing: "The complimentary close."
    case .signature: "All of a signature."
    case .signatureName: "The signer's name."
    case .signatureTitle: "The signer's title."
    case .recipient: "The recipients."
    case .recipientLabel: "What stands above the recipients."
    case .attention: "The line for a recipient's attention."
    case .notice: "The mark of confidentiality."
    case .frame: "The lines of every frame."
    case .sidebar: "The lines of sidebars."
    case .header: "The lines of heads."
    case .footer: "The lines of feet."
    case .label: "The labels of lines in frames."
    case .returnLine: "The return line above the address."
    case .quote: "Block quotations."
    case .callout: "Call-outs."
    case .calloutTitle: "Their titles."
    case .code: "Blocks of code."
    case .inlineCode: "Code in a line."
    case .link: "The words of links."
    case .list: "The items of lists."
    case .table: "All of a table."
    case .tableHead: "The heads of its columns."
    case .tableCell: "Its cells."
    case .tableTotal: "Its rows of totals."
    case .caption: "The captions of tables and images."
    case .footnote: "Footnotes."
    case .fieldTerm: "The terms of a field list."
    case .postscript: "The postscript."
    case .enclosures: "The list of enclosures."
    case .copies: "The list of copies."
    case .watermark: "The word across the pages of a draft."
    }
  }

  /// The style of a heading of that level of the letter; deeper ones look like the fourth.
  static func heading(_ level: Int) -> StyleRole {
    switch level {
    case ...1: .heading1
    case 2: .heading2
    case 3: .heading3
    default: .heading4
    }
  }
}

/// Names a style: a role's, or one that the layout made for its frames.
enum StyleKey: Hashable, Sendable {
  case role(StyleRole)
  case custom(String)
}

/// The styles of a layout, each with every choice made.
struct StyleSheet: Hashable, Sendable {
  private(set) var roles: [StyleRole: BlockStyle] = [:]
  private(set) var custom: [String: BlockStyle] = [:]
  /// The styles that the layout itself sets, and where.
  private(set) var written: [Written] = []
  private let text: BlockStyle

  struct Written: Hashable, Sendable {
    var key: StyleKey
    var place: SourceRange
    /// Where its colour stands, if it has one of its own.
    var color: SourceRange?
    /// The layout's name for that colour, if it is one of those under `colors`.
    var colorName: String?
    /// Where its own family stands.
    var font: SourceRange?
    /// Where its own weight stands, or else its slant.
    var weight: SourceRange?
    /// Where its own leading stands.
    var leading: SourceRange?
  }

  init(text: BlockStyle) {
    self.text = text
    roles[.text] = text
  }

  subscript(role: StyleRole) -> BlockStyle {
    get { roles[role] ?? text }
    set { roles[role] = newValue }
  }

  subscript(key: StyleKey) -> BlockStyle {
    switch key {
    case .role(let role): self[role]
    case .custom(let name): custom[name] ?? text
    }
  }

  /// Notes where styles are set.
  mutating func note(_ styles: [Written]) { written += styles }

  /// Adds a style that the layout made for its frames.
  mutating func add(_ style: BlockStyle, named name: String) { custom[name] = style }
}
