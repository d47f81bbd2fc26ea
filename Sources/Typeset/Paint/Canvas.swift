import CCairo

/// A place to paint on; owns its context and keeps the surface that it belongs to.
struct Canvas: ~Copyable {
  let context: OpaquePointer
  /// Whether the surface is a PDF, which takes tags, text and compressed images as they are.
  let isPDF: Bool
  /// The size of the page that is painted.
  var pageSize = Size.a4
  private var color: Color?
  private var font: FontKey?
  private var fontSize: Length?

  init(on surface: borrowing Surface, isPDF: Bool) throws(CairoError) {
    context = cairo_create(surface.pointer)
    self.isPDF = isPDF
    try CairoError.check(cairo_status(context), "make a context")
  }

  /// - Throws: if anything painted so far has failed.
  func check(_ action: String) throws(CairoError) {
    try CairoError.check(cairo_status(context), action)
  }

  mutating func set(_ wanted: Color) {
    guard color != wanted else { return }
    cairo_set_source_rgb(context, wanted.red, wanted.green, wanted.blue)
    color = wanted
  }

  /// - Returns: false when the book does not know the font.
  mutating func set(_ wanted: FontKey, size: Length, from fonts: FontBook) -> Bool {
    if font != wanted {
      guard let face = fonts.cairoFontFace(wanted) else { return false }
      cairo_set_font_face(context, face)
      font = wanted
    }
    if fontSize != size {
      cairo_set_font_size(context, size.points)
      fontSize = size
    }
    return true
  }

  /// Forgets colour and font after something else has set them.
  mutating func forgetState() {
    color = nil
    font = nil
    fontSize = nil
  }

  /// Makes text the same on every screen: grey edges, no hinting.
  func setScreenFontOptions() {
    let options = cairo_font_options_create()
    defer { cairo_font_options_destroy(options) }
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_set_font_options(context, options)
  }

  func fill(_ rect: Rect) {
    cairo_rectangle(
      context, rect.minX.points, rect.minY.points, rect.size.width.points,
      rect.size.height.points)
    cairo_fill(context)
  }

  func beginTag() { cairo_tag_begin(context, "P", nil) }

  func endTag() { cairo_tag_end(context, "P") }

  deinit { cairo_destroy(context) }
}
