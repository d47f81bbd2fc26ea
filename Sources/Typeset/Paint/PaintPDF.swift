import CCairo

/// Paints composed pages as a PDF whose every stretch of content stands in a tag of its own.
///
/// Cairo gives a marked-content identifier only to leaf tags, and knows no artifacts, so the tags
/// are flat and all of one name; `Finish/` gives them their meaning.
func paintPDF(
  _ composition: Composition, fonts: FontBook
) throws(Diagnostics) -> PaintedPDF {
  do throws(CairoError) {
    return try paint(composition, fonts)
  } catch {
    throw error.diagnostics
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
