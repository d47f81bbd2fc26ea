/// Numbers the footnotes in the order in which they are read on the page.
///
/// The parser counts marks as they stand in the source, where the caption of a table comes after
/// its rows, and a note within a note wherever that is written. Such a note follows the one it stands
/// in; one that only notes without a mark of their own refer to is left out.
struct NoteOrder {
  private let written: [Letter.Footnote]
  private var notes: [Letter.Footnote] = []
  private var numbers: [Int: Int] = [:]
  /// Numbered notes whose own marks are not numbered yet, in their order.
  private var open: [Int] = []

  /// Numbers the notes of a body anew.
  static func apply(to blocks: inout [Block], _ footnotes: inout [Letter.Footnote]) {
    var order = NoteOrder(written: footnotes)
    blocks = blocks.map { order.block($0) }
    footnotes = order.notes
  }

  private init(written: [Letter.Footnote]) { self.written = written }

  private mutating func block(_ block: Block) -> Block {
    block.replacingInlines { inlines($0) }
  }

  private mutating func inlines(_ inlines: [Inline]) -> [Inline] {
    inlines.map { inline in
      guard case .footnote(let index) = inline.content else {
        return inline.replacingInner { self.inlines($0) }
      }
      return Inline(content: .footnote(number(of: index)), place: inline.place)
    }
  }

  private mutating func number(of index: Int) -> Int {
    if let known = numbers[index] { return known }
    guard written.indices.contains(index) else { return index }
    let own = notes.count
    numbers[index] = own
    notes.append(written[index])
    open.append(own)
    // Only the outermost mark goes on, so that no chain of notes is too long for the stack.
    guard open.count == 1 else { return own }
    var next = 0
    while next < open.count {
      let note = open[next]
      notes[note].blocks = notes[note].blocks.map { block($0) }
      next += 1
    }
    open = []
    return own
  }
}
