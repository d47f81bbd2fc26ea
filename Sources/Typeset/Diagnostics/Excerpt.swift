/// The source line of a place as a terminal shows it, and the carets under the place.
struct Excerpt {
  /// The line, tabs as spaces, clipped.
  private(set) var text = ""
  /// Spaces, then at least one caret.
  private(set) var carets = ""

  init(of place: SourceRange, width: Int) {
    let file = place.file
    let lineStart = file.lineStarts[file.lineIndex(at: place.lower)]
    var lineEnd = lineStart
    while lineEnd < file.bytes.count, file.bytes[lineEnd] != 0x0A { lineEnd += 1 }
    // A line of megabytes is not read whole: a character is rarely more than 16 bytes.
    let start = file.boundary(max(lineStart, place.lower - width * 16))
    let end = file.boundary(min(lineEnd, place.lower + width * 32))
    let upper = max(place.lower, min(place.upper, end))
    let cells = Self.cells(file, start..<place.lower, from: 0)
    let marked = Self.cells(file, place.lower..<upper, from: cells.width)
    let rest = Self.cells(file, upper..<end, from: cells.width + marked.width)
    var clip = Clip(limit: width)
    clip.take(
      before: cells.characters, marked: marked.characters, after: rest.characters,
      isCutLeft: start > lineStart, isCutRight: end < lineEnd)
    (text, carets) = (clip.text, clip.carets)
  }

  /// A character as shown, and the columns it takes.
  fileprivate struct Cell {
    let shown: String
    let width: Int
  }

  private static func cells(
    _ file: SourceFile, _ bytes: Range<Int>, from column: Int
  ) -> (characters: [Cell], width: Int) {
    var cells: [Cell] = []
    var width = 0
    for character in String(decoding: file.bytes[bytes], as: UTF8.self) {
      let cell: Cell
      if character == "\t" {
        let count = 4 - (column + width) % 4
        cell = Cell(shown: String(repeating: " ", count: count), width: count)
      } else {
        cell = Cell(shown: String(character), width: displayWidth(of: character))
      }
      cells.append(cell)
      width += cell.width
    }
    return (cells, width)
  }
}

/// Fits three stretches of a line into so many columns, with the marked one in sight.
private struct Clip {
  let limit: Int
  var text = ""
  var carets = ""

  mutating func take(
    before: [Excerpt.Cell], marked: [Excerpt.Cell], after: [Excerpt.Cell], isCutLeft: Bool,
    isCutRight: Bool
  ) {
    func width(_ cells: some Sequence<Excerpt.Cell>) -> Int { cells.reduce(0) { $0 + $1.width } }
    let whole = width(before) + width(marked) + width(after)
    let fits = whole <= limit && !isCutLeft && !isCutRight
    // The mark keeps up to half of the room; what stands before it a third.
    let shownMark = fits ? marked[...] : prefix(of: marked, columns: limit / 2)
    let roomLeft = max(limit / 3, limit - width(shownMark) - width(after))
    let shownBefore = fits ? before[...] : suffix(of: before, columns: roomLeft)
    let roomRight = limit - width(shownBefore) - width(shownMark)
    let isMarkCut = shownMark.count < marked.count
    let shownAfter = fits ? after[...] : isMarkCut ? [] : prefix(of: after, columns: roomRight)
    if shownBefore.count < before.count || isCutLeft { text = "…" }
    carets = String(repeating: " ", count: text.count + width(shownBefore))
    carets += String(repeating: "^", count: max(1, width(shownMark)))
    text += (shownBefore + shownMark + shownAfter).map(\.shown).joined()
    if isMarkCut || shownAfter.count < after.count || isCutRight { text += "…" }
  }

  private func prefix(of cells: [Excerpt.Cell], columns: Int) -> ArraySlice<Excerpt.Cell> {
    var left = columns
    return cells.prefix {
      left -= $0.width
      return left >= 0
    }
  }

  private func suffix(of cells: [Excerpt.Cell], columns: Int) -> ArraySlice<Excerpt.Cell> {
    var left = columns
    var start = cells.count
    while start > 0, left >= cells[start - 1].width {
      start -= 1
      left -= cells[start].width
    }
    return cells[start...]
  }
}

/// The columns of a terminal that a character takes: none, one or two.
func displayWidth(of character: Character) -> Int {
  guard let scalar = character.unicodeScalars.first else { return 0 }
  let properties = scalar.properties
  switch properties.generalCategory {
  case .nonspacingMark, .enclosingMark: return 0
  case .format where scalar.value != 0xAD: return 0
  default: break
  }
  if properties.isEmojiPresentation || character.unicodeScalars.contains("\u{FE0F}") { return 2 }
  return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
}

/// Blocks whose characters are wide or full-width (Unicode Standard Annex 11).
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
  0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD,
]

extension SourceFile {
  /// The offset itself, or the nearest one before it at which a Unicode scalar begins.
  func boundary(_ offset: Int) -> Int {
    var offset = max(0, min(offset, bytes.count))
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
