package import Intake

extension IntakeServer {
  /// Has requests answered that are about pictures and pages.
  package mutating func answerPictures() {
    let fontMap = DrawingFontMap()
    answer(MeasureDrawing.self) { (request) throws(Refusal) in try measureDrawing(request) }
    answer(MakePicture.self) { (request) throws(Refusal) in
      switch request.format {
      case .png: try pngPicture(request)
      case .jpeg: try jpegPicture(request)
      case .svg: try drawingPicture(request, fontMap)
      }
    }
    answer(ReadPixels.self) { (request) throws(Refusal) in try readPixels(request, fontMap) }
    answer(PaintPages.self) { (request) throws(Refusal) in try paintPages(request, fontMap) }
  }
}
