import Intake
import Proofing

@testable import Typeset

/// Paints pages with pictures as the tests' intake makes them.
func paintPDF(
  _ composition: Composition, fonts: FontBook, isForPaper: Bool = false
) throws(Diagnostics) -> PaintedPDF {
  try paintPDF(
    composition, isForPaper: isForPaper, fonts: fonts,
    pictures: PictureShelf.Maker(
      intake: SamplePlan.intake, fonts: DrawingFonts(folder: Project.path("Fonts"))))
}
