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

/// The lines of the running text, which lines of other sizes share if their leading allows.
struct LineGrid: Hashable, Sendable {
  /// From baseline to baseline.
  var leading: Length
  /// The type that places the baseline within a line.
  var text: TextStyle

  /// How many lines of the grid a leading takes; nil if not a whole number.
  func count(of leading: Length) -> Double? {
    guard self.leading > .zero else { return nil }
    let count = (leading / self.leading).rounded()
    return count >= 1 && abs((self.leading * count - leading).points) < 0.001 ? count : nil
  }
}

extension BlockStyle {
  /// About how far below the top of a line its baseline stands.
  ///
  /// The fonts, which only setting knows, place it exactly; until then frames lie by this.
  var usualBaseline: Length { paragraph.leading / 2 + text.size * 0.33 }
}
