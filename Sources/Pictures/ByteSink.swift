import CCairo

/// Takes the bytes that Cairo writes, and lends bytes that Cairo reads.
final class ByteSink {
  private(set) var bytes: [UInt8] = []

  // The address alone is used, as a name; it is allocated once and never freed or written to.
  private nonisolated(unsafe) static let key =
    UnsafeMutablePointer<cairo_user_data_key_t>.allocate(capacity: 1)

  /// Keeps the sink as long as the surface: one that is destroyed unfinished, as after an error,
  /// still writes, and a context may keep it longer than its owner.
  func retain(by surface: OpaquePointer) {
    let owned = Unmanaged.passRetained(self).toOpaque()
    let status = cairo_surface_set_user_data(surface, Self.key, owned) { sink in
      guard let sink else { return }
      Unmanaged<ByteSink>.fromOpaque(sink).release()
    }
    if status != CAIRO_STATUS_SUCCESS { Unmanaged<ByteSink>.fromOpaque(owned).release() }
  }

  /// The sink as Cairo's closure; the sink must outlive the surface.
  var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  /// Cairo's callback.
  static let write: cairo_write_func_t = { closure, data, length in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
    sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
  }
}
