/// A stretch of a paragraph's text that stands on one line.
struct LineExtent: Hashable, Sendable {
  /// Bytes, with the spaces that the line ends in.
  var range: Range<Int>
  /// Whether a hyphen is set at the end.
  var hyphenated = false
  /// The divided word at the end or the start of the line, whole.
  var wordAtEnd: Range<Int>? = nil
  var wordAtStart: Range<Int>? = nil
  /// The share of their stretch or shrink that its spaces use.
  var ratio = 0.0

  /// The divided word that a stretch of the line is a piece of; nil if it stands in none.
  func word(with part: Range<Int>) -> Range<Int>? {
    guard [wordAtEnd, wordAtStart].contains(where: { $0?.holds(part) == true }) else { return nil }
    if let word = wordAtEnd, word.lowerBound <= part.lowerBound { return word }
    return wordAtStart
  }
}

extension Range<Int> {
  fileprivate func holds(_ part: Range<Int>) -> Bool {
    part.lowerBound >= lowerBound && part.upperBound <= upperBound
  }
}
