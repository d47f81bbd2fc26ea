/// Asks for the pixels of a picture as they look on white paper.
package struct ReadPixels: IntakeRequest {
  package static let name = "read-pixels"

  /// The picture's bytes.
  package let bytes: [UInt8]
  /// What they are: a PNG or a drawing.
  package let format: MakePicture.Format
  /// How many pixels there are to a pixel of CSS, for a drawing.
  package let scale: Double
  /// What words of a drawing are set in.
  package let fonts: DrawingFonts

  /// The pixels.
  package struct Pixels: Message, Hashable {
    /// How many there are across.
    package let width: Int
    /// How many there are down.
    package let height: Int
    /// Red, green and blue of each, row by row from the top left.
    package let bytes: [UInt8]

    /// A picture of such pixels.
    package init(width: Int, height: Int, bytes: [UInt8]) {
      self.width = width
      self.height = height
      self.bytes = bytes
    }

    package func write(to writer: inout MessageWriter) {
      writer.reserve(bytes.count + 16)
      writer.append(width, height, bytes)
    }

    package init(from reader: inout MessageReader) throws(BrokenMessage) {
      width = try Int(from: &reader)
      height = try Int(from: &reader)
      bytes = try [UInt8](from: &reader)
      let (area, isTooLarge) = width.multipliedReportingOverflow(by: height)
      guard width > 0, height > 0, !isTooLarge, area < Int.max / 3, bytes.count == area * 3 else {
        throw BrokenMessage()
      }
    }
  }

  package typealias Answer = Pixels

  /// Asks for a picture's pixels.
  package init(
    _ bytes: [UInt8], _ format: MakePicture.Format, scale: Double = 1, fonts: DrawingFonts
  ) {
    self.bytes = bytes
    self.format = format
    self.scale = scale
    self.fonts = fonts
  }

  package func write(to writer: inout MessageWriter) {
    writer.append(bytes, format, scale, fonts)
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    bytes = try [UInt8](from: &reader)
    format = try MakePicture.Format(from: &reader)
    scale = try Double(from: &reader)
    fonts = try DrawingFonts(from: &reader)
  }
}
