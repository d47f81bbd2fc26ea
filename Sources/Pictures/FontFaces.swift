import CCairo
import CPango
import CPangoCairo
import Intake

/// Cairo's faces of a request's fonts, each made of its file when first painted.
final class FontFaces {
  private let fonts: [PaintPages.Font]
  private var known: [Int: OpaquePointer] = [:]

  init(_ fonts: [PaintPages.Font]) { self.fonts = fonts }

  /// The face of a font, lent until these faces go.
  ///
  /// - Throws: that Cairo cannot make one of the file.
  func face(_ index: Int) throws(Refusal) -> OpaquePointer {
    if let face = known[index] { return face }
    guard fonts.indices.contains(index) else { throw Refusal("there is no font \(index)") }
    let font = fonts[index]
    guard let face = Self.make(font) else {
      throw Refusal("the font \(font.file) cannot be read")
    }
    known[index] = face
    return face
  }

  private static func make(_ font: PaintPages.Font) -> OpaquePointer? {
    guard let pattern = FcPatternCreate() else { return nil }
    defer { FcPatternDestroy(pattern) }
    FcPatternAddString(pattern, FC_FILE, font.file)
    FcPatternAddInteger(pattern, FC_INDEX, Int32(truncatingIfNeeded: font.index))
    if !font.variations.isEmpty {
      FcPatternAddString(pattern, FC_FONT_VARIATIONS, font.variations)
    }
    let options = plainFontOptions()
    defer { cairo_font_options_destroy(options) }
    cairo_ft_font_options_substitute(options, pattern)
    guard let face = cairo_ft_font_face_create_for_pattern(pattern) else { return nil }
    guard cairo_font_face_status(face) == CAIRO_STATUS_SUCCESS else {
      cairo_font_face_destroy(face)
      return nil
    }
    return face
  }

  deinit { for face in known.values { cairo_font_face_destroy(face) } }
}
