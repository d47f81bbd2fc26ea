import Intake

/// The most pixels an image may have: 200 million, as a large scan has.
private let pixelLimit = 200_000_000

/// Recognises an image by its bytes and finds its measures.
///
/// - Parameters:
///   - intake: what measures drawings.
///   - fonts: what words of drawings will be set in.
/// - Throws: ``Diagnostics`` for anything but a sound PNG, JPEG or SVG.
func readImage(
  _ bytes: [UInt8], name: String, at place: SourceRange?, by intake: IntakeClient,
  fonts: DrawingFonts? = nil
) throws(Diagnostics) -> ImageResource {
  do throws(ImageFault) {
    let image = try recognise(bytes, name: name, by: intake, fonts: fonts)
    let (width, height) = (image.pixelWidth, image.pixelHeight)
    guard width > 0, height > 0 else { throw .broken("it has no pixels") }
    guard width <= 100_000, height <= 100_000, width * height <= pixelLimit
    else { throw .broken("it says that it is \(width) by \(height) pixels") }
    return image
  } catch {
    throw Diagnostics(error.told(of: name, at: place))
  }
}

/// Why bytes are no image that can be shown.
private enum ImageFault: Error {
  case broken(DiagnosticText)
  case unknownFormat
  case hasPrivateText
  case unread(IntakeFault)

  func told(of name: String, at place: SourceRange?) -> Diagnostic {
    let image: DiagnosticText = "the image \(quoted(name))"
    return switch self {
    case .broken(let why):
      .error(
        .brokenImage, "\(image) is broken: \(why)", at: place,
        hint: "open it in an image program and save it again")
    case .unknownFormat:
      .error(
        .imageKind, "\(image) is neither PNG, JPEG nor SVG", at: place,
        hint: "save it as one of these")
    case .hasPrivateText:
      .error(
        .imageKind, "\(image) has words in characters for private use, which nobody can read",
        at: place,
        hint: "turn its text into outlines")
    case .unread(let fault):
      .unread(image, fault, at: place, hint: "open it in an image program and save it again")
    }
  }
}

private func recognise(
  _ bytes: [UInt8], name: String, by intake: IntakeClient, fonts: DrawingFonts?
) throws(ImageFault) -> ImageResource {
  func image(
    _ format: ImageResource.Format, _ bytes: [UInt8], _ width: Int, _ height: Int
  ) -> ImageResource {
    ImageResource(
      name: name, format: format, bytes: bytes, pixelWidth: width, pixelHeight: height)
  }
  if bytes.starts(with: PNGHeader.signature) {
    guard let header = PNGHeader(bytes) else { throw .broken("its PNG header is cut off") }
    guard header.isWhole else { throw .broken("it ends before its last PNG chunk") }
    return image(.png, bytes, header.width, header.height)
  }
  if bytes.starts(with: [0xFF, 0xD8]) {
    guard let header = JPEGHeader(bytes) else { throw .broken("it has no JPEG frame header") }
    guard header.isWhole else { throw .broken("it ends before its JPEG end marker") }
    return header.isTurned
      ? image(.jpeg, bytes, header.height, header.width)
      : image(.jpeg, bytes, header.width, header.height)
  }
  guard !bytes.isEmpty else { throw .broken("it is empty") }
  let measured: MeasureDrawing.Measured?
  do throws(IntakeFault) {
    measured = looksLikeXML(bytes) ? try intake.ask(MeasureDrawing(bytes, fonts: fonts)) : nil
  } catch {
    throw .unread(error)
  }
  guard let drawing = measured else { throw .unknownFormat }
  guard !drawing.hasPrivateText else { throw .hasPrivateText }
  var resource = image(.svg, drawing.text, drawing.width, drawing.height)
  resource.missingFonts = drawing.missingFonts
  resource.losses = drawing.losses
  return resource
}

/// Whether it is worth asking what a file draws: text of XML, in 8 or 16 bits a character.
private func looksLikeXML(_ bytes: [UInt8]) -> Bool {
  bytes.prefix(4096).first {
    ![0, 0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF].contains($0)
  }
    == UInt8(ascii: "<")
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
