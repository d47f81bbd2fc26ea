import CCairo
import Intake

/// A JPEG that cannot go into a PDF as it is, decoded and made anew: in no more pixels than are
/// wanted, in colours for screens.
func jpegPicture(_ request: MakePicture) throws(Refusal) -> MakePicture.Made {
  guard let header = JPEGHeader(request.bytes) else { throw .damagedJPEG }
  let library = try PhotoLibrary.found()
  let whole = try decodeJPEG(request.bytes, header, library)
  let small = try scaled(whole, request.width, request.height)
  let rows = try small.rows()
  guard
    let bytes = library.encode(
      rows, width: small.width, height: small.height, stride: small.stride)
  else { throw .noMemory }
  let profile = header.components == 3 ? header.profile : []
  guard let made = MakePicture.Made(jpeg: bytes, profile: profile) else { throw .damagedJPEG }
  return made
}

/// A JPEG as pixels in memory.
func decodeJPEG(_ bytes: [UInt8]) throws(Refusal) -> Surface {
  guard let header = JPEGHeader(bytes) else { throw .damagedJPEG }
  return try decodeJPEG(bytes, header, try PhotoLibrary.found())
}

extension Refusal {
  static let damagedJPEG = Refusal("it is not a whole JPEG")
}

extension PhotoLibrary {
  /// The library; never another way where it is missing, for a file must not depend on the machine.
  static func found() throws(Refusal) -> PhotoLibrary {
    guard let library = shared else {
      throw Refusal("libjpeg-turbo is not installed", hint: "install libturbojpeg")
    }
    return library
  }
}

private func decodeJPEG(
  _ jpeg: [UInt8], _ header: JPEGHeader, _ library: PhotoLibrary
) throws(Refusal) -> Surface {
  let (width, height) = (header.width, header.height)
  guard width * height <= pixelLimit else { throw .tooManyPixels(width, height) }
  let surface = try Surface(CAIRO_FORMAT_RGB24, width: width, height: height)
  let (rows, stride) = (try surface.rows(), surface.stride)
  let isDecoded = library.decode(
    jpeg, as: header.components == 4 ? .inks : .colors, width: width, height: height,
    stride: stride, into: rows)
  guard isDecoded else { throw .damagedJPEG }
  if header.components == 4 {
    for y in 0..<height {
      mixInks(rows + y * stride, count: width, areInverted: header.hasAdobeMark)
    }
  }
  cairo_surface_mark_dirty(surface.pointer)
  return surface
}

/// Makes colours of a row of inks, as a screen shows them without a profile; Adobe's programs store
/// how much light an ink lets through (Adobe Technical Note 5116, 18).
private func mixInks(_ row: UnsafeMutablePointer<UInt8>, count: Int, areInverted: Bool) {
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
