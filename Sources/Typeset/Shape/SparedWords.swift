/// Finds the words that are kept whole where there is another way: names, and the last word of a
/// paragraph.
struct SparedWords {
  let text: ParagraphText

  /// Whether nothing but punctuation follows the word in its paragraph, or before the line that
  /// the author ended.
  func endsText(_ word: Range<Int>) -> Bool {
    var offset = word.upperBound
    while offset < text.bytes.count, text.bytes[offset] != UInt8(ascii: " ") { offset += 1 }
    return offset >= text.bytes.count || text.lineBreaks.contains(offset + 1)
  }

  /// Whether a word has a capital that no sentence gave it.
  ///
  /// - Parameter word: the word, or what stands in it after a hyphen.
  func isName(_ word: Range<Int>) -> Bool {
    let start = word.lowerBound
    // By far most words begin with a small letter.
    if case UInt8(ascii: "a")...UInt8(ascii: "z") = text.bytes[start] { return false }
    var scalars = text.string(word).unicodeScalars[...]
    while let first = scalars.first, !first.properties.isAlphabetic {
      // What is quoted begins a sentence of its own.
      if !Self.brackets.contains(first) { return false }
      scalars = scalars.dropFirst()
    }
    guard let first = scalars.first, first.properties.isUppercase else { return false }
    return !startsSentence(start)
  }

  private func startsSentence(_ start: Int) -> Bool {
    var offset = start
    while offset > 0, text.bytes[offset - 1] == UInt8(ascii: " ") { offset -= 1 }
    if offset == 0 || (offset < start && text.lineBreaks.contains(offset + 1)) { return true }
    let before = text.string(max(0, offset - Self.reach)..<offset).unicodeScalars
    let last = before.last { !Self.closers.contains($0) }
    return last.map { Self.stops.contains($0) } ?? true
  }

  /// Bytes looked back over for the stop that ends a sentence, behind quotation marks and brackets.
  private static let reach = 12
  private static let brackets: Set<Unicode.Scalar> = ["(", "["]
  private static let closers: Set<Unicode.Scalar> = [
    ")", "]", "»", "«", "“", "”", "\"", "'", "’", "‹", "›", "\u{FFFD}",
  ]
  private static let stops: Set<Unicode.Scalar> = [".", "?", "!", ":", "…", "–"]
}
