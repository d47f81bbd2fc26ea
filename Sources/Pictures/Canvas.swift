import CCairo
import Intake

/// A place to paint on; owns its context and keeps the surface that it belongs to.
struct Canvas: ~Copyable {
  let context: OpaquePointer
  private var ink: DisplayList.Ink?
  private var font: Int?
  private var size: Double?

  init(on surface: borrowing Surface) throws(Refusal) {
    // Cairo never returns NULL but reports by status.
    context = cairo_create(surface.pointer)
    try Refusal.check(cairo_status(context))
  }

  /// - Throws: if anything painted so far has failed.
  func check() throws(Refusal) { try Refusal.check(cairo_status(context)) }

  mutating func set(_ wanted: DisplayList.Ink) {
    guard ink != wanted else { return }
    cairo_set_source_rgb(context, wanted.red, wanted.green, wanted.blue)
    ink = wanted
  }

  /// - Throws: that the font cannot be read.
  mutating func set(_ wanted: Int, size wantedSize: Double, of fonts: FontFaces) throws(Refusal) {
    if font != wanted {
      cairo_set_font_face(context, try fonts.face(wanted))
      font = wanted
    }
    if size != wantedSize {
      cairo_set_font_size(context, wantedSize)
      size = wantedSize
    }
  }

  /// Forgets colour and font after something else has set them.
  mutating func forgetState() {
    ink = nil
    font = nil
    size = nil
  }

  /// Makes text the same on every screen: grey edges, no hinting.
  func setScreenFontOptions() {
    let options = plainFontOptions()
    defer { cairo_font_options_destroy(options) }
    cairo_set_font_options(context, options)
  }

  func fill(_ box: DisplayList.Box) {
    cairo_rectangle(context, box.x, box.y, box.width, box.height)
    cairo_fill(context)
  }

  deinit { cairo_destroy(context) }
}

/// Text as it was shaped: outlines as they are drawn, grey edges, no grid of a screen; with owned
/// reference.
func plainFontOptions() -> OpaquePointer? {
  let options = cairo_font_options_create()
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
  return options
}
