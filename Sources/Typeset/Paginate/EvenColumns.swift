/// Divides a letter whose pages are all of one width: its text is set once.
struct EvenColumns: ColumnDivider {
  let galley: Galley
  let room: PageBreaker.Room
  /// The rule and white above the first note on a page.
  let noteRule: Length
  let costs: PageBreakCosts
  let tightening: Tightening
  private let breakCosts: [Double]
  private let notes: NoteLines

  init(
    galley: Galley, room: PageBreaker.Room, noteRule: Length, costs: PageBreakCosts,
    tightening: Tightening
  ) {
    self.galley = galley
    self.room = room
    self.noteRule = noteRule
    self.costs = costs
    self.tightening = tightening
    breakCosts = costs.above(galley.slugs)
    notes = NoteLines(galley)
  }

  func columns(_ white: WhiteScale) -> [PageColumn] {
    let slugs = galley.slugs.scaled(by: white)
    let breaker = PageBreaker(
      slugs: slugs, breakCosts: breakCosts, notes: notes, room: room, noteRule: noteRule,
      costs: costs, tightening: tightening.beside(white))
    return breaker.columns(breaker.pages())
  }
}

extension PageBreaker {
  /// What stands in the columns of some pages.
  func columns(_ pages: [Page]) -> [PageColumn] {
    pages.map {
      PageColumn(
        slugs: tightening.tightened(Array(slugs[$0.slugs]), by: $0.tightening),
        breakCosts: Array(breakCosts[$0.slugs]),
        notes: Array(notes.lines[$0.notes]))
    }
  }
}
