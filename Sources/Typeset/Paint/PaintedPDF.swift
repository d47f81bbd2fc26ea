import Intake

/// The pages of a letter as a PDF draws them, and what each stretch of their content is.
struct PaintedPDF: Sendable {
  let pages: [PaintedPage]
  /// What is drawn with, in the order of the names that the pages' operators use.
  let fonts: [PaintedFont]
  let pictures: [MakePicture.Made]
  /// Whether paper gets what screens get: nothing is nearly black, and there is no drawing, in which
  /// something may be.
  let isSameOnPaper: Bool
}

/// A page's operators, in one piece or several that are drawn one after the other.
struct PaintedPage: Sendable {
  var pieces: [PaintedPiece] = []

  /// What its stretches are, in the order they are painted.
  var marks: [MarkedContent] { pieces.flatMap { piece in piece.stretches.map(\.mark) } }
}

/// Some of a page's operators; a piece that is not the first takes nothing of the state of colours and
/// fonts for granted.
struct PaintedPiece: Sendable {
  /// A stretch of the page that one tag tells of.
  struct Stretch: Sendable {
    let mark: MarkedContent
    let operators: Range<Int>
  }

  /// By what a ``PaintMemory`` knows it; nil for one that is not kept.
  var kept: Int?
  /// The operators of all stretches, one after the other, without their tags.
  var content: [UInt8] = []
  /// In the order they are painted; they cover the content.
  var stretches: [Stretch] = []
  /// The fonts and pictures that it is drawn with, by their places in ``PaintedPDF``.
  var fonts: Set<Int> = []
  var pictures: Set<Int> = []
}

/// A font and what its codes stand for.
struct PaintedFont: Sendable {
  /// By which the pages' operators call it.
  let name: String
  let subset: FontSubset
  let texts: CodeTexts
  /// The font whose ``CommonGlyphs`` it holds; nil where it has been made for this letter.
  var common: FontKey? = nil
}

/// What the glyphs and paths between one tag's begin and end are to the document.
struct MarkedContent: Hashable, Sendable {
  let part: Part
  /// What is read instead of the glyphs (ISO 32000-1, 14.9.4).
  let actualText: String?
  /// Text of both directions is told apart, for readers put the glyphs of a stretch in order.
  var isRightToLeft = false
}
