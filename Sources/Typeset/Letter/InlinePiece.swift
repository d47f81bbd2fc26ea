/// Inline content on its way from Markdown to ``Inline``, with offsets in the ``BodyText``.
indirect enum InlinePiece {
  /// Text out of its escapes.
  case text(String, Range<Int>)
  /// A line end of the source that is only a space.
  case softBreak(Range<Int>)
  case lineBreak(Range<Int>)
  case code(String, Range<Int>)
  case footnote(Int, Range<Int>)
  case image(Picture, Range<Int>)
  case group(Kind, [InlinePiece], Range<Int>)

  enum Kind {
    case emphasis, strong, strikethrough
    case link(String)
    case span([String: String])
  }

  struct Picture {
    var path: String
    var alternative: String
    var title: String
    var attributes: [String: String] = [:]
  }

  var range: Range<Int> {
    switch self {
    case .text(_, let range), .softBreak(let range), .lineBreak(let range), .code(_, let range),
      .footnote(_, let range), .image(_, let range), .group(_, _, let range):
      range
    }
  }

  /// The words alone.
  var plainText: String {
    switch self {
    case .text(let text, _), .code(let text, _): text
    case .softBreak, .lineBreak: " "
    case .footnote: ""
    case .image(let picture, _): picture.alternative
    case .group(_, let pieces, _): pieces.map(\.plainText).joined()
    }
  }
}
