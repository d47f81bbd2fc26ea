/// One set line: its runs in reading order, and the share of stretch or shrink it used.
struct Line: Hashable, Sendable {
  /// Runs in the order they are read, each with its left end on the baseline.
  ///
  /// In a line that runs both ways, or from right to left, they do not stand in that order.
  let runs: [Placed<GlyphRun>]
  /// Distance of the baseline below the top of the line.
  let baseline: Length
  /// The line's height: the leading.
  let height: Length
  /// From the left edge of the first to the right edge of the last visible glyph.
  let width: Length
  let ratio: Double
  /// The name of what the line is to the letter, for dumps.
  let role: String
  /// Whether it is of what letters to many differ in.
  let isPersonal: Bool
  /// Where its words were written.
  var written = WrittenPlaces()

  /// The left end of what is seen of the line, from where its column begins.
  var left: Length {
    let seen = runs.filter { !$0.item.text.allSatisfy { $0 == " " } }
    return (seen.isEmpty ? runs : seen).map(\.origin.x).min() ?? .zero
  }

  /// The same line with other runs in the places of its own.
  func replacing(_ runs: [Placed<GlyphRun>]) -> Line {
    Line(
      runs: runs, baseline: baseline, height: height, width: width, ratio: ratio, role: role,
      isPersonal: isPersonal, written: written)
  }
}
