package import Inspection
package import Intake

/// A file that is compared, as far as it can be read.
package enum ComparedFile: Sendable {
  /// A PDF: what it holds, its words, its pages.
  case document(Document)
  /// A picture, with how large a pixel is taken to be.
  case picture(PageRaster)
  /// A text, such as the dump of a layout.
  case text(String)
  /// What cannot be read, and why.
  case unreadable(String)

  /// A PDF that was read.
  package struct Document: Sendable {
    /// What it holds.
    package let file: InspectedPDF
    /// The words of each page.
    package let words: [PageWords]
    /// The first pages as they are drawn; the others are drawn as they are compared, since a long file
    /// takes more room than there is.
    package let pages: [PageRaster]

    /// How many pages are drawn at once.
    static let batch = 16

    /// Pages from a number on, as many as are drawn at once.
    ///
    /// - Throws: that they cannot be drawn.
    func pages(from first: Int, dotsPerInch: Double) throws(ToolFault) -> [PageRaster] {
      guard first > Self.batch else { return pages }
      guard first <= file.pages.count else { return [] }
      let last = min(file.pages.count, first + Self.batch - 1)
      return try PageRaster.draw(file.bytes, pages: first...last, dotsPerInch: dotsPerInch)
    }
  }

  /// What it is, in words.
  var kind: String {
    switch self {
    case .document: "a PDF"
    case .picture: "a picture"
    case .text: "a text"
    case .unreadable: "broken"
    }
  }
}

/// Reads files that are compared.
package struct ComparedFileReader: Sendable {
  private let intake: IntakeClient
  private let fonts: DrawingFonts
  private let dotsPerInch: Double

  /// Reads by the intake and by poppler's programs.
  ///
  /// - Parameters:
  ///   - fonts: what words of drawings are set in.
  ///   - dotsPerInch: the resolution in which pages and drawings are drawn.
  package init(intake: IntakeClient, fonts: DrawingFonts, dotsPerInch: Double) {
    self.intake = intake
    self.fonts = fonts
    self.dotsPerInch = dotsPerInch
  }

  /// Reads a file: what kind it is, its first bytes tell.
  ///
  /// - Throws: that a program is missing.
  package func read(_ bytes: [UInt8], name: String) throws(CompareFault) -> ComparedFile {
    let head = bytes.prefix(1024)
    if head.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      return try pixels(ReadPixels(bytes, .png, fonts: fonts))
    }
    let start = String(decoding: head, as: UTF8.self)
    if start.contains("%PDF-") { return try document(bytes, name) }
    if start.first(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }) == "<",
      start.contains("<svg")
    {
      // A pixel of CSS is 1/96 inch.
      return try pixels(ReadPixels(bytes, .svg, scale: dotsPerInch / 96, fonts: fonts))
    }
    guard !bytes.contains(0) else { return .unreadable("it is no PDF, PNG, SVG or text") }
    return .text(String(decoding: bytes, as: UTF8.self))
  }

  private func pixels(_ request: ReadPixels) throws(CompareFault) -> ComparedFile {
    do throws(IntakeFault) {
      let pixels = try intake.ask(request)
      return .picture(
        PageRaster(
          width: pixels.width, height: pixels.height, channels: .rgb, bytes: pixels.bytes,
          dotsPerInch: dotsPerInch))
    } catch {
      if error.isOurs { throw CompareFault("a picture \(error.predicate)") }
      return .unreadable("it \(error.predicate)")
    }
  }

  private func document(
    _ bytes: [UInt8], _ name: String
  ) throws(CompareFault) -> ComparedFile {
    let file: InspectedPDF
    do throws(IntakeFault) {
      file = try InspectedPDF(bytes, name: name, by: intake)
    } catch {
      throw CompareFault("the file \"\(name)\" \(error.predicate)")
    }
    do throws(ToolFault) {
      return .document(
        ComparedFile.Document(
          file: file, words: try PageWords.read(bytes),
          pages: try PageRaster.draw(
            bytes, pages: 1...ComparedFile.Document.batch, dotsPerInch: dotsPerInch)))
    } catch {
      if error.isOurs { throw CompareFault(error.message) }
      return .unreadable(file.damages.first ?? error.message)
    }
  }
}

/// A program that comparing takes is missing or broken.
package struct CompareFault: Error, Hashable {
  /// What happened, as a sentence without its full stop.
  package let message: String

  init(_ message: String) { self.message = message }
}
