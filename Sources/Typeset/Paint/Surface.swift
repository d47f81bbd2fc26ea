import CCairo

/// Owns one Cairo surface.
struct Surface: ~Copyable {
  let pointer: OpaquePointer

  /// Takes over a surface that Cairo gives away; Cairo never returns NULL but reports by status.
  init(adopting pointer: OpaquePointer, _ action: String) throws(CairoError) {
    self.pointer = pointer
    try CairoError.check(cairo_surface_status(pointer), action)
  }

  /// Writes what is still to be written.
  func finish(_ action: String) throws(CairoError) {
    cairo_surface_finish(pointer)
    try CairoError.check(cairo_surface_status(pointer), action)
  }

  deinit { cairo_surface_destroy(pointer) }
}
