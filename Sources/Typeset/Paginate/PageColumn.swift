/// What stands in the column of one page.
struct PageColumn: Sendable {
  /// The text, from the head of the page.
  var slugs: [Slug] = []
  /// What it would have cost to start a page with each of them.
  var breakCosts: [Double] = []
  /// The lines of notes at its foot.
  var notes: [Slug] = []
}

/// Factors for the white of a column, to save a page or to fill the last.
struct WhiteScale: Hashable, Sendable {
  /// For the white between paragraphs.
  var gap = 1.0
  /// For the distance of lines.
  var leading = 1.0

  /// The white as it is.
  static let none = WhiteScale()
}

/// Chooses what stands on which page.
protocol ColumnDivider {
  /// The columns of all pages with their white scaled.
  func columns(_ white: WhiteScale) -> [PageColumn]
}

/// Divides a letter whose pages are all of one width: its text is set once.
struct EvenColumns: ColumnDivider {
  let galley: Galley
  let room: PageBreaker.Room
  /// The rule and white above the first note on a page.
  let noteRule: Length
  let costs: PageBreakCosts
  private let breakCosts: [Double]
  private let notes: NoteLines

  init(
    galley: Galley, room: PageBreaker.Room, noteRule: Length, costs: PageBreakCosts
  ) {
    self.galley = galley
    self.room = room
    self.noteRule = noteRule
    self.costs = costs
    breakCosts = costs.above(galley.slugs)
    notes = NoteLines(galley)
  }

  func columns(_ white: WhiteScale) -> [PageColumn] {
    let slugs = galley.slugs.scaled(by: white)
    let breaker = PageBreaker(
      slugs: slugs, breakCosts: breakCosts, notes: notes, room: room, noteRule: noteRule,
      costs: costs)
    return breaker.columns(breaker.pages())
  }
}

extension PageBreaker {
  /// What stands in the columns of some pages.
  func columns(_ pages: [Page]) -> [PageColumn] {
    pages.map {
      PageColumn(
        slugs: Array(slugs[$0.slugs]), breakCosts: Array(breakCosts[$0.slugs]),
        notes: Array(notes.lines[$0.notes]))
    }
  }
}

extension [Slug] {
  /// The slugs with their white and, if they are text, their leading scaled; the text stands in the
  /// middle of its line.
  func scaled(by white: WhiteScale) -> [Slug] {
    white == .none ? self : map { $0.scaled(by: white) }
  }
}

extension Slug {
  fileprivate func scaled(by white: WhiteScale) -> Slug {
    var slug = self
    slug.gapBefore = gapBefore * white.gap
    guard leadingGives else { return slug }
    slug.height = height * white.leading
    slug.items = items.moved(by: Point(x: .zero, y: (slug.height - height) / 2))
    return slug
  }
}
