/// The fonts that a letter is painted with, each with its name and what its codes stand for.
///
/// In a small file each font has the letter's own glyphs. In a quick one it has the glyphs that are
/// common to all letters, and beside it stands a further font if the letter needs more of it.
struct FontSlots {
  /// A font, or what a letter needs of it besides.
  struct Slot {
    let name: String
    let font: FontKey
    let subset: FontSubset
    let isCommon: Bool
  }

  /// What a run is shown with.
  struct Pair {
    /// The font that has most glyphs of the run.
    let main: Int?
    /// The one for those that it lacks.
    var further: Int? = nil
  }

  private(set) var slots: [Slot] = []
  /// By slot, what its codes stand for.
  var texts: [CodeTexts] = []
  /// By slot, apart from the rest of it: a glyph is looked up for each that is shown.
  private(set) var codes: [GlyphCodes] = []

  private let book: FontBook
  private let isShared: Bool
  private var places: [FontKey: Pair] = [:]
  /// What letters do not have in common, of the fonts that this one needs it of.
  private var further: [FontKey: GlyphSet] = [:]
  /// Runs of one font follow each other, and comparing is cheaper than hashing.
  private var last: (font: FontKey, pair: Pair)?

  /// Fonts with the glyphs that pages have of them.
  init(_ embedded: EmbeddedFonts, _ book: FontBook) {
    self.book = book
    isShared = false
    for (key, subset) in zip(embedded.keys, embedded.subsets) {
      places[key] = Pair(main: slots.count)
      add(Slot(name: "F\(slots.count)", font: key, subset: subset, isCommon: false))
    }
  }

  /// Fonts with common glyphs, as they are asked for.
  ///
  /// - Parameter further: the letter's other glyphs.
  init(common book: FontBook, further: [FontKey: GlyphSet]) {
    self.book = book
    self.further = further
    isShared = true
  }

  private mutating func add(_ slot: Slot, _ texts: CodeTexts = CodeTexts()) {
    slots.append(slot)
    codes.append(slot.subset.codes)
    self.texts.append(texts)
  }

  /// What shows the glyphs of a run; nil for a font that was not told of.
  ///
  /// - Throws: ``PaintError`` for a font that cannot be embedded.
  mutating func pair(for run: GlyphRun) throws(PaintError) -> Pair? {
    if let last, last.font == run.font { return last.pair }
    let pair = try isShared ? commonPair(for: run) : places[run.font]
    if let pair, isSettled(pair, run.font) { last = (run.font, pair) }
    return pair
  }

  /// Whether other runs of the font are shown with nothing else.
  private func isSettled(_ pair: Pair, _ font: FontKey) -> Bool {
    !isShared || pair.main != nil && (pair.further != nil || further[font] == nil)
  }

  private mutating func commonPair(for run: GlyphRun) throws(PaintError) -> Pair? {
    let known = places[run.font]
    if let known, isSettled(known, run.font) { return known }
    var (main, more) = (known?.main, known?.further)
    let common = try book.commonFont(run.font).subset.codes
    for glyph in run.glyphs where glyph.id != ShapedItem.emptyGlyph {
      if common.code(of: glyph.id) != nil {
        if main == nil { main = try place(ofCommon: run.font) }
      } else if more == nil, let glyphs = further[run.font] {
        more = slots.count
        add(
          Slot(
            name: "E\(slots.count)", font: run.font,
            subset: try book.embeddable(run.font, glyphs), isCommon: false))
      }
    }
    let pair = Pair(main: main, further: more)
    places[run.font] = pair
    return pair
  }

  /// The place of a font with the glyphs that letters have in common.
  mutating func place(ofCommon font: FontKey) throws(PaintError) -> Int {
    if let known = places[font]?.main { return known }
    let common = try book.commonFont(font)
    places[font] = Pair(main: slots.count, further: places[font]?.further)
    add(Slot(name: common.name, font: font, subset: common.subset, isCommon: true), common.texts)
    return slots.count - 1
  }

  /// What goes into the file.
  var painted: [PaintedFont] {
    zip(slots, texts).map { slot, texts in
      PaintedFont(
        name: slot.name, subset: slot.subset, texts: texts,
        common: slot.isCommon ? slot.font : nil)
    }
  }
}

extension FontBook {
  /// A font with its common glyphs, made once.
  ///
  /// - Throws: ``PaintError`` for a font that cannot be embedded.
  func commonFont(_ key: FontKey) throws(PaintError) -> CommonFont {
    if let known = commonFonts[key] { return known }
    guard let face = face(key) else { throw .missingFont(key.file) }
    let common = CommonGlyphs(of: face)
    let subset = try embeddable(key, common.glyphs)
    var texts = CodeTexts()
    for (glyph, text) in common.texts {
      if let code = subset.codes.code(of: glyph) { _ = texts.note(code, text) }
    }
    let made = CommonFont(
      name: "F" + subset.mark(letters: 8), subset: subset, texts: texts)
    commonFonts[key] = made
    return made
  }
}
