import CCairo

/// Paints one page as a picture on white paper.
///
/// Nothing in it depends on a screen: grey anti-aliasing, no hinting of outlines or measures.
///
/// - Parameter dotsPerInch: the picture's resolution; 72 makes a pixel a point.
/// - Returns: a PNG file.
func paintPNG(
  _ page: Page, dotsPerInch: Double, fonts: FontBook
) throws(Diagnostics) -> [UInt8] {
  do throws(CairoError) {
    let scale = dotsPerInch / 72
    let width = (page.size.width.points * scale).rounded()
    let height = (page.size.height.points * scale).rounded()
    guard width >= 1, height >= 1, width <= 32_000, height <= 32_000 else {
      throw CairoError(
        action: "make a picture of \(dotsPerInch) dpi", reason: "it has no sensible size")
    }
    let surface = try Surface(
      adopting: cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)),
      "make a picture")
    cairo_surface_set_device_scale(surface.pointer, scale, scale)
    var painter = try PagePainter(on: surface, isPDF: false, fonts: fonts)
    painter.paintPaper(page.size)
    painter.setScreenFontOptions()
    try painter.paint(page)
    let sink = ByteSink()
    try CairoError.check(
      cairo_surface_write_to_png_stream(surface.pointer, ByteSink.write, sink.closure),
      "write the picture")
    return withExtendedLifetime(sink) { sink.bytes }
  } catch {
    throw error.diagnostics
  }
}
