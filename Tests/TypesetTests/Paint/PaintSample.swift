@testable import Typeset

/// Paints pages without pictures.
func paintPDF(
  _ composition: Composition, fonts: FontBook, isForPaper: Bool = false
) throws(Diagnostics) -> PaintedPDF {
  try paintPDF(composition, isForPaper: isForPaper, fonts: fonts) {
    (image, _, _) throws(PaintError) -> PaintedPicture in
    throw .image(image, reason: "no pictures here", hint: nil)
  }
}
