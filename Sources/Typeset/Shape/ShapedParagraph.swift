import LineBreaking

/// A paragraph as boxes, glue and penalties, with the glyphs they stand for.
struct ShapedParagraph: Sendable {
  let plan: ParagraphPlan
  let text: ParagraphText
  let items: [ShapedItem]
  private(set) var breakItems: [BreakItem]
  /// What each break item is in the text, index by index.
  private(set) var atoms: [Atom]
  /// Whether the paragraph as a whole runs from right to left.
  let isRightToLeft: Bool
  /// How far below the top of each line its baseline stands.
  let baseline: Length
  /// What cannot be set.
  let findings: [Finding]
  /// The first byte that is still to be set, and the divided word that it stands in.
  private(set) var start = 0
  private(set) var wordAtStart: Range<Int>?

  /// What a break item stands for.
  enum Atom: Sendable {
    /// A box or glue: a stretch of the text.
    case text(Range<Int>)
    /// A place to break before that byte.
    case opportunity(at: Int, endsInHyphen: Bool, word: Range<Int>)
  }

  /// Something that was noticed at a byte of the text.
  struct Finding: Sendable {
    let offset: Int
    let diagnostic: Diagnostic
  }

  init(
    plan: ParagraphPlan, text: ParagraphText, items: [ShapedItem], breakItems: [BreakItem],
    atoms: [Atom], isRightToLeft: Bool, baseline: Length, findings: [Finding]
  ) {
    self.plan = plan
    self.text = text
    self.items = items
    self.breakItems = breakItems
    self.atoms = atoms
    self.isRightToLeft = isRightToLeft
    self.baseline = baseline
    self.findings = findings
    if plan.start > 0 { leaveOut(before: plan.start) }
  }

  /// Leaves out what stands before a byte, in another column.
  private mutating func leaveOut(before offset: Int) {
    start = offset
    var first = 0
    while first < atoms.count, !atoms[first].reaches(past: offset) {
      if case .opportunity(offset, true, let word) = atoms[first] { wordAtStart = word }
      first += 1
    }
    breakItems.removeFirst(first)
    atoms.removeFirst(first)
    // A box that this measure would not divide begins within.
    guard case .text(let range)? = atoms.first, range.lowerBound < offset else { return }
    atoms[0] = .text(offset..<range.upperBound)
    if case .box = breakItems[0] { breakItems[0] = .box(width: width(offset..<range.upperBound)) }
  }

  /// How wide a stretch of the text is, in points.
  func width(_ range: Range<Int>) -> Double {
    items.reduce(0) { sum, item in
      let part = range.clamped(to: item.range)
      guard !part.isEmpty else { return sum }
      return item.slice(part).glyphs.reduce(sum) { $0 + $1.advance.points }
    }
  }
}

extension ShapedParagraph.Atom {
  /// Whether any of it stands after a byte.
  fileprivate func reaches(past offset: Int) -> Bool {
    switch self {
    case .text(let range): range.upperBound > offset
    case .opportunity(let at, _, _): at > offset
    }
  }
}
