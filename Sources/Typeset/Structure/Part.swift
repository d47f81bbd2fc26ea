/// Which part of the document a painted item belongs to.
enum Part: Hashable, Sendable {
  /// Real content of an element; `order` is its place in the reading order of the whole letter.
  case content(ElementID, order: Int)
  /// Not part of the letter's text (ISO 32000-1, 14.8.2.2).
  case artifact(ArtifactKind)
}

/// The kinds of artifacts of ISO 32000-1, 14.8.2.2.2.
enum ArtifactKind: Hashable, Sendable {
  /// A running head, foot or repeated sidebar, and page numbers.
  case pagination(Edge?)
  /// Rules and other typographic ornament.
  case layout
  /// Marks for production: folding, punching.
  case page
  /// A background or watermark.
  case background

  /// The subtype of a pagination artifact.
  enum Edge: String, Hashable, Sendable {
    /// At the head of the page.
    case header = "Header"
    /// At the foot of the page.
    case footer = "Footer"
    /// Over or under the page.
    case watermark = "Watermark"
  }
}
