import CCairo
package import Foundation

/// A picture in memory, as rows of blue, green, red and an unused byte from the top left.
package struct Picture: Equatable, Sendable {
  package let width: Int
  package let height: Int
  package var pixels: [UInt8]

  /// A picture of one colour.
  package init(width: Int, height: Int, fill: UInt8 = 255) {
    self.width = width
    self.height = height
    pixels = [UInt8](repeating: fill, count: width * height * 4)
  }

  /// Reads a PNG file.
  package init(png path: String) throws {
    let surface = cairo_image_surface_create_from_png(path)
    defer { cairo_surface_destroy(surface) }
    let status = cairo_surface_status(surface)
    let format = cairo_image_surface_get_format(surface)
    guard status == CAIRO_STATUS_SUCCESS, let data = cairo_image_surface_get_data(surface),
      format == CAIRO_FORMAT_RGB24 || format == CAIRO_FORMAT_ARGB32
    else {
      throw ToolFailure(description: "\(path) is no picture: status \(status.rawValue)")
    }
    self.init(
      width: Int(cairo_image_surface_get_width(surface)),
      height: Int(cairo_image_surface_get_height(surface)))
    let stride = Int(cairo_image_surface_get_stride(surface))
    let source = UnsafeRawBufferPointer(start: data, count: stride * height)
    for y in 0..<height {
      let row = UnsafeRawBufferPointer(rebasing: source[y * stride..<y * stride + width * 4])
      pixels.replaceSubrange(y * width * 4..<(y + 1) * width * 4, with: row)
    }
  }

  /// Writes a PNG file.
  package func write(png path: String) throws {
    var copy = pixels
    let status = copy.withUnsafeMutableBufferPointer { buffer in
      let surface = cairo_image_surface_create_for_data(
        buffer.baseAddress, CAIRO_FORMAT_RGB24, Int32(width), Int32(height), Int32(width * 4))
      defer { cairo_surface_destroy(surface) }
      return cairo_surface_write_to_png(surface, path)
    }
    guard status == CAIRO_STATUS_SUCCESS else {
      throw ToolFailure(description: "cannot write \(path): status \(status.rawValue)")
    }
  }

  /// The picture as the bytes of a PNG file.
  package func png() throws -> Data {
    let scratch = try Scratch()
    try write(png: scratch.path("picture.png"))
    return try Data(contentsOf: scratch.folder.appending(path: "picture.png"))
  }

  /// The pages of a PDF as poppler draws them.
  package static func pages(ofPDF path: String, dotsPerInch: Int) async throws -> [Picture] {
    let scratch = try Scratch()
    _ = try await output(
      of: "pdftoppm", "-png", "-r", "\(dotsPerInch)", path, scratch.path("page"))
    return try scratch.names.map { try Picture(png: scratch.path($0)) }
  }
}
