import CCairo
import Intake

extension PagePainter {
  /// A page as a picture on white paper.
  ///
  /// Nothing in it depends on a screen: grey anti-aliasing, no hinting of outlines or measures.
  /// - Parameter dotsPerInch: the picture's resolution; 72 makes a pixel a point.
  func png(_ page: DisplayList, dotsPerInch: Double) throws(Refusal) -> [UInt8] {
    let scale = dotsPerInch / 72
    let width = (page.width * scale).rounded()
    let height = (page.height * scale).rounded()
    guard width >= 1, height >= 1, width <= 32_000, height <= 32_000 else {
      throw Refusal("a picture of \(dotsPerInch) dpi has no sensible size")
    }
    let surface = try Surface(CAIRO_FORMAT_RGB24, width: Int(width), height: Int(height))
    cairo_surface_set_device_scale(surface.pointer, scale, scale)
    var canvas = try Canvas(on: surface)
    canvas.set(DisplayList.Ink(red: 1, green: 1, blue: 1))
    canvas.fill(DisplayList.Box(x: 0, y: 0, width: page.width, height: page.height))
    canvas.setScreenFontOptions()
    try paint(page, on: &canvas)
    let sink = ByteSink()
    try Refusal.check(
      cairo_surface_write_to_png_stream(surface.pointer, ByteSink.write, sink.closure))
    return withExtendedLifetime(sink) { sink.bytes }
  }
}
