import CCairo

/// Owns one Cairo surface.
struct Surface: ~Copyable {
  let pointer: OpaquePointer

  /// Takes over a surface that Cairo gives away; Cairo never returns NULL but reports by status.
  ///
  /// - Parameter sink: what the surface writes to; it is kept until Cairo has written the last byte.
  init(
    adopting pointer: OpaquePointer, writingTo sink: ByteSink? = nil, _ action: String
  ) throws(CairoError) {
    self.pointer = pointer
    if let sink { sink.retain(by: pointer) }
    try CairoError.check(cairo_surface_status(pointer), action)
  }

  /// Writes what is still to be written.
  func finish(_ action: String) throws(CairoError) {
    cairo_surface_finish(pointer)
    try CairoError.check(cairo_surface_status(pointer), action)
  }

  deinit { cairo_surface_destroy(pointer) }
}
