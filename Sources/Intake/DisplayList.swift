/// A page as a list of what is painted on it, in this order; lengths in points from its top left
/// corner.
package struct DisplayList: Message, Hashable {
  /// The page's width.
  package let width: Double
  /// The page's height.
  package let height: Double
  /// What is painted.
  package var items: [Item] = []

  /// Something painted.
  package enum Item: Message, Hashable {
    /// A filled rectangle.
    case rectangle(Box, Ink)
    /// Glyphs of a font, which is a place in the request's list, in a size.
    case glyphs([GlyphPlace], font: Int, size: Double, Ink)
    /// A picture, which is a place in the request's list.
    case picture(Int, Box)
  }

  /// A rectangle by its upper left corner.
  package struct Box: Message, Hashable {
    /// From the left.
    package let x: Double
    /// From the top.
    package let y: Double
    /// How wide it is.
    package let width: Double
    /// How high it is.
    package let height: Double

    /// A rectangle.
    package init(x: Double, y: Double, width: Double, height: Double) {
      self.x = x
      self.y = y
      self.width = width
      self.height = height
    }
  }

  /// A colour of sRGB, each part from 0 to 1.
  package struct Ink: Message, Hashable {
    /// The share of red light.
    package let red: Double
    /// The share of green light.
    package let green: Double
    /// The share of blue light.
    package let blue: Double

    /// A colour.
    package init(red: Double, green: Double, blue: Double) {
      self.red = red
      self.green = green
      self.blue = blue
    }
  }

  /// A glyph by its number in the font, and its origin.
  package struct GlyphPlace: Message, Hashable {
    /// The glyph's number.
    package let id: UInt32
    /// From the left.
    package let x: Double
    /// From the top.
    package let y: Double

    /// A glyph at a place.
    package init(id: UInt32, x: Double, y: Double) {
      self.id = id
      self.x = x
      self.y = y
    }
  }

  /// An empty page.
  package init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }
}

// MARK: Messages

extension DisplayList {
  package func write(to writer: inout MessageWriter) { writer.append(width, height, items) }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    width = try Double(from: &reader)
    height = try Double(from: &reader)
    items = try [Item](from: &reader)
  }
}

extension DisplayList.Item {
  package func write(to writer: inout MessageWriter) {
    switch self {
    case .rectangle(let box, let ink): writer.append(UInt8(0), box, ink)
    case .glyphs(let glyphs, let font, let size, let ink):
      writer.append(UInt8(1), glyphs, font, size, ink)
    case .picture(let picture, let box): writer.append(UInt8(2), picture, box)
    }
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    switch try reader.byte() {
    case 0:
      self = .rectangle(
        try DisplayList.Box(from: &reader), try DisplayList.Ink(from: &reader))
    case 1:
      self = .glyphs(
        try [DisplayList.GlyphPlace](from: &reader), font: try Int(from: &reader),
        size: try Double(from: &reader), try DisplayList.Ink(from: &reader))
    case 2: self = .picture(try Int(from: &reader), try DisplayList.Box(from: &reader))
    default: throw BrokenMessage()
    }
  }
}

extension DisplayList.Box {
  package func write(to writer: inout MessageWriter) { writer.append(x, y, width, height) }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    x = try Double(from: &reader)
    y = try Double(from: &reader)
    width = try Double(from: &reader)
    height = try Double(from: &reader)
  }
}

extension DisplayList.Ink {
  package func write(to writer: inout MessageWriter) { writer.append(red, green, blue) }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    red = try Double(from: &reader)
    green = try Double(from: &reader)
    blue = try Double(from: &reader)
  }
}

extension DisplayList.GlyphPlace {
  package func write(to writer: inout MessageWriter) { writer.append(Int(id), x, y) }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    guard let id = UInt32(exactly: try Int(from: &reader)) else { throw BrokenMessage() }
    self.id = id
    x = try Double(from: &reader)
    y = try Double(from: &reader)
  }
}
