import CCairo
import Intake

/// The pictures of a request, each decoded once.
final class PaintedPictures {
  private let pictures: [PaintPages.Picture]
  private let fonts: DrawingFonts
  private let fontMap: DrawingFontMap
  /// The picture that is being painted; once something went wrong, the one that did.
  private(set) var current: Int?
  private var decoded: [Int: OpaquePointer] = [:]

  init(_ pictures: [PaintPages.Picture], _ fonts: DrawingFonts, _ fontMap: DrawingFontMap) {
    self.pictures = pictures
    self.fonts = fonts
    self.fontMap = fontMap
  }

  /// Paints a picture into a rectangle.
  ///
  /// - Throws: what is wrong with it.
  func paint(
    _ index: Int, in box: DisplayList.Box, on canvas: inout Canvas
  ) throws(Refusal) {
    guard pictures.indices.contains(index) else { throw Refusal("there is no picture \(index)") }
    guard box.width > 0, box.height > 0 else { return }
    current = index
    let picture = pictures[index]
    let context = canvas.context
    cairo_save(context)
    // A little larger than the picture, so that it cuts nothing.
    let margin = 1.0
    cairo_rectangle(
      context, box.x - margin, box.y - margin, box.width + 2 * margin, box.height + 2 * margin)
    cairo_clip(context)
    if picture.format == .svg {
      fontMap.use(fonts, for: picture.bytes)
      let place = VectorLibrary.Rectangle(
        x: box.x, y: box.y, width: box.width, height: box.height)
      try drawVectors(picture.bytes, place, on: context)
    } else {
      let surface = try surface(of: picture, index)
      cairo_translate(context, box.x, box.y)
      cairo_scale(context, box.width, box.height)
      if picture.format == .jpeg {
        turn(context, JPEGHeader(picture.bytes)?.orientation ?? 1)
      }
      cairo_scale(
        context, 1 / Double(cairo_image_surface_get_width(surface)),
        1 / Double(cairo_image_surface_get_height(surface)))
      cairo_set_source_surface(context, surface, 0, 0)
      cairo_paint(context)
    }
    cairo_restore(context)
    canvas.forgetState()
    try canvas.check()
    current = nil
  }

  private func surface(
    of picture: PaintPages.Picture, _ index: Int
  ) throws(Refusal) -> OpaquePointer {
    if let known = decoded[index] { return known }
    let made =
      picture.format == .png
      ? try scaled(decodePNG(picture.bytes), picture.width, picture.height)
      : try decodeJPEG(picture.bytes)
    guard let kept = cairo_surface_reference(made.pointer) else { throw .noMemory }
    decoded[index] = kept
    return kept
  }

  deinit { for surface in decoded.values { cairo_surface_destroy(surface) } }
}

/// Sets a picture upright within the unit square, as the camera was held (Exif tag 274).
private func turn(_ context: OpaquePointer, _ orientation: Int) {
  let turns: [(Double, Double, Double, Double, Double, Double)] = [
    (1, 0, 0, 1, 0, 0), (-1, 0, 0, 1, 1, 0), (-1, 0, 0, -1, 1, 1), (1, 0, 0, -1, 0, 1),
    (0, 1, 1, 0, 0, 0), (0, 1, -1, 0, 1, 0), (0, -1, -1, 0, 1, 1), (0, -1, 1, 0, 0, 1),
  ]
  guard turns.indices.contains(orientation - 1) else { return }
  let t = turns[orientation - 1]
  var matrix = cairo_matrix_t(xx: t.0, yx: t.1, xy: t.2, yy: t.3, x0: t.4, y0: t.5)
  cairo_transform(context, &matrix)
}
