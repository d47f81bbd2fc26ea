import CCairo
import CPango
import CPangoCairo

/// Cairo's faces of fonts, each made of its file when first painted.
///
/// A face is made of the file, the face in it and the axes alone, and not of what Pango found in
/// shaping; so a letter that was set with one book of fonts is painted with another.
struct FontFaces: ~Copyable {
  private var known: [FontKey: OpaquePointer] = [:]

  /// The face of a font, lent until these faces go; nil if Cairo refuses it.
  mutating func face(of key: FontKey) -> OpaquePointer? {
    if let face = known[key] { return face }
    guard let pattern = FcPatternCreate() else { return nil }
    defer { FcPatternDestroy(pattern) }
    FcPatternAddString(pattern, FC_FILE, key.file)
    FcPatternAddInteger(pattern, FC_INDEX, Int32(key.index))
    if !key.variations.isEmpty {
      FcPatternAddString(pattern, FC_FONT_VARIATIONS, key.variations)
    }
    // As text is shaped: outlines as they are drawn, no grid of a screen.
    let options = cairo_font_options_create()
    defer { cairo_font_options_destroy(options) }
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    cairo_ft_font_options_substitute(options, pattern)
    guard let face = cairo_ft_font_face_create_for_pattern(pattern) else { return nil }
    guard cairo_font_face_status(face) == CAIRO_STATUS_SUCCESS else {
      cairo_font_face_destroy(face)
      return nil
    }
    known[key] = face
    return face
  }

  deinit { for face in known.values { cairo_font_face_destroy(face) } }
}
