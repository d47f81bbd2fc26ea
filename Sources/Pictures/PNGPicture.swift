import Intake
import PDFFile

/// A PNG as objects of a PDF: its own compressed rows where a PDF can have them so, else its samples
/// taken apart.
///
/// - Throws: that it is damaged, or too large.
func pngPicture(_ request: MakePicture) throws(Refusal) -> MakePicture.Made {
  guard let file = PNGFile(request.bytes) else { throw .damagedPNG }
  let isDecodable = file.width * file.height <= pixelLimit
  // To decode, scale and compress takes ten times as long as to keep the rows; less than half as many
  // pixels each way are worth it.
  if isDecodable, 2 * request.width < file.width || file.isInterlaced {
    return try decodedPicture(request)
  }
  guard !file.isInterlaced, file.height * (file.rowBytes + 1) <= PNGRows.limit else {
    throw .tooManyPixels(file.width, file.height)
  }
  guard let rows = PNGRows(file) else {
    // What has flaws that libpng passes over is decoded by it.
    guard isDecodable else { throw .damagedPNG }
    return try decodedPicture(request)
  }
  switch file.color {
  case .color where file.transparency.isEmpty && rows.isGray(bytes: file.depth / 8):
    // Grey takes one ink, and a third of the place.
    return MakePicture.Made(
      fragment: PDFFragment(objects: [grayImage(file, rows)]), hasTransparency: false)
  case .gray, .color, .palette: return keptPicture(file, rows)
  case .grayAlpha, .colorAlpha: return partedPicture(file, rows)
  }
}

/// The most pixels that are decoded, in four bytes each.
let pixelLimit = 80_000_000

extension Refusal {
  static let damagedPNG = Refusal("its PNG data are damaged")

  static func tooManyPixels(_ width: Int, _ height: Int) -> Refusal {
    Refusal(
      "its \(width) by \(height) pixels take too much memory", hint: "save it with fewer pixels")
  }
}

/// The rows as they are, with a mask for what is seen through.
private func keptPicture(_ file: PNGFile, _ rows: PNGRows) -> MakePicture.Made {
  var fragment = PDFFragment()
  let image = fragment.add(.value([:]))
  var entries = Samples.entries(file.width, file.height, colorSpace(of: file), depth: file.depth)
  entries["Filter"] = .name("FlateDecode")
  entries["DecodeParms"] = Samples.prediction(
    file.width, channels: file.color.channels, depth: file.depth)
  var hasTransparency = false
  if let key = colorKey(of: file) {
    entries["Mask"] = .array(key.flatMap { [.integer($0), .integer($0)] })
  } else if file.color == .palette, file.transparency.contains(where: { $0 < 255 }) {
    let mask = fragment.add(
      Samples.stream(
        opacities(of: file, rows), channels: 1,
        Samples.entries(file.width, file.height, .name("DeviceGray"), depth: 8)))
    entries["SMask"] = .reference(mask)
    hasTransparency = true
  }
  fragment.set(image, .stream(entries, Array(file.data.prefix(rows.taken))))
  return MakePicture.Made(fragment: fragment, hasTransparency: hasTransparency)
}

/// A picture in colours that are all grey.
private func grayImage(_ file: PNGFile, _ rows: PNGRows) -> PDFBody.Object {
  Samples.stream(
    rows: rows.part(0..<file.depth / 8), channels: 1,
    Samples.entries(file.width, file.height, .name("DeviceGray"), depth: file.depth))
}

private func colorSpace(of file: PNGFile) -> PDFValue {
  switch file.color {
  case .gray, .grayAlpha: .name("DeviceGray")
  case .color, .colorAlpha: .name("DeviceRGB")
  case .palette:
    [
      .name("Indexed"), .name("DeviceRGB"), .integer(file.palette.count / 3 - 1),
      .bytes(file.palette),
    ]
  }
}

/// The samples of the one colour that is not seen (ISO 32000-1, 8.9.6.4; ISO/IEC 15948, 11.3.2).
private func colorKey(of file: PNGFile) -> [Int]? {
  let bytes = file.transparency
  switch file.color {
  case .gray, .color:
    guard bytes.count == 2 * file.color.channels else { return nil }
    let most = 1 << file.depth - 1
    return stride(from: 0, to: bytes.count, by: 2).map {
      (Int(bytes[$0]) << 8 | Int(bytes[$0 + 1])) & most
    }
  case .palette:
    // One entry that is not seen at all, and none that is half.
    guard bytes.count(where: { $0 < 255 }) == 1, let index = bytes.firstIndex(of: 0) else {
      return nil
    }
    return [index]
  case .grayAlpha, .colorAlpha: return nil
  }
}

/// How opaque each pixel is, by its entry of the palette.
private func opacities(of file: PNGFile, _ rows: PNGRows) -> [UInt8] {
  let samples = rows.unfiltered()
  let table =
    file.transparency + Array(repeating: 255, count: max(0, 256 - file.transparency.count))
  let perByte = 8 / file.depth
  let most = UInt8((1 << file.depth) - 1)
  return [UInt8](unsafeUninitializedCapacity: file.width * file.height) { target, count in
    for y in 0..<file.height {
      for x in 0..<file.width {
        let byte = samples[y * file.rowBytes + x / perByte]
        let shift = (perByte - 1 - x % perByte) * file.depth
        target[count] = table[Int(byte >> UInt8(shift) & most)]
        count += 1
      }
    }
  }
}

/// Colours and opacity apart; a picture that covers all has no mask.
///
/// Filters take each byte from those of the same channel, so that rows are parted as they are filtered.
private func partedPicture(_ file: PNGFile, _ rows: PNGRows) -> MakePicture.Made {
  let bytes = file.depth / 8
  var channels = file.color.channels - 1
  var colors = rows.part(0..<channels * bytes)
  let alpha = rows.part(channels * bytes..<(channels + 1) * bytes)
  if colors.isGray(bytes: bytes) {
    colors = colors.part(0..<bytes)
    channels = 1
  }
  var fragment = PDFFragment()
  let image = fragment.add(.value([:]))
  let space = PDFValue.name(channels == 1 ? "DeviceGray" : "DeviceRGB")
  var entries = Samples.entries(file.width, file.height, space, depth: file.depth)
  let isSeenThrough = !alpha.unfiltered().allSatisfy { $0 == 255 }
  if isSeenThrough {
    let own = Samples.entries(file.width, file.height, .name("DeviceGray"), depth: file.depth)
    let mask = fragment.add(Samples.stream(rows: alpha, channels: 1, own))
    entries["SMask"] = .reference(mask)
  }
  fragment.set(image, Samples.stream(rows: colors, channels: channels, entries))
  return MakePicture.Made(fragment: fragment, hasTransparency: isSeenThrough)
}
