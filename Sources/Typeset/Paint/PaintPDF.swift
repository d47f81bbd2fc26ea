/// Paints composed pages as the operators of a PDF, each stretch of them with what it is.
///
/// - Parameters:
///   - isForPaper: whether what is nearly black is made of black ink alone.
///   - memory: what is kept of other letters, to paint in pieces and with common fonts; nil to paint each
///     page in one piece with the letter's own glyphs.
/// - Throws: what cannot be painted, and fonts that must not be embedded.
func paintPDF(
  _ composition: Composition, isForPaper: Bool = false, fonts: FontBook,
  pictures: PictureShelf.Maker, memory: PaintMemory? = nil
) throws(Diagnostics) -> PaintedPDF {
  let plan = try memory.map { (memory) throws(Diagnostics) in
    try diagnosed(composition) { () throws(PaintError) in
      try PiecePlan(composition.pages, isForPaper: isForPaper, fonts, memory)
    }
  }
  try checkRights(of: plan?.fonts ?? composition.fonts, fonts, composition.fontPlaces)
  return try diagnosed(composition) { () throws(PaintError) in
    let shelf = PictureShelf(pictures, isForPaper: isForPaper)
    if let plan, let memory { return try plan.paint(shelf, keeping: memory) }
    var painter = PDFPainter(
      fonts: FontSlots(try EmbeddedFonts(composition.pages, from: fonts), fonts), shelf: shelf,
      isForPaper: isForPaper)
    var pages: [PaintedPage] = []
    pages.reserveCapacity(composition.pages.count)
    for page in composition.pages { pages.append(try painter.paint(page)) }
    return painter.painted(pages, fonts)
  }
}

/// Does something, and tells what comes in the way as the author of the letter must know it.
private func diagnosed<Result>(
  _ composition: Composition, _ work: () throws(PaintError) -> Result
) throws(Diagnostics) -> Result {
  do throws(PaintError) {
    return try work()
  } catch {
    throw error.diagnostics(composition.fontPlaces)
  }
}

extension Composition {
  /// The fonts that its text is set in.
  fileprivate var fonts: Set<FontKey> {
    var fonts: Set<FontKey> = []
    for page in pages {
      // Runs of one font follow each other, and comparing is cheaper than hashing.
      var last: FontKey?
      page.forEachRun { run in
        if run.font != last { fonts.insert(run.font) }
        last = run.font
      }
    }
    return fonts
  }
}

/// - Throws: each font whose licence does not let it go into the file (ISO 19005-2, 6.2.11.4.1).
private func checkRights(
  of fonts: Set<FontKey>, _ book: FontBook, _ places: [String: SourceRange]
) throws(Diagnostics) {
  var problems: [Diagnostic] = []
  for font in fonts.sorted(by: { ($0.file, $0.index) < ($1.file, $1.index) }) {
    let name = font.file.split(separator: "/").last.map(String.init) ?? font.file
    let place = places[font.file]
    switch book.rights(of: font) {
    case .granted: continue
    case .refused:
      problems.append(
        .error(
          .fontLicence, "the licence of the font \(name) does not allow embedding (fsType 2)",
          at: place,
          hint: "use another font, or ask its maker for one that may be embedded"))
    case .wholeOnly:
      problems.append(
        .error(
          .fontLicence, "the licence of the font \(name) does not allow embedding a part of it",
          at: place,
          hint: "use another font, or ask its maker for one that may be embedded in part"))
    }
  }
  if !problems.isEmpty { throw Diagnostics(problems) }
}
