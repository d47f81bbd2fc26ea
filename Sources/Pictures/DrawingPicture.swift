import CCairo
import ForeignPDF
import Intake
import PDFFile

/// An SVG as a form of a PDF: shapes stay shapes, words stay words with their fonts.
///
/// - Throws: what is wrong with it.
func drawingPicture(
  _ request: MakePicture, _ fontMap: DrawingFontMap
) throws(Refusal) -> MakePicture.Made {
  // Cairo's places are whole parts of 1/256, and filters are made of dots of one unit: a small
  // drawing is drawn large, for the page can show it in any size.
  let side = Double(max(request.width, request.height, 1))
  let scale = max(1, 800 / side)
  let (width, height) = (Double(request.width) * scale, Double(request.height) * scale)
  let sink = ByteSink()
  let surface = try Surface(
    adopting: cairo_pdf_surface_create_for_stream(ByteSink.write, sink.closure, width, height),
    writingTo: sink)
  fontMap.use(request.fonts, for: request.bytes)
  try draw(request.bytes, VectorLibrary.Rectangle(width: width, height: height), on: surface)
  do throws(PDFError) {
    let form = try formOfFirstPage(of: withExtendedLifetime(sink) { sink.bytes })
    return repaired(form, nearBlack: request.nearBlack)
  } catch {
    throw Refusal(error.reason)
  }
}

/// Draws an SVG on a surface that is ended with it.
private func draw(
  _ svg: [UInt8], _ place: VectorLibrary.Rectangle, on surface: borrowing Surface
) throws(Refusal) {
  guard let context = cairo_create(surface.pointer) else { throw .noMemory }
  defer { cairo_destroy(context) }
  try drawVectors(svg, place, on: context)
  cairo_show_page(context)
  try surface.finish()
}

/// Draws an SVG into a rectangle, keeping its proportions.
func drawVectors(
  _ svg: [UInt8], _ place: VectorLibrary.Rectangle, on context: OpaquePointer
) throws(Refusal) {
  guard let library = VectorLibrary.shared else { throw .noLibrsvg }
  do throws(SVGText.Unreadable) {
    try library.draw(svg, in: place, on: context)
  } catch {
    throw Refusal(error.reason)
  }
  try Refusal.check(cairo_status(context))
}

extension Refusal {
  static let noLibrsvg = Refusal("librsvg is not installed", hint: "install librsvg")
}
