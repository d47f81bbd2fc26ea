/// Asks what an SVG is as a picture: whether it can be read, and its size.
package struct MeasureDrawing: IntakeRequest {
  package static let name = "measure-drawing"
  /// The file's bytes.
  package let bytes: [UInt8]
  /// What its words will be set in; nil where it does not matter.
  package let fonts: DrawingFonts?

  /// What a drawing is.
  package struct Measured: Message, Hashable {
    /// Its text in UTF-8, which is what is drawn.
    package let text: [UInt8]
    /// In CSS pixels, 1/96 inch, rounded up.
    package let width: Int
    /// In CSS pixels, rounded up.
    package let height: Int
    /// Whether words of it hold a character for private use, which nobody can read aloud.
    package let hasPrivateText: Bool
    /// The font families that its words ask for and that none of the fonts has.
    package let missingFonts: [String]
    /// What of it does not show.
    package let losses: [DrawingLoss]

    /// A drawing of that size.
    package init(
      text: [UInt8], width: Int, height: Int, hasPrivateText: Bool, missingFonts: [String] = [],
      losses: [DrawingLoss] = []
    ) {
      self.text = text
      self.width = width
      self.height = height
      self.hasPrivateText = hasPrivateText
      self.missingFonts = missingFonts
      self.losses = losses
    }

    package func write(to writer: inout MessageWriter) {
      writer.append(text, width, height, hasPrivateText, missingFonts, losses.map(\.rawValue))
    }

    package init(from reader: inout MessageReader) throws(BrokenMessage) {
      text = try [UInt8](from: &reader)
      width = try Int(from: &reader)
      height = try Int(from: &reader)
      hasPrivateText = try Bool(from: &reader)
      missingFonts = try [String](from: &reader)
      losses = try [String](from: &reader).compactMap { DrawingLoss(rawValue: $0) }
    }
  }

  /// Nil for bytes that are no drawing; one that is broken is refused.
  package typealias Answer = Measured?

  /// Asks of a file.
  package init(_ bytes: [UInt8], fonts: DrawingFonts? = nil) {
    self.bytes = bytes
    self.fonts = fonts
  }

  package func write(to writer: inout MessageWriter) { writer.append(bytes, fonts) }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    bytes = try [UInt8](from: &reader)
    fonts = try DrawingFonts?(from: &reader)
  }
}

/// What of a drawing does not show in a letter.
package enum DrawingLoss: String, Hashable, Sendable, CaseIterable {
  /// A picture or a part that lies in another file.
  case otherFile = "other-file"
  /// Parts of HTML or another language (SVG 1.1, 23.3).
  case foreignObject = "foreign-object"
  /// It has nothing to draw.
  case everything
}
