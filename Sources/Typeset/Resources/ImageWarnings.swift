import Intake

extension ImageResource {
  /// What a drawing loses on its way into a letter.
  ///
  /// - Parameter place: where it is named.
  func warnings(at place: SourceRange?) -> [Diagnostic] {
    let image: DiagnosticText = "the image \(quoted(name))"
    let fonts = missingFonts.map { family in
      Diagnostic.warning(
        .drawingFont,
        "\(image) has words in the font \(quoted(family)), which is not here; they are set in another",
        at: place,
        hint:
          "turn its text into outlines, or name the font's file under fonts: files: in the layout")
    }
    return fonts
      + losses.map { loss in
        switch loss {
        case .otherFile:
          .warning(
            .lostParts, "\(image) shows another file, which is left out", at: place,
            hint: "embed that file in the drawing, and save it again")
        case .foreignObject:
          .warning(
            .lostParts, "\(image) has parts that are no SVG (foreignObject), which are left out",
            at: place, hint: "turn them into outlines or text of SVG, or save it as PNG")
        case .everything:
          .warning(
            .lostParts, "\(image) draws nothing", at: place,
            hint: "look at it in a drawing program, and save it again")
        }
      }
  }
}
