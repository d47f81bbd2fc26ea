/// A stretch of text in a paragraph, with its place.
struct Inline: Hashable, Sendable {
  indirect enum Content: Hashable, Sendable {
    case text(String)
    case emphasis([Inline])
    case strong([Inline])
    case strikethrough([Inline])
    case code(String)
    case link(uri: String, [Inline])
    case lineBreak
    /// A reference to the footnote of that index in ``Letter/footnotes``.
    case footnote(Int)
    /// A span with attributes, `[text]{lang=en}` or `[text]{.smallcaps}`.
    case span([Inline], attributes: [String: String])
    case image(Image)
  }

  let content: Content
  let place: SourceRange
}
