import CCairo

/// Paints composed pages as a PDF whose every stretch of content stands in a tag of its own.
///
/// Cairo gives a marked-content identifier only to leaf tags, and knows no artifacts, so the tags
/// are flat and all of one name; `Finish/` gives them their meaning.
func paintPDF(
  _ composition: Composition, fonts: FontBook
) throws(Diagnostics) -> PaintedPDF {
  try checkRights(of: composition)
  do throws(CairoError) {
    return try paint(composition, fonts)
  } catch {
    throw error.diagnostics
  }
}

/// - Throws: each font whose licence does not let it go into the file (ISO 19005-2, 6.2.11.4.1).
private func checkRights(of composition: Composition) throws(Diagnostics) {
  var fonts: Set<FontKey> = []
  for page in composition.pages { page.frame.collectFonts(into: &fonts) }
  var problems: [Diagnostic] = []
  for font in fonts.sorted(by: { ($0.file, $0.index) < ($1.file, $1.index) }) {
    let name = font.file.split(separator: "/").last.map(String.init) ?? font.file
    let place = composition.fontPlaces[font.file]
    switch EmbeddingRights(of: font) {
    case .granted: continue
    case .refused:
      problems.append(
        .error(
          "the licence of the font \(name) does not allow embedding (fsType 2)", at: place,
          hint: "use another font, or ask its maker for one that may be embedded"))
    case .wholeOnly:
      problems.append(
        .error(
          "the licence of the font \(name) does not allow embedding a part of it", at: place,
          hint: "use another font, or ask its maker for one that may be embedded in part"))
    }
  }
  if !problems.isEmpty { throw Diagnostics(problems) }
}

extension Frame {
  /// The fonts of all runs in the frame.
  fileprivate func collectFonts(into fonts: inout Set<FontKey>) {
    for placed in items {
      switch placed.item {
      case .line(let line):
        // Runs of one font follow each other, and comparing is cheaper than hashing.
        var last: FontKey?
        for run in line.runs where run.item.font != last {
          fonts.insert(run.item.font)
          last = run.item.font
        }
      case .rule, .image: continue
      }
    }
  }
}

private func paint(
  _ composition: Composition, _ fonts: FontBook
) throws(CairoError) -> PaintedPDF {
  let sink = ByteSink()
  let first = composition.pages.first?.size ?? .a4
  let surface = try Surface(
    adopting: cairo_pdf_surface_create_for_stream(
      ByteSink.write, sink.closure, first.width.points, first.height.points),
    writingTo: sink, "start the PDF")
  // Otherwise Cairo takes the time of day.
  cairo_pdf_surface_set_metadata(
    surface.pointer, CAIRO_PDF_METADATA_CREATE_DATE,
    composition.metadata.date.iso8601 + "T12:00:00Z")
  var marks: [[MarkedContent]] = []
  var painter = try PagePainter(on: surface, isPDF: true, fonts: fonts)
  for page in composition.pages {
    cairo_pdf_surface_set_size(
      surface.pointer, page.size.width.points, page.size.height.points)
    marks.append(try painter.paint(page))
    painter.showPage()
  }
  try surface.finish("finish the PDF")
  return PaintedPDF(bytes: withExtendedLifetime(sink) { sink.bytes }, marks: marks)
}
