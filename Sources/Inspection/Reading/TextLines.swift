/// A line of words on a page, put together from the glyphs that are shown.
package struct TextLine: Hashable, Sendable {
  /// A word and its place.
  package struct Word: Hashable, Sendable {
    /// The word.
    package var text: String
    /// Its place.
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
    // Whether the next glyph begins a word wherever it stands: a space may have no width.
    var isApart = true
    for (piece, text) in content.texts where text.rendering != 3 && piece.area != nil {
      add(text, font: content.fonts[text.font].name, to: &words, &isApart)
    }
    return lines(of: words)
  }

  /// Adds a text's glyphs to the last word or to new ones, by the spaces and gaps between them.
  private static func add(
    _ text: PageContent.Text, font: String, to words: inout [Word], _ isApart: inout Bool
  ) {
    let em = text.size * millimetresAPoint
    // Other operators than one begin words more readily, for tables are made so.
    var most = 0.08 * em
    for glyph in text.glyphs {
      let characters = glyph.characters ?? "\u{FFFD}"
      if characters.allSatisfy(\.isWhitespace) {
        isApart = true
        continue
      }
      if !isApart, let last = words.last, abs(last.area.bottom - glyph.area.bottom) < 0.1 * em,
        case let gap = glyph.area.left - last.area.right, gap < most, gap > -em
      {
        words[words.count - 1].text += characters
        words[words.count - 1].area = last.area.joined(with: glyph.area)
      } else {
        words.append(Word(text: characters, area: glyph.area, size: text.size, font: font))
      }
      isApart = false
      most = 0.2 * em
    }
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
