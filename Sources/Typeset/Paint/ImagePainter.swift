import CCairo
import Intake

/// Paints images, keeping each decoded one so that a letter holds it once.
struct ImagePainter: ~Copyable {
  /// An image in the pixels it is painted with.
  private struct Key: Hashable {
    let image: ImageResource
    let width: Int
    let height: Int
  }

  private var decoded: [Key: OpaquePointer] = [:]

  init() {}

  /// Paints an image; what goes wrong names it.
  mutating func paint(
    _ placed: PlacedImage, at origin: Point, on canvas: inout Canvas, fonts: FontBook
  ) throws(CairoError) {
    do throws(CairoError) {
      try draw(placed, at: origin, on: &canvas, fonts: fonts)
    } catch {
      var error = error
      error.image = placed
      throw error
    }
  }

  private mutating func draw(
    _ placed: PlacedImage, at origin: Point, on canvas: inout Canvas, fonts: FontBook
  ) throws(CairoError) {
    guard placed.size.width > .zero, placed.size.height > .zero else { return }
    let context = canvas.context
    cairo_save(context)
    // Without a clip, Cairo takes the first thing painted for all that is on the page so far, and
    // forgets the tag that it stands in. The clip is a little larger, so that it cuts nothing.
    let margin = 1.0
    cairo_rectangle(
      context, origin.x.points - margin, origin.y.points - margin,
      placed.size.width.points + 2 * margin, placed.size.height.points + 2 * margin)
    cairo_clip(context)
    if placed.image.format == .svg {
      try fonts.withDrawingFonts { () throws(CairoError) in
        try Self.paintVectors(placed, at: origin, on: context)
      }
    } else {
      let surface = try surface(for: placed, on: canvas)
      cairo_translate(context, origin.x.points, origin.y.points)
      cairo_scale(context, placed.size.width.points, placed.size.height.points)
      if placed.image.format == .jpeg {
        Self.turn(context, JPEGHeader(placed.image.bytes)?.orientation ?? 1)
      }
      cairo_scale(
        context, 1 / Double(cairo_image_surface_get_width(surface)),
        1 / Double(cairo_image_surface_get_height(surface)))
      cairo_set_source_surface(context, surface, 0, 0)
      cairo_paint(context)
    }
    cairo_restore(context)
    canvas.forgetState()
    try canvas.check("paint the image \(placed.image.name)")
  }

  /// Sets a picture upright within the unit square, as the camera was held (Exif tag 274).
  private static func turn(_ context: OpaquePointer, _ orientation: Int) {
    let turns: [(Double, Double, Double, Double, Double, Double)] = [
      (1, 0, 0, 1, 0, 0), (-1, 0, 0, 1, 1, 0), (-1, 0, 0, -1, 1, 1), (1, 0, 0, -1, 0, 1),
      (0, 1, 1, 0, 0, 0), (0, 1, -1, 0, 1, 0), (0, -1, -1, 0, 1, 1), (0, -1, 1, 0, 0, 1),
    ]
    guard turns.indices.contains(orientation - 1) else { return }
    let t = turns[orientation - 1]
    var matrix = cairo_matrix_t(xx: t.0, yx: t.1, xy: t.2, yy: t.3, x0: t.4, y0: t.5)
    cairo_transform(context, &matrix)
  }

  private static func paintVectors(
    _ placed: PlacedImage, at origin: Point, on context: OpaquePointer
  ) throws(CairoError) {
    let action = "paint the image \(placed.image.name)"
    guard let library = VectorLibrary.shared else {
      throw CairoError(
        action: action, reason: "librsvg is not installed", hint: "install librsvg")
    }
    let rect = Rect(origin: origin, size: placed.size)
    do {
      try library.draw(placed.image.bytes, in: rect, on: context)
    } catch {
      throw CairoError(action: action, reason: error.reason)
    }
  }

  private mutating func surface(
    for placed: PlacedImage, on canvas: borrowing Canvas
  ) throws(CairoError) -> OpaquePointer {
    let (width, height) = Self.pixels(for: placed)
    let key = Key(image: placed.image, width: width, height: height)
    if let known = decoded[key] { return known }
    let surface =
      placed.image.format == .png
      ? try Self.decodePNG(key.image, width, height)
      : try Self.decodeJPEG(key.image, width, height, keepsBytes: canvas.isPDF)
    decoded[key] = surface
    return surface
  }

  /// The image's own pixels, or as many as the resolution asks for if it has more.
  private static func pixels(for placed: PlacedImage) -> (width: Int, height: Int) {
    let image = placed.image
    let wanted = placed.size.width.points / 72 * placed.resolution
    // A little more than wanted is not worth another sampling.
    guard placed.resolution > 0, wanted >= 1, Double(image.pixelWidth) > wanted * 1.2 else {
      return (image.pixelWidth, image.pixelHeight)
    }
    let scale = wanted / Double(image.pixelWidth)
    return (
      max(1, Int(wanted.rounded())), max(1, Int((Double(image.pixelHeight) * scale).rounded()))
    )
  }

  deinit { for surface in decoded.values { cairo_surface_destroy(surface) } }
}
