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
  var bytes = bytes
  let format: ImageResource.Format
  let size: (width: Int, height: Int)
  if bytes.starts(with: PNGHeader.signature) {
    format = .png
    guard let header = PNGHeader(bytes) else { throw broken("its PNG header is cut off") }
    guard header.isWhole else { throw broken("it ends before its last PNG chunk") }
    size = (header.width, header.height)
  } else if bytes.starts(with: [0xFF, 0xD8]) {
    format = .jpeg
    guard let header = JPEGHeader(bytes) else { throw broken("it has no JPEG frame header") }
    guard header.isWhole else { throw broken("it ends before its JPEG end marker") }
    size = header.isTurned ? (header.height, header.width) : (header.width, header.height)
  } else if let (text, svg) = try readSVG(bytes, broken) {
    format = .svg
    bytes = text
    guard let measures = svg.size else {
      throw broken("its <svg> has neither width and height nor a viewBox")
    }
    if SVGCleaner.hasPrivateText(bytes) {
      throw Diagnostics(
        .error(
          "the image \(quoted(name)) has words in characters for private use, which nobody can read",
          at: place, hint: "turn its text into outlines"))
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

/// A drawing's text in UTF-8, and its head; nil for what is no drawing.
private func readSVG(
  _ bytes: [UInt8], _ broken: (String) -> Diagnostics
) throws(Diagnostics) -> (text: [UInt8], head: SVGHead)? {
  do throws(SVGText.Unreadable) {
    guard let text = try SVGText.read(bytes)?.bytes else { return nil }
    return SVGHead(text).map { (text, $0) }
  } catch {
    throw broken(error.reason)
  }
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

extension ImageResource {
  /// Whether the image is made of pixels.
  var isRaster: Bool { format != .svg }
}
