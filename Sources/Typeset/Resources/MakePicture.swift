import Intake

extension ImageResource {
  /// The image as objects of a PDF.
  ///
  /// A JPEG that has no more pixels than are wanted goes in as it is stored, without being opened;
  /// everything else is made by the intake.
  /// - Parameters:
  ///   - width: how many pixels are wanted across, as it is seen: its own, or fewer.
  ///   - height: how many are wanted down.
  ///   - fonts: what words of a drawing are set in.
  ///   - isForPaper: whether what is nearly black in a drawing is made of black ink alone.
  /// - Throws: why it cannot be made.
  func picture(
    width: Int, height: Int, fonts: DrawingFonts, isForPaper: Bool, by intake: IntakeClient
  ) throws(IntakeFault) -> MakePicture.Made {
    var (width, height) = (width, height)
    if format == .jpeg, let header = JPEGHeader(bytes) {
      if header.isTurned { swap(&width, &height) }
      if width >= header.width, let made = MakePicture.Made(jpeg: bytes) { return made }
    }
    let kind: MakePicture.Format =
      switch format {
      case .png: .png
      case .jpeg: .jpeg
      case .svg: .svg
      }
    return try intake.ask(
      MakePicture(
        bytes, kind, width: width, height: height, fonts: fonts,
        nearBlack: isForPaper ? Color.nearBlack : nil))
  }
}
