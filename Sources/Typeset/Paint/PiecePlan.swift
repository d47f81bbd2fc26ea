/// A letter's pages cut into pieces, of which some are known from other letters.
struct PiecePlan {
  private struct Planned {
    let look: PaintMemory.Look
    let known: PaintMemory.Kept?
    /// Whether others may have it too: if it has common glyphs alone.
    var isShared = true
  }

  private var pages: [[Planned]] = []
  /// The glyphs that the letter needs besides the common ones.
  private var further: [FontKey: GlyphSet] = [:]
  /// The fonts that its text is set in.
  private(set) var fonts: Set<FontKey> = []
  /// The font looked at last.
  private var last: (font: FontKey, codes: GlyphCodes)?
  private let isForPaper: Bool
  private let book: FontBook

  /// Cuts the pages, and looks up what is known.
  ///
  /// - Throws: ``PaintError`` for a font that cannot be embedded.
  init(
    _ pages: [Page], isForPaper: Bool, _ book: FontBook, _ memory: PaintMemory
  ) throws(PaintError) {
    self.isForPaper = isForPaper
    self.book = book
    for page in pages {
      var planned: [Planned] = []
      for items in PagePieces.cut(page.frame.items) {
        let look = PaintMemory.Look(
          items: items, height: page.size.height, isForPaper: isForPaper)
        let known = memory[look]
        var piece = Planned(look: look, known: known)
        if let known {
          fonts.formUnion(known.fonts)
        } else {
          piece.isShared = try self.look(through: items)
        }
        planned.append(piece)
      }
      self.pages.append(planned)
    }
  }

  /// Takes in the fonts of a piece, and the glyphs that are not common.
  ///
  /// - Returns: whether it needs neither of those nor pictures, of which a letter has its own list.
  private mutating func look(through items: [Placed<FrameItem>]) throws(PaintError) -> Bool {
    var isShared = true
    for placed in items {
      switch placed.item {
      case .image: isShared = false
      case .rule: continue
      case .line(let line):
        for run in line.runs { isShared = try look(through: run.item) && isShared }
      }
    }
    return isShared
  }

  private mutating func look(through run: GlyphRun) throws(PaintError) -> Bool {
    guard !run.glyphs.isEmpty else { return true }
    let common: GlyphCodes
    // Runs of one font follow each other, and comparing is cheaper than hashing.
    if let last, last.font == run.font {
      common = last.codes
    } else {
      fonts.insert(run.font)
      common = try book.commonFont(run.font).subset.codes
      last = (run.font, common)
    }
    var isShared = true
    for glyph in run.glyphs
    where glyph.id != ShapedItem.emptyGlyph && common.code(of: glyph.id) == nil {
      further[run.font, default: GlyphSet()].insert(glyph.id)
      isShared = false
    }
    return isShared
  }

  /// Paints what is not known, and keeps what others may have too.
  func paint(
    _ shelf: PictureShelf, keeping memory: PaintMemory
  ) throws(PaintError) -> PaintedPDF {
    var painter = PDFPainter(
      fonts: FontSlots(common: book, further: further), shelf: shelf, isForPaper: isForPaper)
    var painted: [PaintedPage] = []
    painted.reserveCapacity(pages.count)
    for page in pages {
      var pieces: [PaintedPiece] = []
      for planned in page {
        if let known = planned.known {
          pieces.append(try painter.take(known))
          continue
        }
        // Also the first says all: the same piece may stand first on one page and later on another.
        var piece = try painter.paint(
          planned.look.items, height: planned.look.height, isFirst: false)
        if planned.isShared {
          memory.keep(
            &piece, piece.fonts.sorted().map { painter.fonts.slots[$0].font }, as: planned.look)
        }
        pieces.append(piece)
      }
      painted.append(PaintedPage(pieces: pieces))
    }
    return painter.painted(painted, book)
  }
}
