import CCairo
import Intake

extension ImagePainter {
  /// A JPEG as an image surface with owned reference.
  ///
  /// - Parameter keepsBytes: whether the surface carries the JPEG itself for the PDF, as it is or,
  ///   if it has more pixels than wanted or is in inks, made anew; else its pixels are decoded.
  static func decodeJPEG(
    _ image: ImageResource, _ width: Int, _ height: Int, keepsBytes: Bool
  ) throws(CairoError) -> OpaquePointer {
    let action = "read the image \(image.name)"
    guard let header = JPEGHeader(image.bytes) else {
      throw CairoError(action: action, reason: "it is not a whole JPEG")
    }
    let (width, height) = header.isTurned ? (height, width) : (width, height)
    if keepsBytes, width >= header.width, header.components != 4 {
      return try attach(image.bytes, header.width, header.height, action)
    }
    // Never otherwise where the library is missing: a file must not depend on the machine.
    guard let library = PhotoLibrary.shared else {
      throw CairoError(
        action: action, reason: "libjpeg-turbo is not installed", hint: "install libturbojpeg")
    }
    let whole = try pixels(of: image.bytes, header, library, action)
    guard keepsBytes else { return cairo_surface_reference(whole.pointer) }
    let small = try scaled(whole, width, height, action)
    guard let rows = cairo_image_surface_get_data(small.pointer),
      let bytes = library.encode(
        rows, width: Int(cairo_image_surface_get_width(small.pointer)),
        height: Int(cairo_image_surface_get_height(small.pointer)),
        stride: Int(cairo_image_surface_get_stride(small.pointer)))
    else { throw CairoError(action: action, reason: "there is no memory for it") }
    return try attach(bytes, width, height, action)
  }

  /// A surface that nobody paints from: the PDF takes the bytes that hang on it.
  private static func attach(
    _ jpeg: [UInt8], _ width: Int, _ height: Int, _ action: String
  ) throws(CairoError) -> OpaquePointer {
    let surface = try Surface(
      adopting: cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)),
      action)
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, jpeg.count))
    copy.initialize(from: jpeg, count: jpeg.count)
    let status = cairo_surface_set_mime_data(
      surface.pointer, CAIRO_MIME_TYPE_JPEG, copy, UInt(jpeg.count), { $0?.deallocate() }, copy)
    if status != CAIRO_STATUS_SUCCESS { copy.deallocate() }
    try CairoError.check(status, action)
    return cairo_surface_reference(surface.pointer)
  }

  private static func pixels(
    of jpeg: [UInt8], _ header: JPEGHeader, _ library: PhotoLibrary, _ action: String
  ) throws(CairoError) -> Surface {
    let (width, height) = (header.width, header.height)
    let surface = try Surface(
      adopting: cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)),
      action)
    cairo_surface_flush(surface.pointer)
    let stride = Int(cairo_image_surface_get_stride(surface.pointer))
    guard let rows = cairo_image_surface_get_data(surface.pointer) else {
      throw CairoError(action: action, reason: "there is no memory for it")
    }
    let isDecoded = library.decode(
      jpeg, as: header.components == 4 ? .inks : .colors, width: width, height: height,
      stride: stride, into: rows)
    guard isDecoded else { throw CairoError(action: action, reason: "it is not a whole JPEG") }
    if header.components == 4 {
      for y in 0..<height {
        mixInks(rows + y * stride, count: width, areInverted: header.hasAdobeMark)
      }
    }
    cairo_surface_mark_dirty(surface.pointer)
    return surface
  }

  /// Makes colours of a row of inks, as a screen shows them without a profile; Adobe's programs
  /// store how much light an ink lets through (Adobe Technical Note 5116, 18).
  private static func mixInks(
    _ row: UnsafeMutablePointer<UInt8>, count: Int, areInverted: Bool
  ) {
    for x in 0..<count {
      let pixel = row + 4 * x
      func light(_ index: Int) -> Int {
        areInverted ? Int(pixel[index]) : 255 - Int(pixel[index])
      }
      let black = light(3)
      let (red, green, blue) = (light(0), light(1), light(2))
      pixel[0] = UInt8(black * blue / 255)
      pixel[1] = UInt8(black * green / 255)
      pixel[2] = UInt8(black * red / 255)
    }
  }
}
