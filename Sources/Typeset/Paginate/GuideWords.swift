/// Sets the names and numbers of guides, small and in the letter's own type.
struct GuideWords {
  let plan: Plan
  let shaper: Shaper

  /// A line of words and the room it takes.
  struct Label {
    let items: [Placed<FrameItem>]
    let size: Size
  }

  private static let size = Length.pt(6)
  private static let leading = Length.pt(7)

  /// One line of words; nothing where the letter has no type to set it in.
  func set(_ text: String, _ color: Color) -> Label {
    guard var style = type else { return Label(items: [], size: Size(width: .zero, height: .zero)) }
    style.size = Self.size
    style.color = color
    style.tracking = .zero
    let paragraph = ParagraphPlan(
      role: .fixed(in: "guides"),
      inlines: [
        InlinePlan(
          content: .text(text), style: style, language: plan.language, hyphenates: false,
          part: .artifact(.layout), place: nil)
      ],
      style: ParagraphStyle(
        leading: Self.leading, alignment: .left, breaking: .firstFit,
        hyphenation: HyphenationRules(
          enabled: false, before: 2, after: 2, ladder: 0, graded: false, exceptions: []),
        protectsPhrases: false, opticalMargin: false, spaceStretch: 0, spaceShrink: 0),
      textStyle: style)
    let stack = Stack(ColumnSetter(shaper: shaper, width: plan.page.width).setParagraph(paragraph))
    let width = stack.items.compactMap { placed -> Length? in
      if case .line(let line) = placed.item { line.left + line.width } else { nil }
    }.max()
    return Label(
      items: stack.items, size: Size(width: width ?? .zero, height: stack.height))
  }

  /// The plainest type of the letter, whose fonts have been read.
  private var type: TextStyle? {
    let blocks = plan.flow + plan.fixed.flatMap { $0.groups.flatMap(\.blocks) }
    let styles = blocks.compactMap { block -> TextStyle? in
      if case .paragraph(let paragraph) = block { paragraph.textStyle } else { nil }
    }
    return styles.first { $0.weight == 400 && !$0.italic } ?? styles.first
  }
}
