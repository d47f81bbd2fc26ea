import Intake
import PDFFile

/// A picture in samples of eight bits: grey, or red, green and blue; and how opaque each pixel is.
struct Samples {
  let width: Int
  let height: Int
  /// 1 for grey, 3 for colours.
  let channels: Int
  /// Row after row.
  let colors: [UInt8]
  /// One a pixel; nil for a picture that covers all.
  let alpha: [UInt8]?

  /// The picture as objects of a PDF.
  var picture: MakePicture.Made {
    let colorSpace = PDFValue.name(channels == 1 ? "DeviceGray" : "DeviceRGB")
    var fragment = PDFFragment()
    let image = fragment.add(.value([:]))
    var entries = Self.entries(width, height, colorSpace, depth: 8)
    if let alpha {
      let mask = fragment.add(
        Self.stream(alpha, channels: 1, Self.entries(width, height, .name("DeviceGray"), depth: 8)))
      entries["SMask"] = .reference(mask)
    }
    fragment.set(image, Self.stream(colors, channels: channels, entries))
    return MakePicture.Made(fragment: fragment, hasTransparency: alpha != nil)
  }

  /// What every image says of itself (ISO 32000-1, 8.9.5).
  static func entries(
    _ width: Int, _ height: Int, _ colorSpace: PDFValue, depth: Int
  ) -> PDFDictionary {
    [
      "Type": .name("XObject"), "Subtype": .name("Image"), "Width": .integer(width),
      "Height": .integer(height), "ColorSpace": colorSpace, "BitsPerComponent": .integer(depth),
    ]
  }

  /// What says that rows are filtered as those of a PNG (ISO 32000-1, 7.4.4.4).
  static func prediction(_ width: Int, channels: Int, depth: Int) -> PDFValue {
    [
      "Predictor": 15, "Colors": .integer(channels), "BitsPerComponent": .integer(depth),
      "Columns": .integer(width),
    ]
  }

  /// Samples of eight bits as an image.
  static func stream(
    _ samples: [UInt8], channels: Int, _ entries: PDFDictionary
  ) -> PDFBody.Object {
    guard case .integer(let width) = entries["Width"] else { return .stream(entries, samples) }
    let rows = PNGFilter.filtered(samples, rowBytes: width * channels, step: channels)
    let (filtered, plain) = (Flate.deflate(rows), Flate.deflate(samples))
    var entries = entries
    entries["Filter"] = .name("FlateDecode")
    // Drawings of few colours are smaller as they are.
    guard filtered.count < plain.count else { return .stream(entries, plain) }
    entries["DecodeParms"] = prediction(width, channels: channels, depth: 8)
    return .stream(entries, filtered)
  }

  /// Rows that are filtered already as an image.
  static func stream(
    rows: PNGRows, channels: Int, _ entries: PDFDictionary
  ) -> PDFBody.Object {
    guard case .integer(let width) = entries["Width"],
      case .integer(let depth) = entries["BitsPerComponent"]
    else { return .stream(entries, rows.bytes) }
    var entries = entries
    entries["Filter"] = .name("FlateDecode")
    entries["DecodeParms"] = prediction(width, channels: channels, depth: depth)
    return .stream(entries, Flate.deflate(rows.bytes))
  }
}
