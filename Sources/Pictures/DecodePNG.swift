import CCairo
import Intake

/// A PNG as pixels in memory, as libpng reads it.
func decodePNG(_ bytes: [UInt8]) throws(Refusal) -> Surface {
  guard let file = PNGFile(bytes), !file.isOverfull else { throw .damagedPNG }
  guard file.width * file.height <= pixelLimit else {
    throw .tooManyPixels(file.width, file.height)
  }
  // Cairo keeps the file beside its pixels, and puts it into drawings as it is.
  let source = ByteSource(plainPNG(bytes) ?? bytes)
  let decoded = withExtendedLifetime(source) {
    cairo_image_surface_create_from_png_stream(ByteSource.read, source.closure)
  }
  guard let decoded else { throw .noMemory }
  // libpng's every complaint, as of a wrong checksum, comes out of Cairo as want of memory.
  if cairo_surface_status(decoded) == CAIRO_STATUS_NO_MEMORY {
    cairo_surface_destroy(decoded)
    throw .damagedPNG
  }
  return try Surface(adopting: decoded)
}

/// A picture in fewer pixels; the picture as it is where it has no more than wanted.
func scaled(_ surface: consuming Surface, _ width: Int, _ height: Int) throws(Refusal) -> Surface {
  let (pixelWidth, pixelHeight) = (Double(surface.width), Double(surface.height))
  guard Double(width) < pixelWidth else { return surface }
  let small = try Surface(
    cairo_image_surface_get_format(surface.pointer), width: width, height: height)
  let context = cairo_create(small.pointer)
  defer { cairo_destroy(context) }
  cairo_scale(context, Double(width) / pixelWidth, Double(height) / pixelHeight)
  cairo_set_source_surface(context, surface.pointer, 0, 0)
  cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_BEST)
  cairo_set_operator(context, CAIRO_OPERATOR_SOURCE)
  // Beyond the edge the picture goes on, else its border would fade.
  cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD)
  cairo_paint(context)
  try Refusal.check(cairo_status(context))
  cairo_surface_flush(small.pointer)
  return small
}

/// A PNG decoded, in no more pixels than are wanted, as objects of a PDF.
func decodedPicture(_ request: MakePicture) throws(Refusal) -> MakePicture.Made {
  let whole = try decodePNG(request.bytes)
  return try Samples(scaled(whole, request.width, request.height)).picture
}

extension Samples {
  /// The pixels of a surface in 24 or 32 bits; grey where all of them are, and without a mask where
  /// none is seen through.
  init(_ surface: borrowing Surface) throws(Refusal) {
    let (width, height, stride) = (surface.width, surface.height, surface.stride)
    let rows = try surface.rows()
    let hasAlpha = cairo_image_surface_get_format(surface.pointer) == CAIRO_FORMAT_ARGB32
    let pixels = width * height
    var isGray = true
    var isOpaque = true
    var alpha = [UInt8](repeating: 255, count: hasAlpha ? pixels : 0)
    let colors = [UInt8](unsafeUninitializedCapacity: 3 * pixels) { target, count in
      for y in 0..<height {
        for x in 0..<width {
          // In memory blue comes first, and colours are as strong as they are opaque.
          let pixel = rows + y * stride + 4 * x
          var (red, green, blue) = (pixel[2], pixel[1], pixel[0])
          if hasAlpha {
            let opacity = pixel[3]
            alpha[y * width + x] = opacity
            if opacity < 255 {
              isOpaque = false
              red = Self.full(red, opacity)
              green = Self.full(green, opacity)
              blue = Self.full(blue, opacity)
            }
          }
          if red != green || green != blue { isGray = false }
          target[count] = red
          target[count + 1] = green
          target[count + 2] = blue
          count += 3
        }
      }
    }
    self.init(
      width: width, height: height, channels: isGray ? 1 : 3,
      colors: isGray ? everyThird(colors) : colors, alpha: isOpaque ? nil : alpha)
  }

  /// A colour as it is where nothing is seen through it.
  private static func full(_ value: UInt8, _ opacity: UInt8) -> UInt8 {
    opacity == 0 ? 0 : UInt8(min(255, (Int(value) * 255 + Int(opacity) / 2) / Int(opacity)))
  }
}

/// Every third sample.
private func everyThird(_ samples: [UInt8]) -> [UInt8] {
  [UInt8](unsafeUninitializedCapacity: samples.count / 3) { target, count in
    samples.withUnsafeBufferPointer { source in
      while count < source.count / 3 {
        target[count] = source[3 * count]
        count += 1
      }
    }
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
