/// The most pixels an image may have: 200 million, as a large scan has.
private let pixelLimit = 200_000_000

/// Recognises an image by its bytes and finds its measures.
///
/// - Throws: ``Diagnostics`` for anything but a sound PNG, JPEG or SVG.
func readImage(
  _ bytes: [UInt8], name: String, at place: SourceRange?
) throws(Diagnostics) -> ImageResource {
  func broken(_ why: String) -> Diagnostics {
    Diagnostics(
      .error(
        "the image \(quoted(name)) is broken: \(why)", at: place,
        hint: "open it in an image program and save it again"))
  }
  let format: ImageResource.Format
  let size: (width: Int, height: Int)
  if bytes.starts(with: PNGHeader.signature) {
    format = .png
    guard let header = PNGHeader(bytes) else { throw broken("its PNG header is cut off") }
    guard header.isWhole else { throw broken("it ends before its last PNG chunk") }
    size = (header.width, header.height)
  } else if bytes.starts(with: [0xFF, 0xD8]) {
    format = .jpeg
    guard let header = JPEGFrame(bytes) else { throw broken("it has no JPEG frame header") }
    guard header.isWhole else { throw broken("it ends before its JPEG end marker") }
    size = (header.width, header.height)
  } else if let svg = SVGHead(bytes) {
    format = .svg
    guard let measures = svg.size else {
      throw broken("its <svg> has neither width and height nor a viewBox")
    }
    size = measures
  } else if bytes.isEmpty {
    throw broken("it is empty")
  } else {
    throw Diagnostics(
      .error(
        "the image \(quoted(name)) is neither PNG, JPEG nor SVG", at: place,
        hint: "save it as one of these"))
  }
  guard size.width > 0, size.height > 0 else { throw broken("it has no pixels") }
  guard size.width <= 100_000, size.height <= 100_000, size.width * size.height <= pixelLimit
  else { throw broken("it says that it is \(size.width) by \(size.height) pixels") }
  return ImageResource(
    name: name, format: format, bytes: bytes, pixelWidth: size.width, pixelHeight: size.height)
}

/// What the first chunk of a PNG says (ISO/IEC 15948, 11.2.2), and whether the last is there.
struct PNGHeader: Hashable, Sendable {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  let width: Int
  let height: Int
  /// Whether the chunks run on to `IEND`.
  let isWhole: Bool

  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 33, Array(bytes[12..<16]) == Array("IHDR".utf8) else { return nil }
    width = Self.number(bytes, 16)
    height = Self.number(bytes, 20)
    var position = 8
    var isWhole = false
    while position + 12 <= bytes.count {
      let length = Self.number(bytes, position)
      if bytes[position + 4..<position + 8].elementsEqual("IEND".utf8) {
        isWhole = true
        break
      }
      position += 12 + length
    }
    self.isWhole = isWhole
  }

  /// Four bytes, the highest first; at most 2³² − 1.
  private static func number(_ bytes: [UInt8], _ offset: Int) -> Int {
    bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}

/// What the frame header of a JPEG says of its measures (ITU-T T.81, B.2.2).
struct JPEGFrame: Hashable, Sendable {
  let width: Int
  let height: Int
  /// Whether an end marker stands behind the picture.
  let isWhole: Bool

  init?(_ bytes: [UInt8]) {
    var position = 2
    while position + 9 <= bytes.count, bytes[position] == 0xFF {
      let marker = bytes[position + 1]
      if marker == 0xFF {
        position += 1
        continue
      }
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        height = Int(bytes[position + 5]) << 8 | Int(bytes[position + 6])
        width = Int(bytes[position + 7]) << 8 | Int(bytes[position + 8])
        isWhole = Self.hasEnd(bytes, after: position)
        return
      }
      position += 2 + max(2, Int(bytes[position + 2]) << 8 | Int(bytes[position + 3]))
    }
    return nil
  }

  /// Cameras write more after the end marker, so it need not be the last.
  private static func hasEnd(_ bytes: [UInt8], after start: Int) -> Bool {
    var index = bytes.count - 1
    while index > start + 1 {
      if bytes[index] == 0xD9, bytes[index - 1] == 0xFF { return true }
      index -= 1
    }
    return false
  }
}

extension ImageResource {
  /// Whether the image is made of pixels.
  var isRaster: Bool { format != .svg }
}
