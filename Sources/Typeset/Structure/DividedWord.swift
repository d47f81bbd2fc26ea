/// A word whose pieces stand on two lines: a screen reader is to hear it whole.
public struct DividedWord: Hashable, Sendable {
  /// The element that its text belongs to.
  let parent: ElementID
  /// The place of its text in the reading order.
  let order: Int
  /// Its first byte in the text of its paragraph, which tells it from others of that element.
  let start: Int
  /// The word without its hyphens.
  let text: String
}

/// Enters the spans of divided words into a structure tree, each word once.
struct WordSpans {
  /// The tree with the spans entered so far.
  private(set) var structure: StructureTree
  private var entered: [DividedWord: ElementID] = [:]

  init(_ structure: StructureTree) { self.structure = structure }

  /// What the pieces of a word belong to.
  mutating func part(of word: DividedWord) -> Part {
    if let known = entered[word] { return .content(known, order: word.order) }
    var span = StructureElement(role: .span, parent: word.parent)
    span.actualText = word.text
    let id = structure.add(span)
    entered[word] = id
    return .content(id, order: word.order)
  }
}
