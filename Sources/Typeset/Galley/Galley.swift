/// A text set once for a measure: its column and its notes.
struct Galley: Sendable {
  var slugs: [Slug]
  /// The notes by their number.
  var notes: [[Slug]]
  /// The notes that stand before those that the slugs refer to.
  var due: [Int] = []
  /// Whether it holds all of the text.
  var isWhole = true
}

extension ColumnSetter {
  /// A text in this column.
  func galley(of text: UnsetText) -> Galley {
    Galley(slugs: set(text.flow), notes: text.notes.map { setNote($0) }, due: text.due)
  }

  /// A footnote.
  func setNote(_ paragraphs: [ParagraphPlan]) -> [Slug] {
    set(paragraphs.map { .paragraph($0) })
  }
}
