/// Factors for the white of a column, to save a page or to fill the last.
struct WhiteScale: Hashable, Sendable {
  /// For the white between paragraphs.
  var gap = 1.0
  /// For the distance of lines.
  var leading = 1.0

  /// The white as it is.
  static let none = WhiteScale()
}

extension [Slug] {
  /// The slugs with their white and, if they are text, their leading scaled; the text stands in the
  /// middle of its line.
  func scaled(by white: WhiteScale) -> [Slug] {
    white == .none ? self : map { $0.scaled(by: white) }
  }
}

extension Slug {
  fileprivate func scaled(by white: WhiteScale) -> Slug {
    var slug = self
    slug.gapBefore = gapBefore * white.gap
    guard leadingGives else { return slug }
    slug.height = height * white.leading
    slug.items = items.moved(by: Point(x: .zero, y: (slug.height - height) / 2))
    return slug
  }
}
