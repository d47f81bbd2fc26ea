import CCairo

extension Canvas {
  /// Shows a run of glyphs, with the text they stand for where the surface can hold it.
  mutating func show(_ run: GlyphRun, at origin: Point, fonts: FontBook) throws(CairoError) {
    set(run.color)
    guard set(run.font, size: run.size, from: fonts) else {
      throw CairoError(action: "find the font \(run.font.file)", reason: "it was never loaded")
    }
    let baseline = origin.y.points - run.rise.points
    var pen = origin.x.points
    let glyphs = run.glyphs.map { glyph in
      defer { pen += glyph.advance.points }
      return cairo_glyph_t(
        index: UInt(glyph.id), x: pen + glyph.offset.x.points,
        y: baseline + glyph.offset.y.points)
    }
    if !glyphs.isEmpty { try show(glyphs, of: run) }
    rules(of: run, from: origin.x.points, to: pen, baseline: baseline)
  }

  private func show(_ glyphs: [cairo_glyph_t], of run: GlyphRun) throws(CairoError) {
    guard isPDF, Self.clustersFit(run) else {
      cairo_show_glyphs(context, glyphs, Int32(glyphs.count))
      return try check("show “\(run.text)”")
    }
    let clusters = run.clusters.map {
      cairo_text_cluster_t(num_bytes: Int32($0.bytes), num_glyphs: Int32($0.glyphs))
    }
    let flags =
      run.isRightToLeft
      ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(rawValue: 0)
    let text = run.text
    cairo_show_text_glyphs(
      context, text, Int32(text.utf8.count), glyphs, Int32(glyphs.count), clusters,
      Int32(clusters.count), flags)
    try check("show “\(run.text)”")
  }

  /// Whether the clusters cover text and glyphs exactly, as Cairo demands.
  private static func clustersFit(_ run: GlyphRun) -> Bool {
    var bytes = 0
    var glyphs = 0
    for cluster in run.clusters {
      guard cluster.bytes >= 0, cluster.glyphs >= 0, cluster.bytes + cluster.glyphs > 0
      else { return false }
      bytes += cluster.bytes
      glyphs += cluster.glyphs
    }
    return bytes == run.text.utf8.count && glyphs == run.glyphs.count
  }

  private func rules(of run: GlyphRun, from left: Double, to right: Double, baseline: Double) {
    // Where Liberation Sans has its rules (post and OS/2 tables), in parts of the size.
    let thickness = run.size.points * 0.073
    func rule(_ y: Double) {
      cairo_rectangle(context, left, y, right - left, thickness)
      cairo_fill(context)
    }
    if run.underline { rule(baseline + run.size.points * 0.106 - thickness / 2) }
    if run.strikethrough { rule(baseline - run.size.points * 0.259) }
  }
}
