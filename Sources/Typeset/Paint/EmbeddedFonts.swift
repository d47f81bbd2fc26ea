/// The fonts of a letter as they go into its files, each with the glyphs that the letter has of it.
struct EmbeddedFonts: Sendable {
  /// In the order in which the pages have them.
  let subsets: [FontSubset]

  /// The fonts of the subsets.
  let keys: [FontKey]

  /// Takes from the fonts of pages what the pages show.
  ///
  /// - Throws: ``PaintError`` for a font that cannot be embedded.
  init(_ pages: [Page], from fonts: FontBook) throws(PaintError) {
    var collector = GlyphCollector()
    for page in pages { page.forEachRun { collector.note($0) } }
    var subsets: [FontSubset] = []
    for (font, glyphs) in collector.uses {
      subsets.append(try fonts.embeddable(font, glyphs))
    }
    self.subsets = subsets
    keys = collector.uses.map(\.font)
  }
}

/// The glyphs that pages have of each font.
private struct GlyphCollector {
  private(set) var uses: [(font: FontKey, glyphs: GlyphSet)] = []
  private var places: [FontKey: Int] = [:]
  /// Runs of one font follow each other, and comparing is cheaper than hashing.
  private var last = 0

  mutating func note(_ run: GlyphRun) {
    guard !run.glyphs.isEmpty else { return }
    if !uses.indices.contains(last) || uses[last].font != run.font { last = place(of: run.font) }
    uses[last].glyphs.insert(shownIn: run.glyphs)
  }

  private mutating func place(of font: FontKey) -> Int {
    if let known = places[font] { return known }
    uses.append((font, GlyphSet()))
    places[font] = uses.count - 1
    return uses.count - 1
  }
}

extension GlyphSet {
  /// Takes in the glyphs that are painted.
  fileprivate mutating func insert(shownIn glyphs: [Glyph]) {
    for glyph in glyphs where glyph.id != ShapedItem.emptyGlyph { insert(glyph.id) }
  }
}

extension FontBook {
  /// A font with some of its glyphs.
  ///
  /// - Throws: ``PaintError`` for a font that cannot be embedded.
  func embeddable(_ font: FontKey, _ glyphs: GlyphSet) throws(PaintError) -> FontSubset {
    let made: FontSubset?
    do throws(FontFault) {
      made = try subset(of: font, glyphs)
    } catch {
      throw .font(font.file, error)
    }
    guard let made else { throw .missingFont(font.file) }
    return made
  }
}
