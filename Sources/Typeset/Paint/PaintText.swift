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
    cairo_show_glyphs(context, glyphs, Int32(glyphs.count))
  }

  /// Shows a segment's glyphs with the text they stand for.
  func show(
    _ segment: RunSegment, _ glyphs: [cairo_glyph_t], isRightToLeft: Bool
  ) throws(CairoError) {
    let part = Array(glyphs[segment.glyphs])
    guard !segment.clusters.isEmpty else { return show(part) }
    let clusters = segment.clusters.map {
      cairo_text_cluster_t(num_bytes: Int32($0.bytes), num_glyphs: Int32($0.glyphs))
    }
    let flags =
      isRightToLeft
      ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(rawValue: 0)
    cairo_show_text_glyphs(
      context, segment.text, Int32(segment.text.utf8.count), part, Int32(part.count), clusters,
      Int32(clusters.count), flags)
    try check("show “\(segment.text)”")
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
