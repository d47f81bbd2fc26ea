/// A line of words on a page, put together from the glyphs that are shown.
package struct TextLine: Hashable, Sendable {
  /// A word and its place.
  package struct Word: Hashable, Sendable {
    package var text: String
    package var area: Area
    /// The size of its font in points.
    package let size: Double
    /// The name of its font.
    package let font: String
  }

  /// The words from left to right.
  package var words: [Word]
  /// The box around them.
  package var area: Area

  /// The words with spaces between.
  package var text: String { words.map(\.text).joined(separator: " ") }

  /// The lines of a page from top to bottom; words that stand far apart are lines of their own.
  ///
  /// Text that is not drawn is left out.
  static func all(in content: PageContent) -> [TextLine] {
    var words: [Word] = []
    for (piece, text) in content.texts where text.rendering != 3 && piece.area != nil {
      // Glyphs that follow each other with no gap are one word, whatever operators show them.
      words += wordsOf(text, font: content.fonts[text.font].name)
    }
    return lines(of: joined(words))
  }

  private static func wordsOf(_ text: PageContent.Text, font: String) -> [Word] {
    var words: [Word] = []
    var isOpen = false
    let em = text.size * millimetresAPoint
    for glyph in text.glyphs {
      let characters = glyph.characters ?? "\u{FFFD}"
      if characters.allSatisfy(\.isWhitespace) {
        isOpen = false
        continue
      }
      let isNear = words.last.map { glyph.area.left - $0.area.right < 0.2 * em } ?? false
      if isOpen, isNear {
        words[words.count - 1].text += characters
        words[words.count - 1].area = words[words.count - 1].area.joined(with: glyph.area)
      } else {
        words.append(Word(text: characters, area: glyph.area, size: text.size, font: font))
        isOpen = true
      }
    }
    return words
  }

  private static func joined(_ words: [Word]) -> [Word] {
    var result: [Word] = []
    for word in words {
      let em = word.size * millimetresAPoint
      if let last = result.last, abs(last.area.bottom - word.area.bottom) < 0.1 * em,
        case let gap = word.area.left - last.area.right, gap > -0.1 * em, gap < 0.08 * em
      {
        result[result.count - 1].text += word.text
        result[result.count - 1].area = last.area.joined(with: word.area)
      } else {
        result.append(word)
      }
    }
    return result
  }

  private static func lines(of words: [Word]) -> [TextLine] {
    let sorted = words.sorted { ($0.area.bottom, $0.area.left) < ($1.area.bottom, $1.area.left) }
    var rows: [[Word]] = []
    for word in sorted {
      let give = 0.25 * word.size * millimetresAPoint
      if let first = rows.last?.first, abs(first.area.bottom - word.area.bottom) <= give {
        rows[rows.count - 1].append(word)
      } else {
        rows.append([word])
      }
    }
    var lines: [TextLine] = []
    for row in rows {
      for word in row.sorted(by: { $0.area.left < $1.area.left }) {
        let em = word.size * millimetresAPoint
        if let last = lines.last, let end = last.words.last,
          abs(end.area.bottom - word.area.bottom) <= 0.25 * em,
          case let gap = word.area.left - end.area.right, gap < 2.5 * em, gap > -em
        {
          lines[lines.count - 1].words.append(word)
          lines[lines.count - 1].area = last.area.joined(with: word.area)
        } else {
          lines.append(TextLine(words: [word], area: word.area))
        }
      }
    }
    return lines
  }
}
