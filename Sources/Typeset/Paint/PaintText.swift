import CCairo

extension Canvas {
  /// Makes ready to show glyphs of a run.
  mutating func prepare(for run: GlyphRun, fonts: FontBook) throws(CairoError) {
    set(run.color)
    guard set(run.font, size: run.size, from: fonts) else {
      throw CairoError(action: "find the font \(run.font.file)", reason: "it was never loaded")
    }
  }

  /// The run's glyphs at their places on the page.
  func placedGlyphs(of run: GlyphRun, at origin: Point) -> [cairo_glyph_t] {
    let baseline = origin.y.points - run.rise.points
    var pen = origin.x.points
    return run.glyphs.map { glyph in
      defer { pen += glyph.advance.points }
      return cairo_glyph_t(
        index: UInt(glyph.id), x: pen + glyph.offset.x.points,
        y: baseline + glyph.offset.y.points)
    }
  }

  /// Shows glyphs without saying what they stand for.
  func show(_ glyphs: [cairo_glyph_t]) {
    let seen = glyphs.filter { !$0.isEmpty }
    cairo_show_glyphs(context, seen, Int32(seen.count))
  }

  /// Draws the rules under and through a run.
  func paintRules(of run: GlyphRun, at origin: Point) {
    guard run.underline || run.strikethrough else { return }
    let baseline = origin.y.points - run.rise.points
    let width = run.width.points
    // Where Liberation Sans has its rules (post and OS/2 tables), in parts of the size.
    let thickness = run.size.points * 0.073
    func rule(_ y: Double) {
      cairo_rectangle(context, origin.x.points, y, width, thickness)
      cairo_fill(context)
    }
    if run.underline { rule(baseline + run.size.points * 0.106 - thickness / 2) }
    if run.strikethrough { rule(baseline - run.size.points * 0.259) }
  }
}

extension cairo_glyph_t {
  /// Whether it stands for a character that cannot be seen.
  fileprivate var isEmpty: Bool { index == UInt(ShapedItem.emptyGlyph) }
}
