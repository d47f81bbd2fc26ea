import Intake

/// A drawing's text in UTF-8 and its size; nil for what is no drawing.
///
/// - Throws: what is wrong with it.
func measureDrawing(_ request: MeasureDrawing) throws(Refusal) -> MeasureDrawing.Measured? {
  do throws(SVGText.Unreadable) {
    guard let text = try SVGText.read(request.bytes)?.bytes else { return nil }
    let begins = [Array("<svg".utf8), Array(":svg".utf8)]
    guard begins.contains(where: { text.firstRange(of: $0) != nil }) else { return nil }
    let size = try vectorLibrary().size(of: text)
    return MeasureDrawing.Measured(
      text: text, width: size.width, height: size.height,
      hasPrivateText: SVGCleaner.hasPrivateText(text),
      missingFonts: request.fonts.map { missingFamilies(of: text, among: $0) } ?? [],
      losses: SVGLosses.of(text))
  } catch {
    throw Refusal(error.reason, hint: error.hint)
  }
}

/// - Throws: that this machine has none.
private func vectorLibrary() throws(SVGText.Unreadable) -> VectorLibrary {
  guard let library = VectorLibrary.shared else {
    let missing = Refusal.noLibrsvg
    throw SVGText.Unreadable(reason: missing.reason, hint: missing.hint)
  }
  return library
}
