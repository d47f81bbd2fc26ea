import GLibSupport

/// The few functions of libjpeg-turbo that decoding and encoding a photograph take; they are of its
/// TurboJPEG interface, which keeps nothing between two pictures.
struct PhotoLibrary: Sendable {
  private typealias Handle = UnsafeMutableRawPointer
  private typealias Make = @convention(c) () -> Handle?
  private typealias Ask = @convention(c) (Handle) -> Int32
  private typealias Decompress =
    @convention(c) (
      Handle, UnsafePointer<UInt8>, UInt, UnsafeMutablePointer<UInt8>, _ width: Int32,
      _ pitch: Int32, _ height: Int32, _ format: Int32, _ flags: Int32
    ) -> Int32
  private typealias Compress =
    @convention(c) (
      Handle, UnsafePointer<UInt8>, _ width: Int32, _ pitch: Int32, _ height: Int32,
      _ format: Int32, UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>,
      UnsafeMutablePointer<UInt>, _ subsampling: Int32, _ quality: Int32, _ flags: Int32
    ) -> Int32
  private typealias Free = @convention(c) (UnsafeMutablePointer<UInt8>?) -> Void

  private let makeDecoder: Make
  private let makeEncoder: Make
  private let destroy: Ask
  private let errorCode: Ask
  private let decompress: Decompress
  private let compress: Compress
  private let free: Free

  /// The library of this machine; nil if it has none.
  static let shared = PhotoLibrary()

  private init?() {
    guard let library = DynamicLibrary("libturbojpeg.so.0", "libturbojpeg.dylib"),
      let makeDecoder = library.function("tjInitDecompress", as: Make.self),
      let makeEncoder = library.function("tjInitCompress", as: Make.self),
      let destroy = library.function("tjDestroy", as: Ask.self),
      let errorCode = library.function("tjGetErrorCode", as: Ask.self),
      let decompress = library.function("tjDecompress2", as: Decompress.self),
      let compress = library.function("tjCompress2", as: Compress.self),
      let free = library.function("tjFree", as: Free.self)
    else { return nil }
    self.makeDecoder = makeDecoder
    self.makeEncoder = makeEncoder
    self.destroy = destroy
    self.errorCode = errorCode
    self.decompress = decompress
    self.compress = compress
    self.free = free
  }

  /// What stands in the four bytes of a pixel.
  enum Pixels: Int32 {
    /// `TJPF_BGRX`: blue first, the last byte of no meaning, as Cairo has it in memory.
    case colors = 3
    /// `TJPF_CMYK`: inks as they are stored.
    case inks = 11
  }

  /// `TJFLAG_ACCURATEDCT`, the same on every processor, and `TJFLAG_LIMITSCANS`, against pictures
  /// of very many scans.
  private static let flags: Int32 = 4096 | 32768

  /// Decodes a JPEG of known size into rows of four bytes a pixel.
  ///
  /// - Returns: whether the bytes are a JPEG that can be shown; one with a flaw that other programs
  ///   pass over can.
  func decode(
    _ jpeg: [UInt8], as pixels: Pixels, width: Int, height: Int, stride: Int,
    into target: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    guard let decoder = makeDecoder() else { return false }
    defer { _ = destroy(decoder) }
    let status = decompress(
      decoder, jpeg, UInt(jpeg.count), target, Int32(width), Int32(stride), Int32(height),
      pixels.rawValue, Self.flags)
    let isWarning = errorCode(decoder) == 0
    return status == 0 || isWarning
  }

  /// Rows of colours as a JPEG of high quality, with half as many colours as shades each way.
  func encode(
    _ rows: UnsafePointer<UInt8>, width: Int, height: Int, stride: Int
  ) -> [UInt8]? {
    guard let encoder = makeEncoder() else { return nil }
    defer { _ = destroy(encoder) }
    var buffer: UnsafeMutablePointer<UInt8>?
    var count: UInt = 0
    defer { free(buffer) }
    let subsampling: Int32 = 2  // TJSAMP_420
    let status = compress(
      encoder, rows, Int32(width), Int32(stride), Int32(height), Pixels.colors.rawValue, &buffer,
      &count, subsampling, 90, Self.flags)
    guard status == 0, let buffer else { return nil }
    return Array(UnsafeBufferPointer(start: buffer, count: Int(count)))
  }
}
