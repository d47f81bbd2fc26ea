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
