/// The pages of a letter, as they are before anyone has checked them.
struct Pagination: Sendable {
  let pages: [Page]
  /// What is drawn on each page for designers, which is no part of the letter; none for other letters.
  let guides: [Guides.Drawn]
  /// The structure that the pages' parts refer to.
  let structure: StructureTree
  /// What was noticed in setting them, in the order it was found.
  let diagnostics: [Diagnostic]
  /// The wide tables that a frame stands in the way of.
  var blockedTables: Set<Int> = []

  /// The pages with their guides.
  var pagesWithGuides: [Page] {
    guard guides.count == pages.count else { return pages }
    return zip(pages, guides).map { page, guides in
      Page(
        size: page.size,
        frame: Frame(size: page.size, items: guides.under + page.frame.items + guides.over),
        boxes: page.boxes)
    }
  }
}
