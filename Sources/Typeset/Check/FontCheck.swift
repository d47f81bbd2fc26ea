import GLibSupport

/// Looks for the fonts that a layout asks for, and tells of those that are not there where it asks.
struct FontCheck {
  let layout: Layout
  let fonts: FontBook

  /// A style that asks for a font, and where.
  private struct Asking {
    let style: TextStyle
    /// Where it names the family and the weight itself.
    var font: SourceRange? = nil
    var weight: SourceRange? = nil
    /// The style's own place.
    var place: SourceRange? = nil
  }

  /// What is not there as it is asked for, each once.
  var diagnostics: [Diagnostic] {
    let context = fonts.makeContext()
    var asked: Set<FontRequest> = []
    var lost: Set<String> = []
    var found = DiagnosticCollector()
    for asking in askings {
      guard let family = asking.style.families.first, !lost.contains(family) else { continue }
      let request = FontRequest(
        family: family, weight: asking.style.weight, italic: asking.style.italic)
      guard asked.insert(request).inserted,
        let problem = fonts.problem(
          with: request, among: asking.style.families, size: asking.style.size, in: context)
      else { continue }
      let told = fonts.diagnostic(of: problem, with: request)
      if problem == .noFamily { lost.insert(family) }
      found.add(told.placed(at: place(of: asking, problem == .noFamily)))
    }
    return found.inSourceOrder
  }

  /// Where a font is asked for: the weight or the family that a style names, or the family under `fonts`.
  ///
  /// A layout that names a family is asked for it, even where an inherited style wants it in a weight.
  private func place(of asking: Asking, _ isFamily: Bool) -> SourceRange? {
    let family = asking.style.families.first.flatMap { layout.fonts.places[$0] }
    let ofStyle = isFamily ? asking.font : asking.weight ?? asking.font
    let places = [ofStyle, family, asking.place].compactMap(\.self)
    return places.first { $0.file == layout.file } ?? places.first
  }

  /// The same findings with places; what is asked for by no style has that of the family.
  func placing(_ found: [Diagnostic]) -> [Diagnostic] {
    guard found.contains(where: { $0.code == .noSuchFont && $0.place == nil }) else { return found }
    let known = diagnostics
    return found.map { told in
      guard told.code == .noSuchFont, told.place == nil else { return told }
      if let same = known.first(where: { $0.text == told.text }) { return same }
      let family = layout.fonts.places.first { told.message.contains("\"\($0.key)\"") }
      return told.placed(at: family?.value)
    }
  }

  /// The styles that the layout sets, those first that name a weight or a family themselves, and then
  /// all kinds of text.
  private var askings: [Asking] {
    let written = layout.styles.written.map {
      Asking(
        style: layout.styles[$0.key].text, font: $0.font, weight: $0.weight, place: $0.place)
    }
    let others = StyleRole.allCases.map { Asking(style: layout.styles[$0].text) }
    let isOwn = { (asking: Asking) in asking.font != nil || asking.weight != nil }
    return written.filter { $0.font != nil } + written.filter(isOwn)
      + written.filter { !isOwn($0) } + others
  }
}
