/// Keeps what blocks and notes were set as in a width, while the pages of a letter are chosen.
///
/// What is kept is what would be set: it saves time and changes nothing.
final class KeptBlocks {
  private struct Key: Hashable {
    let number: Int
    let width: Length
  }

  private let shaper: Shaper
  private let room: Length
  private var blocks: [Key: [Slug]] = [:]
  private var notes: [Key: [Slug]] = [:]

  /// Sets with a shaper in columns where what cannot be divided has that room.
  init(shaper: Shaper, room: Length) {
    self.shaper = shaper
    self.room = room
  }

  /// A text in a width.
  ///
  /// - Parameter height: about how much of the column is wanted; nil for all of it.
  func galley(of text: UnsetText, width: Length, height: Length? = nil) -> Galley {
    let setter = ColumnSetter(shaper: shaper, width: width, room: room)
    var column = SetColumn()
    var isWhole = true
    for (index, block) in text.flow.enumerated() {
      // One block more says what the page break before it costs.
      if let height, index > 1, column.height > height {
        isWhole = false
        break
      }
      let key = Key(number: text.blocksBefore + index, width: width)
      let mayKeep = index > 0 || !text.beginsWithinBlock
      let slugs = (mayKeep ? blocks[key] : nil) ?? setter.set(block)
      if mayKeep { blocks[key] = slugs }
      column.add(slugs, of: block, at: index)
    }
    let set = text.notes.enumerated().map { number, note -> [Slug] in
      guard !note.isEmpty else { return [] }
      let key = Key(number: number, width: width)
      let mayKeep = number != text.dividedNote
      let slugs = (mayKeep ? notes[key] : nil) ?? setter.setNote(note)
      if mayKeep { notes[key] = slugs }
      return slugs
    }
    return Galley(slugs: column.slugs, notes: set, due: text.due, isWhole: isWhole)
  }
}
