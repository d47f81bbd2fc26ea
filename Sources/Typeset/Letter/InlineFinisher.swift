/// Makes the letter's inlines of pieces: joins texts and collapses white space.
///
/// A line end of the source is a space. Any run of spaces, tabs and line ends is one space, also
/// across the borders of emphasis and links; none stands at either end or beside a line break.
struct InlineFinisher {
  let text: BodyText
  private var isAfterSpace = true
  private var words: [UInt8] = []
  private var range: Range<Int>?

  init(text: BodyText) { self.text = text }

  /// The inlines of one block.
  mutating func finish(_ pieces: [InlinePiece]) -> [Inline] {
    isAfterSpace = true
    var inlines = join(pieces)
    if case .text(let last)? = inlines.last?.content, last.hasSuffix(" "),
      let place = inlines.popLast()?.place
    {
      let trimmed = String(last.dropLast())
      if !trimmed.isEmpty { inlines.append(Inline(content: .text(trimmed), place: place)) }
    }
    return inlines
  }

  private mutating func join(_ pieces: [InlinePiece]) -> [Inline] {
    var inlines: [Inline] = []
    for piece in pieces {
      switch piece {
      case .text(let literal, let range):
        append(literal, range)
      case .softBreak(let range):
        append(" ", range)
      case .lineBreak(let range):
        if words.last == 0x20 { words.removeLast() }
        flush(into: &inlines)
        inlines.append(Inline(content: .lineBreak, place: text.place(range)))
        isAfterSpace = true
      case .code(let literal, let range):
        flush(into: &inlines)
        inlines.append(Inline(content: .code(literal), place: text.place(range)))
        isAfterSpace = false
      case .footnote(let index, let range):
        flush(into: &inlines)
        inlines.append(Inline(content: .footnote(index), place: text.place(range)))
        isAfterSpace = false
      case .image(let picture, let range):
        flush(into: &inlines)
        inlines.append(Inline(content: .image(image(picture, range)), place: text.place(range)))
        isAfterSpace = false
      case .group(let kind, let pieces, let range):
        flush(into: &inlines)
        let inner = join(pieces)
        inlines.append(Inline(content: content(kind, inner), place: text.place(range)))
      }
    }
    flush(into: &inlines)
    return inlines
  }

  private func content(_ kind: InlinePiece.Kind, _ inner: [Inline]) -> Inline.Content {
    switch kind {
    case .emphasis: .emphasis(inner)
    case .strong: .strong(inner)
    case .strikethrough: .strikethrough(inner)
    case .link(let uri): .link(uri: uri, inner)
    case .span(let attributes): .span(inner, attributes: attributes)
    }
  }

  /// The image that a piece stands for.
  func image(_ picture: InlinePiece.Picture, _ range: Range<Int>) -> Image {
    Image(
      path: picture.path, alternative: picture.alternative, title: picture.title,
      attributes: picture.attributes, place: text.place(range))
  }

  private mutating func append(_ literal: String, _ stretch: Range<Int>) {
    let bytes = Array(literal.utf8)
    var index = 0
    while index < bytes.count {
      let width = spaceWidth(bytes, at: index)
      if width == 0 {
        words.append(bytes[index])
        isAfterSpace = false
      } else if !isAfterSpace {
        words.append(0x20)
        isAfterSpace = true
      }
      index += max(width, 1)
    }
    guard !words.isEmpty else { return }
    let lower = range?.lowerBound ?? stretch.lowerBound
    range = lower..<max(range?.upperBound ?? lower, stretch.upperBound)
  }

  /// How many bytes of collapsible white space stand at an index: space, tab, line end, U+2028/9.
  private func spaceWidth(_ bytes: [UInt8], at index: Int) -> Int {
    switch bytes[index] {
    case 0x20, 0x09, 0x0A: return 1
    case 0xE2:
      guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
      return bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 ? 3 : 0
    default: return 0
    }
  }

  private mutating func flush(into inlines: inout [Inline]) {
    if let range, !words.isEmpty {
      let content = Inline.Content.text(String(decoding: words, as: UTF8.self))
      inlines.append(Inline(content: content, place: text.place(range)))
    }
    words = []
    range = nil
  }
}
