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

  /// Shows a segment's glyphs with the text they stand for.
  func show(
    _ segment: RunSegment, _ glyphs: [cairo_glyph_t], isRightToLeft: Bool
  ) throws(CairoError) {
    var part = Array(glyphs[segment.glyphs])
    if segment.isBlank { part = part.map { kept($0) } }
    guard !segment.clusters.isEmpty else { return show(part) }
    var text = segment.text
    var clusters = segment.clusters.map {
      cairo_text_cluster_t(num_bytes: Int32($0.bytes), num_glyphs: Int32($0.glyphs))
    }
    removeEmpty(&part, &clusters, &text, isRightToLeft: isRightToLeft)
    let flags =
      isRightToLeft
      ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(rawValue: 0)
    cairo_show_text_glyphs(
      context, text, Int32(text.utf8.count), part, Int32(part.count), clusters,
      Int32(clusters.count), flags)
    try check("show “\(segment.text)”")
  }

  /// Takes out the characters that cannot be seen: no font has a glyph for them, and Cairo leaves
  /// out a space that is shown with one.
  private func removeEmpty(
    _ glyphs: inout [cairo_glyph_t], _ clusters: inout [cairo_text_cluster_t],
    _ text: inout String, isRightToLeft: Bool
  ) {
    guard glyphs.contains(where: \.isEmpty) else { return }
    var rest = glyphs[...]
    var bytes = Array(text.utf8)[...]
    var kept: [cairo_text_cluster_t] = []
    var words: [UInt8] = []
    for cluster in clusters {
      let count = Int(cluster.num_glyphs)
      let own = isRightToLeft ? rest.suffix(count) : rest.prefix(count)
      rest = isRightToLeft ? rest.dropLast(count) : rest.dropFirst(count)
      let characters = bytes.prefix(Int(cluster.num_bytes))
      bytes = bytes.dropFirst(characters.count)
      let seen = own.count { !$0.isEmpty }
      guard seen > 0 || count == 0 else { continue }
      kept.append(cairo_text_cluster_t(num_bytes: cluster.num_bytes, num_glyphs: Int32(seen)))
      words += characters
    }
    clusters = kept
    text = String(decoding: words, as: UTF8.self)
    glyphs.removeAll(where: \.isEmpty)
  }

  /// A glyph without ink where Cairo keeps it.
  ///
  /// Cairo leaves out what covers nothing: a space that stands on a whole number of points, across
  /// or down, and one that hangs out of the page. Words that it parts would be read as one.
  private func kept(_ glyph: cairo_glyph_t) -> cairo_glyph_t {
    func kept(_ place: Double, _ extent: Length) -> Double {
      // The last part of a point is no longer on the page that Cairo sees.
      let inside = min(max(place, 0.5), max(0.5, extent.points - 1.5))
      // Cairo counts in parts of 1/256; four of them are neither seen nor searched.
      return abs(inside - inside.rounded()) < 2.0 / 256 ? inside.rounded() + 4.0 / 256 : inside
    }
    return cairo_glyph_t(
      index: glyph.index, x: kept(glyph.x, pageSize.width), y: kept(glyph.y, pageSize.height))
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
