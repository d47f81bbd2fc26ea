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
    return try intake.ask(
      MakePicture(
        bytes, format.asked, width: width, height: height, fonts: fonts,
        nearBlack: isForPaper ? Color.nearBlack : nil))
  }
}

extension ImageResource.Format {
  /// The format as the intake is told it.
  var asked: MakePicture.Format {
    switch self {
    case .png: .png
    case .jpeg: .jpeg
    case .svg: .svg
    }
  }
}
