/// What stands in the column of one page.
struct PageColumn: Sendable {
  /// The text, from the head of the page.
  var slugs: [Slug] = []
  /// What it would have cost to start a page with each of them.
  var breakCosts: [Double] = []
  /// The lines of notes at its foot.
  var notes: [Slug] = []
}
