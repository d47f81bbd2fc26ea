/// Paragraphs as they were set, for runs of letters that have most of them in common.
///
/// The lines of a paragraph depend on its plan, its measure, the fonts and the language alone, wherever
/// it stands in its source, so that what is kept is what would be set anew. It belongs to one shelf of fonts and one language.
final class LineMemory: KeptBesideShaper {
  struct Key: Hashable {
    let plan: ParagraphPlan
    let measure: Length
    let page: PageNumbers

    /// Plans that differ elsewhere than in their words are few; equality looks at all.
    func hash(into hasher: inout Hasher) {
      hasher.combine(plan.start)
      hasher.combine(plan.inlines.count)
      for inline in plan.inlines {
        if case .text(let text) = inline.content { hasher.combine(text) }
        if case .content(_, let order) = inline.part { hasher.combine(order) }
      }
      hasher.combine(measure)
    }
  }

  private var lines: RecentCache<Key, [ParagraphLine]>

  /// - Parameter limit: the most paragraphs that are kept.
  init(limit: Int = 2048) { lines = RecentCache(limit: limit) }

  /// A paragraph's lines as they were set before, or as they are set now.
  func lines(
    of plan: ParagraphPlan, measure: Length, page: PageNumbers, _ set: () -> [ParagraphLine]
  ) -> [ParagraphLine] {
    let isPaged = plan.inlines.contains { $0.content == .pageNumber || $0.content == .pageCount }
    let key = Key(plan: plan, measure: measure, page: isPaged ? page : .none)
    if let known = lines[key] { return known }
    var made = set()
    // A place would hold its letter's whole text for as long as the paragraph is kept.
    for index in made.indices { made[index].line.written = WrittenPlaces() }
    // What is noticed names places of the letter it was noticed in, as images in lines do.
    if made.allSatisfy(\.problems.isEmpty), !plan.inlines.contains(where: { $0.image != nil }) {
      lines[Key(plan: plan.withoutPlaces, measure: key.measure, page: key.page)] = made
    }
    return made
  }
}
