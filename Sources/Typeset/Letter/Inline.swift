/// A stretch of text in a paragraph.
public struct Inline: Hashable, Sendable {
  /// What a stretch of text is.
  public indirect enum Content: Hashable, Sendable {
    /// Text without markup.
    case text(String)
    /// Emphasised text.
    case emphasis([Inline])
    /// Bold text.
    case strong([Inline])
    /// Text that is struck out.
    case strikethrough([Inline])
    /// Text in a typewriter's letters, with its spaces as they are.
    case code(String)
    /// A link to an address of http, https, mailto or tel.
    case link(uri: String, [Inline])
    /// A line end that stays.
    case lineBreak
    /// A reference to the footnote of that index in ``Letter/footnotes``.
    case footnote(Int)
    /// A span with attributes: `lang`, a language tag, and `class`, names apart by spaces of which
    /// there are `smallcaps`, `oldstyle`, `nohyphens` and `enclosure`.
    case span([Inline], attributes: [String: String])
    /// An image; it is refused anywhere but in a paragraph of its own.
    case image(Image)
  }

  /// What it is.
  public let content: Content
  /// Where it stands in its source.
  public internal(set) var place: SourceRange

  /// Makes a stretch of text.
  public init(_ content: Content) { self.init(content: content, place: .unplaced) }

  init(content: Content, place: SourceRange) {
    self.content = content
    self.place = place
  }
}
