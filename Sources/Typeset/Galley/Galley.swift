/// The text of a letter that is still to be set.
struct UnsetText: Sendable {
  /// The column, in reading order.
  var flow: [FlowBlock]
  /// The notes by their number; one that is set is empty.
  var notes: [[ParagraphPlan]]
  /// The notes that text set before refers to and that are still to be set, in order.
  var due: [Int] = []
  /// How many blocks of the letter stand before the first of these.
  var blocksBefore = 0
  /// Whether the first block began in another column.
  var beginsWithinBlock = false

  /// Whether nothing is left.
  var isEmpty: Bool { flow.isEmpty && due.isEmpty }

  /// What is left behind a place; nil stands for the end.
  func rest(from place: ColumnPlace?) -> UnsetText {
    var rest = self
    guard let place else {
      rest.flow = []
      return rest
    }
    rest.flow = flow.rest(from: place)
    rest.blocksBefore += place.block
    rest.beginsWithinBlock =
      place.within != .start || place.block == 0 && beginsWithinBlock
    return rest
  }
}

/// A text set once for a measure: its column and its notes.
struct Galley: Sendable {
  var slugs: [Slug]
  /// The notes by their number.
  var notes: [[Slug]]
  /// The notes that stand before those that the slugs refer to.
  var due: [Int] = []
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
