/// How characters look, with every choice made.
struct TextStyle: Hashable, Sendable {
  /// Font families, the first wanted first; the rest stand in for characters it lacks.
  var families: [String]
  var size: Length
  /// CSS weight: 400 regular, 700 bold.
  var weight: Int
  var italic: Bool
  var color: Color
  /// OpenType features in HarfBuzz's syntax (`smcp`, `tnum=1`).
  var features: [String]
  /// Distance of the baseline above that of the line, for note marks.
  var rise: Length = .zero
  var underline: Bool = false
  var strikethrough: Bool = false
  /// Space added between letters.
  var tracking: Length = .zero
}
