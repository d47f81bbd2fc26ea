import Intake

extension FuzzTarget {
  /// Pictures as the intake opens them: PNG, JPEG and SVG, by their first bytes.
  static let pictures = FuzzTarget(
    "pictures", longest: 16_384,
    seeds: { project in
      project.files("Examples/images", ".png", ".jpg", ".svg")
        + [
          Array(
            #"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>Å</text></svg>"#
              .utf8)
        ]
    },
    open: { project in
      let intake = project.intake
      let fonts = DrawingFonts(folder: project.path("Fonts"))
      return { bytes in
        do throws(IntakeFault) {
          if bytes.starts(with: [0xFF, 0xD8]) {
            guard let header = JPEGHeader(bytes) else { return false }
            let width = max(1, min(64, header.width)), height = max(1, min(64, header.height))
            _ = try intake.ask(
              MakePicture(bytes, .jpeg, width: width, height: height, fonts: fonts))
          } else if bytes.starts(with: [0x89, 0x50]) {
            _ = try intake.ask(MakePicture(bytes, .png, width: 20, height: 20, fonts: fonts))
            _ = try intake.ask(ReadPixels(bytes, .png, fonts: fonts))
          } else {
            let measured = try intake.ask(MeasureDrawing(bytes, fonts: fonts))
            guard let drawing = measured, drawing.width * drawing.height < 1 << 22 else {
              return false
            }
            _ = try intake.ask(
              MakePicture(
                drawing.text, .svg, width: drawing.width, height: drawing.height, fonts: fonts,
                nearBlack: 0.2))
          }
          return true
        } catch {
          see(error)
          return false
        }
      }
    })

  /// A refusal is in order, anything else is ours.
  static func see(_ fault: IntakeFault) {
    guard case .refused(let refusal) = fault else { preconditionFailure("\(fault)") }
    precondition(!refusal.reason.isEmpty, "a refusal says why")
  }
}
