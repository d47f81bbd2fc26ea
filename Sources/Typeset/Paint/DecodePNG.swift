import CCairo

extension ImagePainter {
  /// A PNG in so many pixels, as an image surface with owned reference.
  static func decodePNG(
    _ image: ImageResource, _ width: Int, _ height: Int
  ) throws(CairoError) -> OpaquePointer {
    let action = "read the image \(image.name)"
    let source = ByteSource(image.bytes)
    let whole = withExtendedLifetime(source) {
      cairo_image_surface_create_from_png_stream(ByteSource.read, source.closure)
    }
    // libpng's every complaint, as of a wrong checksum, comes out of Cairo as want of memory.
    if let whole, cairo_surface_status(whole) == CAIRO_STATUS_NO_MEMORY {
      cairo_surface_destroy(whole)
      throw CairoError(action: action, reason: "its PNG data are damaged")
    }
    let surface = try Surface(
      adopting: whole ?? cairo_image_surface_create(CAIRO_FORMAT_RGB24, 0, 0), action)
    let small = try scaled(surface, width, height, action)
    return cairo_surface_reference(small.pointer)
  }

  /// A picture in fewer pixels; the picture as it is where it has no more than wanted.
  static func scaled(
    _ surface: consuming Surface, _ width: Int, _ height: Int, _ action: String
  ) throws(CairoError) -> Surface {
    let pixelWidth = Double(cairo_image_surface_get_width(surface.pointer))
    let pixelHeight = Double(cairo_image_surface_get_height(surface.pointer))
    guard Double(width) < pixelWidth else { return surface }
    let small = try Surface(
      adopting: cairo_image_surface_create(
        cairo_image_surface_get_format(surface.pointer), Int32(width), Int32(height)), action)
    let context = cairo_create(small.pointer)
    defer { cairo_destroy(context) }
    cairo_scale(context, Double(width) / pixelWidth, Double(height) / pixelHeight)
    cairo_set_source_surface(context, surface.pointer, 0, 0)
    cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_BEST)
    cairo_set_operator(context, CAIRO_OPERATOR_SOURCE)
    // Beyond the edge the picture goes on, else its border would fade.
    cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD)
    cairo_paint(context)
    try CairoError.check(cairo_status(context), action)
    cairo_surface_flush(small.pointer)
    return small
  }
}

/// Lends bytes to Cairo, piece by piece.
private final class ByteSource {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  static let read: cairo_read_func_t = { closure, data, length in
    guard let closure, let data else { return CAIRO_STATUS_READ_ERROR }
    let source = Unmanaged<ByteSource>.fromOpaque(closure).takeUnretainedValue()
    let end = source.position + Int(length)
    guard end <= source.bytes.count else { return CAIRO_STATUS_READ_ERROR }
    source.bytes[source.position..<end].withUnsafeBufferPointer {
      guard let start = $0.baseAddress else { return }
      data.update(from: start, count: $0.count)
    }
    source.position = end
    return CAIRO_STATUS_SUCCESS
  }
}
