/// A part of a text that came out of Word.
indirect enum WordBlock: Hashable, Sendable {
  /// A paragraph, with the name of its style in Word where it has one of its own.
  case paragraph([WordInline], style: String?)
  case heading(level: Int, [WordInline])
  case bullets([[WordBlock]])
  case numbered(from: Int, [[WordBlock]])
  case quotation([WordBlock])
  case code(String)
  case table(WordTable)
  case rule
}

/// A part of a paragraph that came out of Word.
indirect enum WordInline: Hashable, Sendable {
  case text(String)
  case lineBreak
  case emphasis([WordInline])
  case strong([WordInline])
  case struck([WordInline])
  case smallCapitals([WordInline])
  case code(String)
  case link([WordInline], to: String)
  /// A picture: its name in the file, what it shows, and its width in millimetres.
  case image(String, alternative: String, width: Double?)
  case footnote([WordBlock])

  /// The words, without what marks them.
  var plain: String {
    switch self {
    case .text(let text), .code(let text): text
    case .lineBreak: " "
    case .emphasis(let inner), .strong(let inner), .struck(let inner),
      .smallCapitals(let inner), .link(let inner, _):
      inner.plain
    case .image, .footnote: ""
    }
  }
}

extension [WordInline] {
  /// The words, without what marks them.
  var plain: String { map(\.plain).joined() }
}

/// A table that came out of Word: every row has a cell for each column.
struct WordTable: Hashable, Sendable {
  /// How a column is set; nil where Word does not say.
  enum Alignment: Hashable, Sendable { case left, center, right }

  var columns: [Alignment?]
  /// The rows, the first of them the head.
  var rows: [[[WordBlock]]]
  /// Whether Word says that the first row is a head.
  var hasHead: Bool
}
