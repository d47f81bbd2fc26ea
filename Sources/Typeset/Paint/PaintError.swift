import Intake

/// What cannot be painted, and why.
enum PaintError: Error, Hashable {
  /// A font that text was shaped with is not there any more.
  case missingFont(String)
  /// A font file that does not let itself be embedded.
  case font(String, FontFault)
  /// An image of which the intake makes no picture.
  case image(PlacedImage, IntakeFault)
}

extension PaintError {
  /// The error as a message for the author of the letter.
  ///
  /// - Parameter fontPlaces: where the layout names its own fonts, by their paths.
  func diagnostics(_ fontPlaces: [String: SourceRange]) -> Diagnostics {
    func name(_ file: String) -> String {
      file.split(separator: "/").last.map { String($0) } ?? file
    }
    switch self {
    case .missingFont(let file):
      return Diagnostics(
        .error(.brokenFont, "the font \(name(file)) cannot be read any more", at: fontPlaces[file]))
    case .font(let file, let fault):
      return Diagnostics(
        .error(
          .brokenFont, "the font \(name(file)) cannot be embedded: \(fault.reason)",
          at: fontPlaces[file],
          hint: "use another font, or get this one anew"))
    case .image(let placed, let fault):
      return Diagnostics(placed.unpainted(fault))
    }
  }
}

extension FontFault {
  fileprivate var reason: DiagnosticText {
    switch self {
    case .broken: "it is broken"
    case .unknownOutlines: "it has no outlines that a PDF can hold"
    case .noMemory: "there is no memory for it"
    }
  }
}
