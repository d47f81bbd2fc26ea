package import PDFFile

/// Asks for a picture as objects of a PDF.
package struct MakePicture: IntakeRequest {
  package static let name = "make-picture"

  /// What the bytes are.
  package enum Format: UInt8, Message {
    /// Portable Network Graphics.
    case png
    /// A JPEG that cannot go into a PDF as it is: of inks, or with more pixels than are wanted.
    case jpeg
    /// A drawing as ``MeasureDrawing`` gave it.
    case svg

    package func write(to writer: inout MessageWriter) { writer.append(byte: rawValue) }

    package init(from reader: inout MessageReader) throws(BrokenMessage) {
      guard let format = Self(rawValue: try reader.byte()) else { throw BrokenMessage() }
      self = format
    }
  }

  /// The picture's bytes.
  package let bytes: [UInt8]
  /// What they are.
  package let format: Format
  /// How many pixels are wanted across, as the picture is stored; for a drawing its width in CSS pixels.
  ///
  /// A picture that has more gets fewer.
  package let width: Int
  /// How many are wanted down; for a drawing its height.
  package let height: Int
  /// What words of a drawing are set in.
  package let fonts: DrawingFonts
  /// The share of light up to which a colour of a drawing is black for a printer, who makes it of
  /// black ink alone; nil where colours stay as they are.
  package let nearBlack: Double?

  /// The picture.
  package struct Made: Message, Hashable {
    /// Its first object draws it: an image, which fills the unit square (ISO 32000-1, 8.9.5), or a
    /// form, which fills its `BBox` (8.10).
    package let fragment: PDFFragment
    /// Whether what is behind it shows through, so that the page has to be a transparency group.
    package let hasTransparency: Bool

    /// A picture of these objects.
    package init(fragment: PDFFragment, hasTransparency: Bool) {
      self.fragment = fragment
      self.hasTransparency = hasTransparency
    }

    package func write(to writer: inout MessageWriter) {
      writer.append(fragment, hasTransparency)
    }

    package init(from reader: inout MessageReader) throws(BrokenMessage) {
      fragment = try PDFFragment(from: &reader)
      hasTransparency = try Bool(from: &reader)
      guard case .stream = fragment.objects.first else { throw BrokenMessage() }
    }
  }

  package typealias Answer = Made

  /// Asks for a picture.
  package init(
    _ bytes: [UInt8], _ format: Format, width: Int, height: Int, fonts: DrawingFonts,
    nearBlack: Double? = nil
  ) {
    self.bytes = bytes
    self.format = format
    self.width = width
    self.height = height
    self.fonts = fonts
    self.nearBlack = nearBlack
  }

  package func write(to writer: inout MessageWriter) {
    writer.append(bytes, format, width, height, fonts, nearBlack)
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    bytes = try [UInt8](from: &reader)
    format = try Format(from: &reader)
    width = try Int(from: &reader)
    height = try Int(from: &reader)
    fonts = try DrawingFonts(from: &reader)
    nearBlack = try Double?(from: &reader)
  }
}
