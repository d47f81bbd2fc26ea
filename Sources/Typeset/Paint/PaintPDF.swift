/// Paints composed pages as the operators of a PDF, each stretch of them with what it is.
///
/// - Parameters:
///   - embedded: the fonts with the glyphs of these pages, if they were made before.
///   - isForPaper: whether what is nearly black is made of black ink alone.
/// - Throws: what cannot be painted, and fonts that must not be embedded.
func paintPDF(
  _ composition: Composition, with embedded: EmbeddedFonts? = nil, isForPaper: Bool = false,
  fonts: FontBook, pictures: PictureShelf.Maker
) throws(Diagnostics) -> PaintedPDF {
  try checkRights(of: composition)
  do throws(PaintError) {
    let embedded =
      if let embedded { embedded } else { try EmbeddedFonts(composition.pages, from: fonts) }
    var painter = PDFPainter(
      fonts: embedded, shelf: PictureShelf(pictures, isForPaper: isForPaper),
      isForPaper: isForPaper)
    var pages: [PaintedPage] = []
    pages.reserveCapacity(composition.pages.count)
    for page in composition.pages { pages.append(try painter.paint(page)) }
    var texts = painter.texts
    painter.unread.settle(&texts, embedded.keys.map { fonts.face($0) })
    return PaintedPDF(
      pages: pages,
      fonts: zip(embedded.subsets, texts).map { PaintedFont(subset: $0, texts: $1) },
      pictures: painter.shelf.pictures, embedded: embedded,
      isSameOnPaper: painter.isSameOnPaper)
  } catch {
    throw error.diagnostics(composition.fontPlaces)
  }
}

/// - Throws: each font whose licence does not let it go into the file (ISO 19005-2, 6.2.11.4.1).
func checkRights(of composition: Composition) throws(Diagnostics) {
  var fonts: Set<FontKey> = []
  for page in composition.pages {
    // Runs of one font follow each other, and comparing is cheaper than hashing.
    var last: FontKey?
    page.forEachRun { run in
      if run.font != last { fonts.insert(run.font) }
      last = run.font
    }
  }
  var problems: [Diagnostic] = []
  for font in fonts.sorted(by: { ($0.file, $0.index) < ($1.file, $1.index) }) {
    let name = font.file.split(separator: "/").last.map(String.init) ?? font.file
    let place = composition.fontPlaces[font.file]
    switch EmbeddingRights(of: font) {
    case .granted: continue
    case .refused:
      problems.append(
        .error(
          "the licence of the font \(name) does not allow embedding (fsType 2)", at: place,
          hint: "use another font, or ask its maker for one that may be embedded"))
    case .wholeOnly:
      problems.append(
        .error(
          "the licence of the font \(name) does not allow embedding a part of it", at: place,
          hint: "use another font, or ask its maker for one that may be embedded in part"))
    }
  }
  if !problems.isEmpty { throw Diagnostics(problems) }
}
