internal import Intake

/// A letter on its pages, with all that painting and finishing it takes.
///
/// It is a value: it can be kept, passed to other tasks and made into files in any order, also after
/// other letters were composed.
public struct ComposedLetter: Sendable {
  let composition: Composition
  /// The letter before it had pages, for those who read it without.
  private let settled: SettledLetter
  /// The font files of the layout itself.
  private let fontFiles: [String]
  private let pool: WorkbenchPool
  let intake: IntakeClient
  /// How many pages the letter has, without those of enclosures.
  package var ownPageCount: Int { settled.pageCount }
  /// How long each stage took.
  public let times: StageTimes

  init(
    composition: Composition, settled: SettledLetter, fontFiles: [String], pool: WorkbenchPool,
    intake: IntakeClient, times: StageTimes
  ) {
    self.composition = composition
    self.settled = settled
    self.fontFiles = fontFiles
    self.pool = pool
    self.intake = intake
    self.times = times
  }

  /// The pages, in order, those of enclosures too.
  public var pages: [Page] { composition.pages }

  /// What looks wrong, in source order; none of it stops the letter.
  public var warnings: [Diagnostic] { composition.warnings }

  /// Whether the letter reads otherwise on paper, and is composed anew for it with
  /// ``ComposeOptions/isForPaper``.
  public var differsOnPaper: Bool { composition.differsOnPaper }

  /// The pages as text, a line of text a line with its place, for tests that compare letters.
  public var dump: String { composition.dump }

  /// The names of the font files that glyphs were taken from, sorted.
  public var fontNames: [String] { composition.fontFiles }

  // MARK: Files

  /// The finished PDF.
  ///
  /// - Throws: what keeps the letter from the standard asked for, with clause and place; that an
  ///   image cannot be painted, or a font not be embedded.
  public func pdf(_ options: FinishOptions = FinishOptions()) throws(Diagnostics) -> FinishedPDF {
    var times = StageTimes()
    let pages = composition(for: options.purpose)
    // One bench for both, since what it keeps of pages is known by the same names.
    return try pool.withWorkbench { (bench) throws(Diagnostics) in
      let painted = try paint(pages, options, on: bench, &times)
      return try finish(painted, pages, options, on: bench, &times)
    }
  }

  /// Finished PDFs of the letter, which is painted once, or once for all screens and once for all
  /// paper where these differ; each is the same as if it were made alone.
  ///
  /// - Throws: as ``pdf(_:)``.
  public func pdfs(_ options: [FinishOptions]) throws(Diagnostics) -> [FinishedPDF] {
    var times = StageTimes()
    var known: (screen: PaintedPDF?, paper: PaintedPDF?)
    var files: [FinishedPDF] = []
    for each in options {
      guard each.form == .small else {
        files.append(try pdf(each))
        continue
      }
      let pages = composition(for: each.purpose)
      let isForPaper = each.purpose == .print
      let (own, other) = isForPaper ? (known.paper, known.screen) : (known.screen, known.paper)
      let painted =
        if let own { own } else if let other, other.isSameOnPaper, composition.bleed <= .zero {
          other
        } else {
          try pool.withWorkbench { (bench) throws(Diagnostics) in
            try paint(pages, each, on: bench, &times)
          }
        }
      if isForPaper { known.paper = painted } else { known.screen = painted }
      files.append(try finish(painted, pages, each, on: nil, &times))
      times = StageTimes()
    }
    return files
  }

  /// The letter as a part of a file that holds many.
  ///
  /// - Parameters:
  ///   - options: as for a file of its own; nothing is attached, and no blank side added.
  ///   - digest: makes of bytes a word by which they are known, as a SHA-256: by it letters share fonts
  ///     and pictures.
  /// - Returns: the letter, and what is noted of its file.
  /// - Throws: as ``pdf(_:)``.
  package func bound(
    _ options: FinishOptions, digest: @escaping ([UInt8]) -> String
  ) throws(Diagnostics) -> (letter: BoundLetter, warnings: [Diagnostic]) {
    var times = StageTimes()
    let pages = composition(for: options.purpose)
    let kept = try achievableStandard(
      options.standard, for: composition, isDemanded: options.demandsStandard)
    let letter = try pool.withWorkbench { (bench) throws(Diagnostics) in
      let painted = try paint(pages, options, on: bench, &times)
      return try boundLetter(
        painted, pages, options: options, standard: kept.standard, digest: digest,
        memory: options.form == .quick ? bench.finished : nil)
    }
    return (letter, kept.warnings + (options.purpose == .print ? composition.inkNotes : []))
  }

  /// The pages as they go into a file: on larger sheets for print, if the layout has a bleed.
  private func composition(for purpose: FinishOptions.Purpose) -> Composition {
    purpose == .print ? composition.onSheets : composition
  }

  /// A picture of each page, as PNG.
  ///
  /// - Parameter dotsPerInch: the pictures' resolution; 72 makes a pixel a point.
  /// - Throws: that a picture has no sensible size, or an image cannot be painted.
  public func png(dotsPerInch: Double) throws(Diagnostics) -> [[UInt8]] {
    try png(dotsPerInch: dotsPerInch, page: nil)
  }

  /// A picture of each page, or of one by its number from 1; none if there is no such page.
  ///
  /// - Throws: as ``png(dotsPerInch:)``.
  package func png(dotsPerInch: Double, page: Int?) throws(Diagnostics) -> [[UInt8]] {
    try paintPictures(
      of: pages(page), as: .png(dotsPerInch: dotsPerInch), drawingFonts: drawingFonts,
      by: pool.intake)
  }

  /// Each page as an SVG drawing whose text is outlines.
  ///
  /// - Throws: that an image cannot be painted.
  public func svg() throws(Diagnostics) -> [[UInt8]] { try svg(page: nil) }

  /// A drawing of each page, or of one by its number from 1; none if there is no such page.
  ///
  /// - Throws: as ``svg()``.
  package func svg(page: Int?) throws(Diagnostics) -> [[UInt8]] {
    try paintPictures(of: pages(page), as: .svg, drawingFonts: drawingFonts, by: pool.intake)
  }

  private func pages(_ number: Int?) -> [Page] {
    guard let number else { return pages }
    return pages.indices.contains(number - 1) ? [pages[number - 1]] : []
  }

  /// The letter as one file of HTML in UTF-8, which needs no other file and runs no script.
  ///
  /// It has the words that the PDF is read with, in that order; footnotes stand at the end and lead
  /// back. It is made for WCAG 2.2, level AA, for screens of any width, and for paper. What enclosed
  /// PDFs hold is not in it.
  public func html() -> [UInt8] { settled.html() }

  /// The letter as plain text in UTF-8, in lines of at most 72 columns but for longer words.
  ///
  /// It has the words that the PDF is read with: the address first, the references below it, and
  /// footnotes at the end; links are written out. What enclosed PDFs hold is not in it.
  public func plainText() -> [UInt8] { settled.plainText() }

  /// What words of drawings are set in.
  var drawingFonts: DrawingFonts {
    DrawingFonts(folder: pool.resources.fonts, files: fontFiles)
  }

  /// Who makes the pictures, with the fonts of the letter for words in drawings.
  private var pictures: PictureShelf.Maker {
    PictureShelf.Maker(
      intake: intake, fonts: DrawingFonts(folder: pool.resources.fonts, files: fontFiles))
  }

  private func paint(
    _ pages: Composition, _ options: FinishOptions, on bench: Workbench,
    _ times: inout StageTimes
  ) throws(Diagnostics) -> PaintedPDF {
    try times.measure("Paint") { () throws(Diagnostics) in
      let fonts = bench.fonts(with: fontFiles)
      return try paintPDF(
        pages, isForPaper: options.purpose == .print, fonts: fonts, pictures: pictures,
        memory: options.form == .quick ? bench.painted(with: fonts) : nil)
    }
  }

  private func finish(
    _ painted: PaintedPDF, _ pages: Composition, _ options: FinishOptions,
    on bench: Workbench?, _ times: inout StageTimes
  ) throws(Diagnostics) -> FinishedPDF {
    let bytes = try times.measure("Finish") { () throws(Diagnostics) in
      try finishPDF(
        painted, pages, options: options,
        memory: options.form == .quick ? bench?.finished : nil)
    }
    let kept = try achievableStandard(
      try settledStandard(options), for: composition, isDemanded: options.demandsStandard)
    return FinishedPDF(
      bytes: bytes, standard: kept.standard,
      warnings: kept.warnings + (options.purpose == .print ? composition.inkNotes : []),
      times: times)
  }
}
