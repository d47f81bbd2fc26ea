@testable import LineBreaking
@testable import Typeset

/// Text of one width a character, where an underscore is a division and a stroke ends a line.
struct TypewriterText {
  private(set) var items: [BreakItem] = []
  private var words: [String] = []

  init(_ text: String, cost: Double = 50) {
    var box = ""
    func flush(_ text: inout TypewriterText) {
      if !box.isEmpty { text.add(.box(width: Double(box.count) * 10), box) }
      box = ""
    }
    for character in text {
      switch character {
      case " ":
        flush(&self)
        add(.glue(width: 10, stretch: 5, shrink: 3), " ")
      case "_":
        flush(&self)
        add(.penalty(width: 10, cost: cost, flagged: true, hang: 0), "")
      case "|":
        flush(&self)
        add(.penalty(width: 0, cost: -BreakItem.infinity, flagged: false, hang: 0), "")
      default: box.append(character)
      }
    }
    flush(&self)
  }

  private mutating func add(_ item: BreakItem, _ word: String) {
    items.append(item)
    words.append(word)
  }

  /// Replaces an item, to try other widths and costs.
  mutating func replace(_ index: Int, with item: BreakItem) { items[index] = item }

  /// The lines set in a measure of so many characters.
  func lines(
    _ measure: Int, _ breaking: BreakParameters.Method = .totalFit, _ parameters: BreakParameters
  ) -> [String] {
    lines(
      breakParagraph(
        items, breaking: breaking, measures: [Double(measure) * 10], parameters: parameters))
  }

  func lines(_ broken: BrokenParagraph) -> [String] {
    broken.breaks.indices.map { line in
      let content = broken.content(ofLine: line, in: items)
      var hyphen = ""
      let item = broken.breaks[line].item
      if item < items.count, case .penalty(let width, _, _, _) = items[item], width > 0 {
        hyphen = "-"
      }
      return words[content].joined() + hyphen
    }
  }
}
