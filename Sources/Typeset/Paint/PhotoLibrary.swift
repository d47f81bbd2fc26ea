import CPango

/// The few functions of gdk-pixbuf that decoding, scaling and encoding a photograph take.
struct PhotoLibrary: Sendable {
  typealias Failure = UnsafeMutablePointer<UnsafeMutablePointer<GError>?>
  private typealias Object = UnsafeMutableRawPointer
  private typealias Open = @convention(c) (UnsafePointer<CChar>, Failure?) -> Object?
  private typealias Write =
    @convention(c) (Object, UnsafePointer<UInt8>, Int, Failure?) -> gboolean
  private typealias Close = @convention(c) (Object, Failure?) -> gboolean
  private typealias Get = @convention(c) (Object) -> Object?
  private typealias Measure = @convention(c) (Object) -> Int32
  private typealias Pixels = @convention(c) (Object) -> UnsafePointer<UInt8>?
  private typealias Scale = @convention(c) (Object, Int32, Int32, Int32) -> Object?
  private typealias Save =
    @convention(c) (
      Object, UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>, UnsafeMutablePointer<Int>,
      UnsafePointer<CChar>, UnsafePointer<UnsafePointer<CChar>?>,
      UnsafePointer<UnsafePointer<CChar>?>, Failure?
    ) -> gboolean

  private let open: Open
  private let write: Write
  private let close: Close
  private let get: Get
  private let width: Measure
  private let height: Measure
  private let stride: Measure
  private let channels: Measure
  private let pixels: Pixels
  private let scale: Scale
  private let save: Save

  /// The library of this machine; nil if it has none.
  static let shared = PhotoLibrary()

  private init?() {
    guard let library = DynamicLibrary("libgdk_pixbuf-2.0.so.0", "libgdk_pixbuf-2.0.0.dylib"),
      let open = library.function("gdk_pixbuf_loader_new_with_type", as: Open.self),
      let write = library.function("gdk_pixbuf_loader_write", as: Write.self),
      let close = library.function("gdk_pixbuf_loader_close", as: Close.self),
      let get = library.function("gdk_pixbuf_loader_get_pixbuf", as: Get.self),
      let width = library.function("gdk_pixbuf_get_width", as: Measure.self),
      let height = library.function("gdk_pixbuf_get_height", as: Measure.self),
      let stride = library.function("gdk_pixbuf_get_rowstride", as: Measure.self),
      let channels = library.function("gdk_pixbuf_get_n_channels", as: Measure.self),
      let pixels = library.function("gdk_pixbuf_read_pixels", as: Pixels.self),
      let scale = library.function("gdk_pixbuf_scale_simple", as: Scale.self),
      let save = library.function("gdk_pixbuf_save_to_bufferv", as: Save.self)
    else { return nil }
    self.open = open
    self.write = write
    self.close = close
    self.get = get
    self.width = width
    self.height = height
    self.stride = stride
    self.channels = channels
    self.pixels = pixels
    self.scale = scale
    self.save = save
  }

  /// A decoded JPEG; nil if the bytes are none.
  func decode(_ jpeg: [UInt8]) -> Photo? {
    guard let loader = open("jpeg", nil) else { return nil }
    let owner = GObjectRef(adopting: loader)
    let complete = write(owner.pointer, jpeg, jpeg.count, nil) != 0
    guard close(owner.pointer, nil) != 0, complete, let photo = get(owner.pointer) else {
      return nil
    }
    g_object_ref(photo)
    return Photo(adopting: photo)
  }

  /// The photograph in fewer pixels.
  func scaled(_ photo: borrowing Photo, width: Int, height: Int) -> Photo? {
    let bilinear: Int32 = 2
    guard let small = scale(photo.owner.pointer, Int32(width), Int32(height), bilinear)
    else { return nil }
    return Photo(adopting: small)
  }

  /// The photograph as a JPEG of high quality.
  func encode(_ photo: borrowing Photo) -> [UInt8]? {
    var buffer: UnsafeMutablePointer<UInt8>?
    var count = 0
    let done = "quality".withCString { key in
      "90".withCString { value in
        save(photo.owner.pointer, &buffer, &count, "jpeg", [key, nil], [value, nil], nil)
      }
    }
    guard done != 0, let buffer else { return nil }
    defer { g_free(buffer) }
    return Array(UnsafeBufferPointer(start: buffer, count: count))
  }

  /// Calls back with each row of red, green and blue, top first.
  func eachRow(
    of photo: borrowing Photo, _ body: (Int, UnsafeBufferPointer<UInt8>, _ channels: Int) -> Void
  ) {
    let object = photo.owner.pointer
    guard let start = pixels(object) else { return }
    let width = Int(width(object))
    let channels = Int(channels(object))
    for row in 0..<Int(height(object)) {
      let line = UnsafeBufferPointer(
        start: start + row * Int(stride(object)), count: width * channels)
      body(row, line, channels)
    }
  }

  /// Width and height in pixels.
  func size(of photo: borrowing Photo) -> (width: Int, height: Int) {
    (Int(width(photo.owner.pointer)), Int(height(photo.owner.pointer)))
  }

  /// Owns a decoded photograph.
  struct Photo: ~Copyable {
    fileprivate let owner: GObjectRef

    fileprivate init(adopting pointer: UnsafeMutableRawPointer) {
      owner = GObjectRef(adopting: pointer)
    }
  }
}
