/// The line of text that holds a frame in its place, by its distance from the top of the page.
enum FrameBaseline: Hashable, Sendable {
  /// The baseline of the frame's first line.
  case first(Length)
  /// The baseline of its last line.
  case last(Length)
}

/// Where a line of text at the top of each region has its baseline; nil where the layout gives the
/// region's edge.
struct RegionBaselines: Hashable, Sendable {
  var first: Length? = nil
  var next: Length? = nil
  var last: Length? = nil
}

/// The lines of the running text, which lines of other sizes share if their leading is the same.
struct LineGrid: Hashable, Sendable {
  /// From baseline to baseline.
  var leading: Length
  /// The type that places the baseline within a line.
  var text: TextStyle
  /// Whether the column returns to the grid after what is no whole number of its lines.
  var isKept = false

  /// Whether the first line of a paragraph with that leading stands on the grid.
  func holds(_ leading: Length, inColumn: Bool) -> Bool {
    let excess = (leading - self.leading).points
    return abs(excess) < 0.001 || isKept && inColumn && excess > 0
  }

  /// What is missing to the next line of the grid.
  func remainder(after height: Length) -> Length {
    let lines = height / leading
    let missing = lines.rounded(.up) - lines
    return missing < 0.001 || missing > 0.999 ? .zero : leading * missing
  }
}

extension BlockStyle {
  /// About how far below the top of a line its baseline stands.
  ///
  /// The fonts, which only setting knows, place it exactly; until then frames lie by this.
  var usualBaseline: Length { paragraph.leading / 2 + text.size * 0.33 }
}
