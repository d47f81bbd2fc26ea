/// Asks for pictures of pages.
package struct PaintPages: IntakeRequest {
  package static let name = "paint-pages"

  /// What the pages become.
  package enum Target: Message, Hashable {
    /// A PNG of so many dots an inch, on white paper.
    case png(dotsPerInch: Double)
    /// An SVG drawing whose text is outlines.
    case svg
  }

  /// A font: a file, a face in it, and the settings of its axes in fontconfig's form.
  package struct Font: Message, Hashable {
    /// The path of the file.
    package let file: String
    /// The face in the file, and in the upper 16 bits the named instance.
    package let index: Int
    /// As `wght=600`; empty for a static font.
    package let variations: String

    /// Names a font.
    package init(file: String, index: Int, variations: String) {
      self.file = file
      self.index = index
      self.variations = variations
    }
  }

  /// A picture that pages show.
  package struct Picture: Message, Hashable {
    /// The picture's bytes.
    package let bytes: [UInt8]
    /// What they are.
    package let format: MakePicture.Format
    /// How many pixels are wanted across; a PNG that has more gets fewer.
    package let width: Int
    /// How many are wanted down.
    package let height: Int

    /// A picture.
    package init(_ bytes: [UInt8], _ format: MakePicture.Format, width: Int, height: Int) {
      self.bytes = bytes
      self.format = format
      self.width = width
      self.height = height
    }
  }

  /// What came of it.
  package enum Painted: Message, Hashable {
    /// A file for each page.
    case files([[UInt8]])
    /// A picture that cannot be painted: its place in the list, and why.
    case broken(picture: Int, Refusal)
  }

  package typealias Answer = Painted

  /// What the pages become.
  package let target: Target
  /// The fonts of all glyphs.
  package let fonts: [Font]
  /// The pictures.
  package let pictures: [Picture]
  /// What words of drawings are set in.
  package let drawingFonts: DrawingFonts
  /// The pages.
  package let pages: [DisplayList]

  /// Asks for pictures of pages.
  package init(
    _ pages: [DisplayList], as target: Target, fonts: [Font], pictures: [Picture],
    drawingFonts: DrawingFonts
  ) {
    self.pages = pages
    self.target = target
    self.fonts = fonts
    self.pictures = pictures
    self.drawingFonts = drawingFonts
  }
}

// MARK: Messages

extension PaintPages {
  package func write(to writer: inout MessageWriter) {
    writer.append(target, fonts, pictures, drawingFonts, pages)
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    target = try Target(from: &reader)
    fonts = try [Font](from: &reader)
    pictures = try [Picture](from: &reader)
    drawingFonts = try DrawingFonts(from: &reader)
    pages = try [DisplayList](from: &reader)
  }
}

extension PaintPages.Target {
  package func write(to writer: inout MessageWriter) {
    switch self {
    case .png(let resolution): writer.append(UInt8(0), resolution)
    case .svg: writer.append(UInt8(1))
    }
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    switch try reader.byte() {
    case 0: self = .png(dotsPerInch: try Double(from: &reader))
    case 1: self = .svg
    default: throw BrokenMessage()
    }
  }
}

extension PaintPages.Font {
  package func write(to writer: inout MessageWriter) { writer.append(file, index, variations) }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    file = try String(from: &reader)
    index = try Int(from: &reader)
    variations = try String(from: &reader)
  }
}

extension PaintPages.Picture {
  package func write(to writer: inout MessageWriter) {
    writer.append(bytes, format, width, height)
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    bytes = try [UInt8](from: &reader)
    format = try MakePicture.Format(from: &reader)
    width = try Int(from: &reader)
    height = try Int(from: &reader)
  }
}

extension PaintPages.Painted {
  package func write(to writer: inout MessageWriter) {
    switch self {
    case .files(let files): writer.append(UInt8(0), files)
    case .broken(let picture, let refusal): writer.append(UInt8(1), picture, refusal)
    }
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    switch try reader.byte() {
    case 0: self = .files(try [[UInt8]](from: &reader))
    case 1: self = .broken(picture: try Int(from: &reader), try Refusal(from: &reader))
    default: throw BrokenMessage()
    }
  }
}
