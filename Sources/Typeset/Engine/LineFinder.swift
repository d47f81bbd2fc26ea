/// Finds the lines of paragraphs in the stretches that the paragraphs were written in, by their words.
struct LineFinder {
  /// How far a word may stand from the one before it: markup and the ends of links come between.
  private static let reach = 200
  private var last: (place: SourceRange, end: Int)?

  /// The part of a stretch that says what a line says; the stretch if its words are not found.
  mutating func place(of line: String, in whole: SourceRange) -> SourceRange {
    let bytes = whole.file.bytes
    var position = whole.lower
    // A paragraph's next line goes on where the last one ended.
    if let last, last.place.file == whole.file, last.end > whole.lower, last.end <= whole.upper {
      position = last.end
    }
    var found: Range<Int>?
    for word in line.split(whereSeparator: \.isWhitespace) {
      var letters = Array(word.utf8)
      if letters.count > 1, letters.last == UInt8(ascii: "-") { letters.removeLast() }
      let end = min(whole.upper, position + letters.count + Self.reach)
      guard let start = Self.first(letters, in: bytes, position..<max(position, end)) else {
        continue
      }
      position = start + letters.count
      found = (found?.lowerBound ?? start)..<position
    }
    guard let found else { return whole }
    last = (whole, found.upperBound)
    return whole.file.range(found.lowerBound, found.upperBound)
  }

  private static func first(_ word: [UInt8], in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard let head = word.first, range.count >= word.count else { return nil }
    for start in range.lowerBound...(range.upperBound - word.count)
    where bytes[start] == head && bytes[start..<start + word.count].elementsEqual(word) {
      return start
    }
    return nil
  }
}
