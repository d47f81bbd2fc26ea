package import Intake

extension IntakeServer {
  /// Has requests answered that are about pictures and pages.
  package mutating func answerPictures() {
    answer(MeasureDrawing.self) { (request) throws(Refusal) in
      try measureDrawing(request.bytes)
    }
  }
}
