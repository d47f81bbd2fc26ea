/// An image by its path among the letter's assets.
public struct Image: Hashable, Sendable {
  /// The path, relative and without `..`.
  public var path: String
  /// What it shows, in words; empty when the author gave none, which PDF/UA does not allow.
  public var alternative: String
  /// The caption below it; empty for none, as it must be within a line.
  public var title: String
  /// `width` and `height`, lengths with their units as `80mm`, and `align`: `left`, `center` or
  /// `right`, which a line has no use for.
  public var attributes: [String: String]
  /// Where it stands in its source.
  public internal(set) var place: SourceRange
  /// The address it leads to, of http, https, mailto or tel.
  public var link: String? = nil

  /// Makes an image.
  public init(
    path: String, alternative: String, title: String = "", attributes: [String: String] = [:],
    link: String? = nil
  ) {
    self.init(
      path: path, alternative: alternative, title: title, attributes: attributes,
      place: .unplaced)
    self.link = link
  }

  init(
    path: String, alternative: String, title: String, attributes: [String: String],
    place: SourceRange
  ) {
    self.path = path
    self.alternative = alternative
    self.title = title
    self.attributes = attributes
    self.place = place
  }
}
