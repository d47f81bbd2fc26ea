import CCairo
import CPango
import CPangoCairo

/// What Cairo draws with of a book's fonts: faces for the text of letters, and a font map for the
/// text in drawings.
final class CairoFonts {
  private var faces = FontFaces()
  private var map: UnsafeMutableRawPointer?

  deinit { fontsChanged() }

  /// Forgets what was found among fewer fonts.
  func fontsChanged() {
    if let map { g_object_unref(map) }
    map = nil
  }

  fileprivate func face(of key: FontKey) -> OpaquePointer? { faces.face(of: key) }

  /// A font map for Cairo with the fonts of a configuration, lent until there are more of them.
  fileprivate func map(of config: OpaquePointer) -> UnsafeMutableRawPointer? {
    if let map { return map }
    guard let made = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) else { return nil }
    pango_fc_font_map_set_config(OpaquePointer(made), config)
    pango_cairo_font_map_set_resolution(OpaquePointer(made), 72)
    map = UnsafeMutableRawPointer(made)
    return map
  }
}

extension FontBook {
  /// The Cairo face of a font, whichever book shaped with it, lent until this book goes; nil if its
  /// file cannot be read.
  func cairoFontFace(_ key: FontKey) -> OpaquePointer? { drawing.face(of: key) }

  /// Makes these fonts the only ones that libraries find by themselves on this thread for the time of
  /// a call, as librsvg does for text in drawings; else the machine's fonts would be in the letter.
  func withDrawingFonts<R, E: Error>(_ body: () throws(E) -> R) throws(E) -> R {
    let usual = pango_cairo_font_map_get_default().map { UnsafeMutableRawPointer($0) }
    if let usual { g_object_ref(usual) }
    pango_cairo_font_map_set_default(drawing.map(of: config).map { OpaquePointer($0) })
    defer {
      pango_cairo_font_map_set_default(usual.map { OpaquePointer($0) })
      if let usual { g_object_unref(usual) }
    }
    return try body()
  }
}
