import CCairo
import Intake

/// Owns one Cairo surface.
struct Surface: ~Copyable {
  let pointer: OpaquePointer

  /// Takes over a surface that Cairo gives away; Cairo never returns NULL but reports by status.
  ///
  /// - Parameter sink: what the surface writes to; it is kept until Cairo has written the last byte.
  init(
    adopting pointer: OpaquePointer, writingTo sink: ByteSink? = nil
  ) throws(Refusal) {
    self.pointer = pointer
    if let sink { sink.retain(by: pointer) }
    try Refusal.check(cairo_surface_status(pointer))
  }

  /// An empty picture in memory.
  init(_ format: cairo_format_t, width: Int, height: Int) throws(Refusal) {
    try self.init(adopting: cairo_image_surface_create(format, Int32(width), Int32(height)))
  }

  /// Its width in pixels.
  var width: Int { Int(cairo_image_surface_get_width(pointer)) }
  /// Its height in pixels.
  var height: Int { Int(cairo_image_surface_get_height(pointer)) }
  /// Bytes from one row to the next.
  var stride: Int { Int(cairo_image_surface_get_stride(pointer)) }

  /// Its pixels, as long as it lives.
  func rows() throws(Refusal) -> UnsafeMutablePointer<UInt8> {
    cairo_surface_flush(pointer)
    guard let rows = cairo_image_surface_get_data(pointer) else { throw .noMemory }
    return rows
  }

  /// Writes what is still to be written.
  func finish() throws(Refusal) {
    cairo_surface_finish(pointer)
    try Refusal.check(cairo_surface_status(pointer))
  }

  deinit { cairo_surface_destroy(pointer) }
}

extension Refusal {
  static let noMemory = Refusal("there is no memory for it", hint: "make it smaller")

  /// - Throws: when the status is anything but success.
  static func check(_ status: cairo_status_t) throws(Refusal) {
    switch status {
    case CAIRO_STATUS_SUCCESS: return
    case CAIRO_STATUS_NO_MEMORY: throw .noMemory
    default: throw Refusal(String(cString: cairo_status_to_string(status)))
    }
  }
}
