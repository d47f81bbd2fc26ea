/// What a paragraph is to the line breaker.
///
/// Knuth and Plass, *Breaking Paragraphs into Lines*, 1981, pages 1121 to 1123.
///
/// Widths are in points. The breaker knows no fonts; the shaped paragraph knows what each item is.
package enum BreakItem: Hashable, Sendable {
  /// Something to be typeset, that never breaks.
  case box(width: Double)
  /// White that may stretch and shrink, and vanishes at a line end.
  case glue(width: Double, stretch: Double, shrink: Double)
  /// A place to break: its width if broken, its cost, and whether it ends the line in a hyphen.
  /// `hang` is how far the end of the line may stand out into the margin when broken here.
  case penalty(width: Double, cost: Double, flagged: Bool, hang: Double)

  /// The cost that forbids a break.
  package static let infinity = 10_000.0
}
