import CCairo

/// Paints one page as an SVG drawing whose text is outlines, for pages on the web.
func paintSVG(_ page: Page, fonts: FontBook) throws(Diagnostics) -> [UInt8] {
  do throws(CairoError) {
    let sink = ByteSink()
    let surface = try Surface(
      adopting: cairo_svg_surface_create_for_stream(
        ByteSink.write, sink.closure, page.size.width.points, page.size.height.points),
      writingTo: sink, "start the drawing")
    var painter = try PagePainter(on: surface, isPDF: false, fonts: fonts)
    _ = try painter.paint(page)
    painter.showPage()
    try surface.finish("finish the drawing")
    return withExtendedLifetime(sink) { sink.bytes }
  } catch {
    throw error.diagnostics
  }
}
