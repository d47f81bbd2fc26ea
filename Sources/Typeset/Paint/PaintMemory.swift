/// Pieces of pages as they were painted, for runs of letters that have most of them in common.
///
/// A piece depends on what it shows and where alone, so that what is kept is what would be painted anew.
/// It belongs to one shelf of fonts.
final class PaintMemory {
  /// What a piece shows and where.
  struct Look: Hashable {
    let items: [Placed<FrameItem>]
    /// From the foot of the page places are counted.
    let height: Length
    let isForPaper: Bool

    /// Pieces in the same places differ in their words; equality looks at all.
    func hash(into hasher: inout Hasher) {
      hasher.combine(items.count)
      if let first = items.first { hasher.combine(first.origin) }
      for case .line(let line) in items.lazy.map(\.item) {
        if let text = line.runs.last?.item.text { hasher.combine(text) }
      }
    }
  }

  /// A piece with the fonts that it is shown with, all of their common glyphs.
  struct Kept {
    let piece: PaintedPiece
    let fonts: [FontKey]
  }

  private var pieces: RecentCache<Look, Kept>
  private var count = 0

  /// - Parameter limit: the most pieces that are kept.
  init(limit: Int = 512) { pieces = RecentCache(limit: limit) }

  /// A piece that was painted before.
  subscript(look: Look) -> Kept? { pieces[look] }

  /// Keeps a piece, and gives it a name.
  func keep(_ piece: inout PaintedPiece, _ fonts: [FontKey], as look: Look) {
    count += 1
    piece.kept = count
    pieces[look.withoutPlaces] = Kept(piece: piece, fonts: fonts)
  }
}

extension PaintMemory.Look {
  /// The same without places, which would hold their letter's whole text for as long as it is kept.
  fileprivate var withoutPlaces: PaintMemory.Look {
    let bare = items.map { placed in
      switch placed.item {
      case .line(var line):
        line.written = WrittenPlaces()
        return Placed(item: FrameItem.line(line), origin: placed.origin)
      case .image(var image):
        image.place = nil
        return Placed(item: FrameItem.image(image), origin: placed.origin)
      case .rule: return placed
      }
    }
    return PaintMemory.Look(items: bare, height: height, isForPaper: isForPaper)
  }
}
