import CCairo

extension ImagePainter {
  /// A JPEG as an image surface with owned reference.
  ///
  /// - Parameter keepsBytes: whether the surface carries the JPEG itself for the PDF, as it is or,
  ///   if it has more pixels than wanted, scaled down; else its pixels are decoded.
  static func decodeJPEG(
    _ image: ImageResource, _ width: Int, _ height: Int, keepsBytes: Bool
  ) throws(CairoError) -> OpaquePointer {
    let action = "read the image \(image.name)"
    guard let header = JPEGHeader(image.bytes) else {
      throw CairoError(action: action, reason: "it is not a whole JPEG")
    }
    let (width, height) = header.isTurned ? (height, width) : (width, height)
    if keepsBytes {
      guard width < header.width || header.components == 4 else {
        return try attach(image.bytes, header.width, header.height, action)
      }
      guard let library = PhotoLibrary.shared else {
        if header.components == 4 {
          throw CairoError(
            action: action, reason: "it is in printing inks, and gdk-pixbuf is not installed",
            hint: "install gdk-pixbuf, or save the image in RGB")
        }
        // Without the library the photograph goes in whole: larger, but no worse.
        return try attach(image.bytes, header.width, header.height, action)
      }
      guard let photo = library.decode(image.bytes),
        let small = library.scaled(photo, width: width, height: height),
        let bytes = library.encode(small)
      else { throw CairoError(action: action, reason: "it is not a whole JPEG") }
      return try attach(bytes, width, height, action)
    }
    guard let library = PhotoLibrary.shared else {
      throw CairoError(
        action: action, reason: "gdk-pixbuf is not installed", hint: "install gdk-pixbuf")
    }
    guard let photo = library.decode(image.bytes) else {
      throw CairoError(action: action, reason: "it is not a whole JPEG")
    }
    return try copyPixels(of: photo, library, action)
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

  private static func copyPixels(
    of photo: borrowing PhotoLibrary.Photo, _ library: PhotoLibrary, _ action: String
  ) throws(CairoError) -> OpaquePointer {
    let (width, height) = library.size(of: photo)
    let surface = try Surface(
      adopting: cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)),
      action)
    cairo_surface_flush(surface.pointer)
    let stride = Int(cairo_image_surface_get_stride(surface.pointer))
    guard let data = cairo_image_surface_get_data(surface.pointer) else {
      throw CairoError(action: action, reason: "there is no memory for it")
    }
    library.eachRow(of: photo) { row, line, channels in
      let target = UnsafeMutableRawPointer(data + row * stride)
      for x in 0..<min(width, line.count / max(channels, 3)) {
        let red = UInt32(line[x * channels]) << 16
        let green = UInt32(line[x * channels + 1]) << 8
        let blue = UInt32(line[x * channels + 2])
        target.storeBytes(of: red | green | blue, toByteOffset: x * 4, as: UInt32.self)
      }
    }
    cairo_surface_mark_dirty(surface.pointer)
    return cairo_surface_reference(surface.pointer)
  }
}
