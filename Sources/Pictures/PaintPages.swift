import CCairo
import Intake

/// Paints pages, each as a file of its own.
///
/// - Throws: what kept a page from being painted, where that was no picture.
func paintPages(
  _ request: PaintPages, _ fontMap: DrawingFontMap
) throws(Refusal) -> PaintPages.Painted {
  let pictures = PaintedPictures(request.pictures, request.drawingFonts, fontMap)
  let painter = PagePainter(fonts: FontFaces(request.fonts), pictures: pictures)
  do throws(Refusal) {
    var files: [[UInt8]] = []
    for page in request.pages {
      switch request.target {
      case .png(let resolution): files.append(try painter.png(page, dotsPerInch: resolution))
      case .svg: files.append(try painter.svg(page))
      }
    }
    return .files(files)
  } catch {
    guard let picture = pictures.current else { throw error }
    return .broken(picture: picture, error)
  }
}

/// Paints pages with the fonts and pictures of a request.
struct PagePainter {
  private let fonts: FontFaces
  private let pictures: PaintedPictures

  init(fonts: FontFaces, pictures: PaintedPictures) {
    self.fonts = fonts
    self.pictures = pictures
  }

  /// Paints what is on a page in its order.
  func paint(_ page: DisplayList, on canvas: inout Canvas) throws(Refusal) {
    for item in page.items {
      switch item {
      case .rectangle(let box, let ink):
        canvas.set(ink)
        canvas.fill(box)
      case .glyphs(let glyphs, let font, let size, let ink):
        canvas.set(ink)
        try canvas.set(font, size: size, of: fonts)
        let placed = glyphs.map { cairo_glyph_t(index: UInt($0.id), x: $0.x, y: $0.y) }
        cairo_show_glyphs(canvas.context, placed, Int32(placed.count))
      case .picture(let index, let box): try pictures.paint(index, in: box, on: &canvas)
      }
    }
    try canvas.check()
  }
}
