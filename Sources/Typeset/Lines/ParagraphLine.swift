/// A line of a paragraph, and what its text brings.
struct ParagraphLine: Sendable {
  var line: Line
  /// The images among its words, from the line's top left corner.
  let images: [Placed<PlacedImage>]
  /// Bytes of the paragraph's text, with the spaces that the line ends in.
  let range: Range<Int>
  /// Whether it ends in a divided word.
  let isHyphenated: Bool
  /// The footnotes that its text refers to.
  let notes: [Int]
  /// Whether a word on it is too wide for it.
  let isOverfull: Bool
  /// What was noticed in setting it.
  let problems: [Diagnostic]
}
